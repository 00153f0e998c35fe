import { Construct } from 'constructs';
import { ServiceOwner } from '../model/locator';
import { distinct } from '../private/distinct';
import { emit } from '../private/emit';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { shortened } from '../private/shortened';
import { ExposedTogether } from '../traffic/exposed-together';
import { serviceOf } from './backend-refs';
import { kindOfRoute } from './kind-of-route';
import { versionsOf } from './sent-versions';

/** As long as the name of an object may be. */
const LONGEST = 253;
const GROUP = 'gateway.networking.k8s.io';

interface ReferenceGrantSpec {
  readonly from: { readonly group: string; readonly kind: string; readonly namespace: string }[];
  readonly to: { readonly group: string; readonly kind: string; readonly name: string }[];
}

/** Whether a route stands in another namespace than the Service that it sends to. */
export function isAcrossNamespaces({ exposure: { gateway, service } }: ExposedTogether): boolean {
  return service.locator.namespace !== gateway.configNamespace && !service.locator.isExternal;
}

/**
 * The leave of a Service of ours to be sent to from routes in another namespace, one for each Service and namespace; that of others' Services is theirs to give.
 * Source: https://gateway-api.sigs.k8s.io/api-types/referencegrant/
 */
export function emitReferenceGrants(scope: Construct, exposed: readonly ExposedTogether[]): void {
  const ours = exposed.filter(together => isAcrossNamespaces(together) && together.exposure.service.locator.owner === ServiceOwner.WORKLOAD);
  const sent = ours.flatMap(together => versionsOf(together).map(version => ({
    kind: kindOfRoute(together), from: together.exposure.gateway.configNamespace, namespace: together.exposure.service.locator.namespace!,
    service: serviceOf(together.to, version),
  })));
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
