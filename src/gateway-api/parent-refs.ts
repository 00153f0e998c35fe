import { nearestHostOf } from '../model/nearest-listener';
import { distinct } from '../private/distinct';
import { byCodePoint } from '../private/names';
import { ExposedTogether } from '../traffic/exposed-together';
import { sectionNameOf } from './sections';

/** What a route is bound to: a listener of a Gateway, a Service, or what a mesh knows a third party by. @internal */
export interface ParentRef {
  /** Absent of a Gateway. */
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  /** Of a Gateway, where it is not that of the route. */
  readonly namespace?: string;
  readonly sectionName?: string;
  readonly port?: number;
}

/** The listeners at which clients reach what is exposed; of a Gateway that is there all, or those at a port. */
export function parentRefsOf({ exposure: { gateway, said }, hosts, listeners }: ExposedTogether): ParentRef[] {
  const { existingGateway, configNamespace } = gateway;
  if (existingGateway !== undefined) {
    const [namespace, name] = existingGateway.split('/');
    return [{ name, namespace: namespace === configNamespace ? undefined : namespace, port: said.port }];
  }
  const sections = listeners.flatMap(listener => hosts.map(host => sectionNameOf(listener, nearestHostOf(listener, host)!)));
  return distinct(sections).sort(byCodePoint).map(sectionName => ({ name: gateway.name, sectionName }));
}
