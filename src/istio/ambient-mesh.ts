import { Construct } from 'constructs';
import { OutputOptions } from '../model/output-options';
import { beginsAtOwnService, hasOwnService } from '../model/own-service';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { WorkloadStanding } from '../model/workload-standing';
import { acceptArguments, guard } from '../private/boundary';
import { giveToAll } from '../private/common-metadata';
import { distinct } from '../private/distinct';
import { assertName, byCodePoint, Names } from '../private/names';
import { Topology } from '../topology';
import { sharedHostsOf } from '../traffic/shared-host';
import { emitAccessPolicies } from './access-policies';
import { accountOfWaypoint } from './account-of-waypoint';
import { AmbientEnforcement } from './ambient-enforcement';
import { AmbientOptions } from './ambient-options';
import { connectionsTaken } from './connections-taken';
import { egressWaypointOf, emitEgressWaypoint, emitRelayedHost, isEgressWaypoint, unrelayedAt, waypointItself } from './egress-waypoint';
import { heldMesh } from './held-mesh';
import { ambientAppChecks, istioChecks } from './istio-checks';
import { IstioTarget, targetOf } from './istio-target';
import { MeshNames } from './mesh-names';
import { assertNoneDisabled, emitNamespacePolicies, HeldPolicy } from './namespace-policies';
import { emitPeerAuthentication } from './peer-authentication';
import { podsOf, PolicyTarget, servicesCalled } from './policy-target';
import { emitRequestAuthentication } from './request-authentication';
import { emitServiceEntry } from './service-entry';
import { emitWideTelemetry, emitWorkloadTelemetry } from './telemetry';
import { TelemetryPlan, telemetryPlan } from './telemetry-plan';
import { emitWaypoint } from './waypoint';
import { AmbientNames, emitPodsPolicy, emitWaypointPolicies } from './waypoint-policies';
import { emitWaypointRules } from './waypoint-rule';
import { servicesBehindWaypoint } from './waypoint-services';
import { assertReportable } from './waypoint-telemetry';

/** What to make Istio's resources of, where it has no sidecars. */
export interface AmbientMeshProps extends AmbientOptions, OutputOptions {
  /** The topology to read. */
  readonly topology: Topology;
}

/**
 * Traffic policy through Istio without sidecars: a waypoint in each namespace, and what it and the proxies of nodes do: mutual TLS, authorization from the declared dependencies, circuit breaking, load
 * balancing, tokens, traces, access logs, metrics. Routes and time limits are those of the Gateway API: `GatewayApi` with `routesOfServices`. What neither has words for is refused. For Istio 1.30 and 1.31; what needs 1.31 asks for `istioVersion`.
 * Source: https://istio.io/latest/docs/ambient/overview/
 */
export class AmbientMesh extends Construct {
  /**
   * @throws what `IstioMesh` throws, but for what is said of sidecars, BST801 if the name of the waypoint is no DNS label, BST660 if telemetry is said that no waypoint reports, BST544 if a policy disables mutual TLS
   */
  constructor(scope: Construct, id: string, props: AmbientMeshProps) {
    acceptArguments('new AmbientMesh', [scope, id, props]);
    super(scope, id);
    giveToAll(this, props);
    const { path } = this.node;
    const { ofAll, ...held } = heldMesh(props, path);
    const { policies, rootNamespace } = held;
    assertNoneDisabled(policies, path);
    const names = { trustDomain: held.trustDomain, waypoint: assertName(Names.LABEL, props.waypoint ?? 'waypoint', path), waypointsExist: props.waypointsExist ?? false };
    const enforcement = new AmbientEnforcement(() => props.topology._closed(), targetOf(props));
    const checks = [...istioChecks(held), accountOfWaypoint(names.waypoint)];
    const graph = props.topology.read({ enforcement, checks, appChecks: ambientAppChecks() });
    const telemetry = telemetryPlan(ofAll, props.telemetry ?? [], { rootNamespace, graph, path });
    assertReportable(telemetry, graph, path);
    emitNamespacePolicies(this, policies);
    if (!names.waypointsExist) for (const namespace of namespacesOf(graph)) emitWaypoint(this, names.waypoint, namespace);
    for (const gateway of graph.workloads.filter(isEgressWaypoint)) emitEgressWaypoint(this, gateway, graph);
    emitHosts(this, graph, { ...held, target: targetOf(props) });
    for (const workload of graph.workloads) emitOfWorkload(this, workload, { graph, names, policies, telemetry });
    emitWideTelemetry(this, telemetry);
  }
}

guard('AmbientMesh', AmbientMesh);

/** Where services are that a waypoint stands before. */
function namespacesOf({ services }: TopologyGraph): string[] {
  return distinct(services.filter(beginsAtOwnService).map(({ locator }) => locator.namespace!)).sort(byCodePoint);
}

/** How the mesh is called, and which Istio it is. */
interface Emitting extends MeshNames {
  readonly target: IstioTarget;
}

function emitHosts(scope: Construct, graph: TopologyGraph, { clusterDomain, trustDomain, target }: Emitting): void {
  for (const host of sharedHostsOf(graph, clusterDomain)) {
    const gateway = egressWaypointOf(host);
    const dialled = gateway ? undefined : unrelayedAt(host);
    if (gateway) emitRelayedHost(scope, host, gateway, { graph, trustDomain, target });
    if (dialled) emitServiceEntry(scope, dialled);
    if (host.members.some(({ service }) => hasOwnService(service))) emitWaypointRules(scope, host, target);
  }
}

interface Ambient {
  readonly graph: TopologyGraph;
  readonly names: AmbientNames;
  readonly policies: readonly HeldPolicy[];
  readonly telemetry: TelemetryPlan;
}

/** A gateway has proxies of its own, which hold what is said of it; the waypoint lets everybody through to them. */
function emitOfWorkload(scope: Construct, workload: IWorkload, { graph, names, policies, telemetry }: Ambient): void {
  const called = servicesBehindWaypoint(workload, graph);
  const isGateway = workload.standing === WorkloadStanding.GATEWAY;
  const target = isGateway ? policyTargetOf(workload) : servicesCalled(called);
  emitRequestAuthentication(scope, workload, graph.requiredTokensOf(workload), target);
  emitAccessPolicies(scope, workload, { graph, trustDomain: names.trustDomain, target });
  const taken = workload.ruled ? connectionsTaken(workload, graph, policies, graph.admittedPeersOf(workload)) : undefined;
  if (taken) emitPeerAuthentication(scope, workload, taken);
  if (workload.guarded) emitPodsPolicy(scope, workload, graph, names);
  emitWaypointPolicies(scope, workload, graph, names);
  if (isGateway || called.length > 0) emitWorkloadTelemetry(scope, workload, telemetry, target);
}

function policyTargetOf(gateway: IWorkload): PolicyTarget {
  return isEgressWaypoint(gateway) ? waypointItself(gateway) : podsOf(gateway);
}
