import { Dependency } from '../../model/dependency';
import { DocumentedDependency } from '../document/documented-dependency';
import { policyOf } from './policy-of';

/** A dependency, as a document tells it. */
export function dependencyOf(dependency: Dependency): DocumentedDependency {
  const { verb, isSynchronous, source, service, channel } = dependency;
  return {
    path: dependency.path, verb, synchronous: isSynchronous,
    source: source.path, service: service.path, channel: channel?.path,
    policy: policyOf(dependency),
  };
}
