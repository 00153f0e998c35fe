import { Construct } from 'constructs';
import { versionServicesOf } from '../model/version-services';
import { emit } from '../private/emit';
import { hostPortsOf } from '../traffic/host-ports';
import { SharedHost } from '../traffic/shared-host';
import { IstioTarget } from './istio-target';
import { HostTrafficPolicy, hostTrafficPolicyOf, policiesOfAll } from './port-policies';

interface WaypointRuleSpec {
  readonly host: string;
  readonly exportTo: readonly ['.'];
  readonly trafficPolicy: HostTrafficPolicy;
}

/**
 * What the waypoint does with connections to a host of ours, on which all callers agree, and to those of its versions, which a route sends to: a rule of the common one is not theirs.
 * It reads the rules of its own namespace alone. Source: Kiali KIA0212; istio, pilot/pkg/networking/core/waypoint.go
 */
export function emitWaypointRules(scope: Construct, host: SharedHost, target: IstioTarget): void {
  const trafficPolicy = hostTrafficPolicyOf(policiesOfAll(hostPortsOf(host)), target);
  if (trafficPolicy === undefined) return;
  const { name, namespace, members: [{ service: { locator } }] } = host;
  const { service } = locator.primary;
  const ofVersions = versionServicesOf(locator).filter(({ common }) => common === service)
    .map(version => ({ name: version.name, host: host.host.replace(service!, version.name) }));
  for (const one of [{ name, host: host.host }, ...ofVersions]) {
    emit<WaypointRuleSpec>(scope, {
      apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', name: one.name, namespace, spec: { host: one.host, exportTo: ['.'], trafficPolicy },
    });
  }
}
