import { Dependency } from '../model/dependency';
import { DependencyPolicy } from '../model/dependency-policy';
import { IWorkload } from '../model/workload-interface';
import { grouped } from '../private/grouped';
import { HostPort } from '../traffic/host-ports';
import { IstioTarget } from './istio-target';
import { knownPolicy } from './known-policy';
import { callersAgree, TrafficPolicy, trafficPolicyOf } from './traffic-policy';

/** What is said of the connections to each port of a host. @internal */
export type PortPolicies = ReadonlyMap<HostPort, TrafficPolicy | undefined>;

/** A traffic policy, of a host as a whole or of its ports. @internal */
export interface HostTrafficPolicy extends TrafficPolicy {
  readonly portLevelSettings?: ({ readonly port: { readonly number: number } } & TrafficPolicy)[];
}

/** What holds for everybody: at each port what its callers agree on. */
export function policiesOfAll(ports: readonly HostPort[]): PortPolicies {
  return new Map(ports.map(port => [port, policyOf(port, callersAgree(port.callers) ? port.callers[0]?.policy : undefined)]));
}

/** What each workload says of the ports that it dials. */
export function policiesByCaller(ports: readonly HostPort[]): Map<IWorkload, PortPolicies> {
  const dialled = ports.flatMap(port => port.callers.map((caller): Dialled => ({ port, caller })));
  return new Map([...grouped(dialled, ({ caller }) => caller.source)].map(([source, all]) => [source, policiesOf(all)]));
}

/** Whether a caller says of each port that it dials what is said of it for everybody. */
export function isSame(own: PortPolicies, ofAll: PortPolicies): boolean {
  return [...own].every(([port, policy]) => JSON.stringify(policy) === JSON.stringify(ofAll.get(port)));
}

/**
 * As a DestinationRule for an Istio writes it; undefined if nothing is said. What is said of a port inherits nothing from what is said of the host.
 * Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-PortTrafficPolicy
 */
export function hostTrafficPolicyOf(policies: PortPolicies, target: IstioTarget): HostTrafficPolicy | undefined {
  const known = [...policies].map(([{ port }, policy]) => ({ port, policy: policy && knownPolicy(policy, target) }));
  const ofPorts = known.flatMap(({ port: number, policy }) => (
    number === undefined || policy === undefined ? [] : [{ port: { number }, ...policy }]));
  if (ofPorts.length > 0) return { portLevelSettings: ofPorts };
  return known.find(({ port }) => port === undefined)?.policy;
}

interface Dialled {
  readonly port: HostPort;
  readonly caller: Dependency;
}

/** Of several dependencies on what is at one port the first speaks; that they say one thing is a rule of its own (BST637). */
function policiesOf(dialled: readonly Dialled[]): PortPolicies {
  return new Map([...grouped(dialled, ({ port }) => port)].map(([port, [{ caller }]]) => [port, policyOf(port, caller.policy)]));
}

function policyOf({ service, host, clientCertificateSecret }: HostPort, policy?: DependencyPolicy): TrafficPolicy | undefined {
  return trafficPolicyOf(service, host, policy, clientCertificateSecret);
}
