import { Construct } from 'constructs';
import { ServiceOwner } from '../model/locator';
import { distinct } from '../private/distinct';
import { emit } from '../private/emit';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { shortened } from '../private/shortened';
import { serviceOf } from './backend-refs';
import { BoundRoute } from './bound-route';
import { versionsOf } from './sent-versions';

/** As long as the name of an object may be. */
const LONGEST = 253;
const GROUP = 'gateway.networking.k8s.io';

interface ReferenceGrantSpec {
  readonly from: { readonly group: string; readonly kind: string; readonly namespace: string }[];
  readonly to: { readonly group: string; readonly kind: string; readonly name: string }[];
}

/** Whether a route stands in another namespace than the Service that it sends to. */
export function isAcrossNamespaces({ namespace, to: { service: { locator } } }: Pick<BoundRoute, 'namespace' | 'to'>): boolean {
  return locator.namespace !== namespace && !locator.isExternal;
}

/**
 * The leave of a Service of ours to be sent to from routes in another namespace, one for each Service and namespace; that of others' Services is theirs to give.
 * Source: https://gateway-api.sigs.k8s.io/api-types/referencegrant/
 */
export function emitReferenceGrants(scope: Construct, routes: readonly BoundRoute[]): void {
  const ours = routes.filter(bound => isAcrossNamespaces(bound) && bound.to.service.locator.owner === ServiceOwner.WORKLOAD);
  const sent = ours.flatMap(bound => versionsOf(bound).map(version => (
    { kind: bound.kind, from: bound.namespace, namespace: bound.to.service.locator.namespace!, service: serviceOf(bound.to, version) })));
  for (const group of grouped(sent, ({ from, namespace, service }) => JSON.stringify([namespace, service, from])).values()) {
    const [{ from, namespace, service }] = group;
    emit<ReferenceGrantSpec>(scope, {
      apiVersion: `${GROUP}/v1`, kind: 'ReferenceGrant', name: shortened(`${service}.${from}`, LONGEST), namespace,
      spec: {
        from: distinct(group.map(({ kind }) => kind)).sort(byCodePoint).map(kind => ({ group: GROUP, kind, namespace: from })),
        to: [{ group: '', kind: 'Service', name: service }],
      },
    });
  }
}
