import { quote } from '../private/topology-error';
import { TopologyDocument } from './document/topology-document';

type Kind = 'workload' | 'service' | 'channel';

/** The first thing that a document names twice, or refers to and does not have, in words; undefined if there is none. */
export function flawOfReferences(document: TopologyDocument): string | undefined {
  const kinds = new Map<string, Kind | 'dependency'>();
  for (const [kind, elements] of elementsOf(document)) {
    for (const { path } of elements) {
      if (kinds.has(path)) return `the path ${quote(path)} is taken twice, by a ${kinds.get(path)} and a ${kind}`;
      kinds.set(path, kind);
    }
  }
  for (const [from, kind, path] of referencesOf(document)) {
    if (kinds.get(path) !== kind) return `${from} refers to the ${kind} ${quote(path)}, which is not in the document`;
  }
  return undefined;
}

function elementsOf({ workloads, services, channels, dependencies }: TopologyDocument): [Kind | 'dependency', { readonly path: string }[]][] {
  return [['workload', workloads], ['service', services], ['channel', channels], ['dependency', dependencies]];
}

function* referencesOf({ services, channels, dependencies, bindings }: TopologyDocument): Iterable<[from: string, kind: Kind, path: string]> {
  for (const [position, { locator }] of services.entries()) {
    if (locator.workload !== undefined) yield [`services[${position}].locator`, 'workload', locator.workload];
  }
  for (const [position, { service }] of channels.entries()) yield [`channels[${position}]`, 'service', service];
  for (const [position, { source, service, channel }] of dependencies.entries()) {
    const from = `dependencies[${position}]`;
    yield [from, 'workload', source];
    yield [from, 'service', service];
    if (channel !== undefined) yield [from, 'channel', channel];
  }
  for (const [position, { consumer, service }] of bindings.entries()) {
    yield [`bindings[${position}]`, 'workload', consumer];
    yield [`bindings[${position}]`, 'service', service];
  }
}
