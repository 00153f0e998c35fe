import { Construct } from 'constructs';
import { PeerIdentity } from '../model/admitted-peer-props';
import { BackingService } from '../model/backing-service';
import { beginsAtOwnService, hasOwnService } from '../model/own-service';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { distinct } from '../private/distinct';
import { emitAllowed } from './authorization-policy';
import { admittingRule, Rule, rulesOfCallers } from './entering-rules';
import { podsOf, servicesCalled } from './policy-target';
import { principalOf } from './principal';
import { servicesTogether } from './waypoint-services';

/** A mesh without sidecars, as policies name it. @internal */
export interface AmbientNames {
  readonly trustDomain: string;
  /** Name of the waypoint in each namespace, and of its ServiceAccount. */
  readonly waypoint: string;
  /** Whether it is somebody else's, which may let in anybody whom no policy is about. */
  readonly waypointsExist: boolean;
}

/** Lets in whoever comes. */
const ANYBODY: readonly Rule[] = [{}];

/**
 * Whom the waypoint lets through to the Services of a workload: callers that declared it, to what they declared, and whom the workload admits, who may call a Service too. A workload that is
 * not guarded yet lets in anybody, as the waypoint alone would not. Where the waypoint is not ours, what nobody calls has a policy too, which lets in nobody. Source: https://istio.io/latest/docs/ambient/usage/l7-features/#authorization-policy
 */
export function emitWaypointPolicies(scope: Construct, workload: IWorkload, graph: TopologyGraph, names: AmbientNames): void {
  const { trustDomain, waypointsExist } = names;
  const admitted = graph.admittedPeersOf(workload).filter(({ identity }) => identity !== PeerIdentity.NONE);
  for (const { names: of, services } of servicesTogether(workload, graph)) {
    const rules = !workload.guarded ? [...ANYBODY] : [
      ...services.flatMap(service => rulesOfCallers(service, graph.dependenciesOn(service), { trustDomain, ports: 'port' })),
      ...admitted.flatMap(peer => portsBefore(services, peer.port).map(port => admittingRule(peer, trustDomain, port))),
    ];
    if (rules.length > 0 || waypointsExist) emitAllowed(scope, workload, { name: `${of[0]}-at-waypoint`, target: servicesCalled(of), rules });
  }
}

/** The ports of Services by which a port of pods is reached. */
function portsBefore(services: readonly BackingService[], targetPort: number): number[] {
  const addresses = services.flatMap(({ locator }) => locator.addresses);
  return distinct(addresses.filter(address => address.targetPort === targetPort).map(({ port }) => port));
}

/**
 * Whom the node's proxy lets in to the pods of a workload: the waypoint, which has asked who calls, callers of what it does not stand before, and whom the workload admits.
 * Source: https://istio.io/latest/docs/ambient/usage/l4-policy/#targeting-policies
 */
export function emitPodsPolicy(scope: Construct, workload: IWorkload, graph: TopologyGraph, { trustDomain, waypoint }: AmbientNames): void {
  const services = graph.servicesOf(workload);
  const principal = principalOf({ namespace: workload.namespace, serviceAccountName: waypoint }, trustDomain);
  const rules = [
    ...throughWaypoint(services.filter(beginsAtOwnService), principal),
    ...services.filter(service => !hasOwnService(service))
      .flatMap(service => rulesOfCallers(service, graph.dependenciesOn(service), { trustDomain, ports: 'targetPort' })),
    ...graph.admittedPeersOf(workload).map(peer => admittingRule(peer, trustDomain)),
  ];
  emitAllowed(scope, workload, { name: workload.name, target: podsOf(workload), rules });
}

function throughWaypoint(services: readonly BackingService[], principal: string): Rule[] {
  const ports = distinct(services.flatMap(({ locator }) => locator.addresses.map(({ targetPort }) => targetPort))).sort((a, b) => a - b);
  return ports.length === 0 ? [] : [{ from: [{ source: { principals: [principal] } }], to: [{ operation: { ports: ports.map(String) } }] }];
}
