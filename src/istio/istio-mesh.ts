import { Construct } from 'constructs';
import { isGateway, isOfGatewayApi } from '../model/gateway-interface';
import { OutputOptions } from '../model/output-options';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { acceptArguments, guard } from '../private/boundary';
import { giveToAll } from '../private/common-metadata';
import { frozenList } from '../private/frozen-copy';
import { Topology } from '../topology';
import { exposedHostsOf } from '../traffic/exposed-host';
import { relayedRoutesOf } from '../traffic/relayed-routes';
import { routedHostsOf } from '../traffic/routed-host';
import { sharedHostsOf } from '../traffic/shared-host';
import { emitAccessPolicies } from './access-policies';
import { emitAuthorizationPolicy } from './authorization-policy';
import { connectionsTaken } from './connections-taken';
import { emitDestinationRules } from './destination-rule';
import { EgressScope, egressScopeOf } from './egress-hosts';
import { emitGateway } from './gateway';
import { emitGatewayRoutes } from './gateway-routes';
import { heldMesh } from './held-mesh';
import { IgnoredDifferences } from './ignored-differences';
import { istioAppChecks, istioChecks } from './istio-checks';
import { IstioEnforcement } from './istio-enforcement';
import { IstioOptions } from './istio-options';
import { IstioTarget, targetOf } from './istio-target';
import { emitNamespacePolicies, HeldPolicy } from './namespace-policies';
import { emitPeerAuthentication } from './peer-authentication';
import { emitRelayRoutes } from './relay-routes';
import { emitRelayRules } from './relay-rules';
import { emitReleases } from './releases';
import { emitRequestAuthentication } from './request-authentication';
import { emitServiceEntry } from './service-entry';
import { emitSidecar } from './sidecar';
import { emitWideTelemetry, emitWorkloadTelemetry } from './telemetry';
import { telemetryPlan } from './telemetry-plan';
import { emitVirtualService } from './virtual-service';
import { emitWorkloadEntries } from './workload-entry';
import { emitWorkloadGroup } from './workload-group';

/** What to make Istio's resources of. */
export interface IstioMeshProps extends IstioOptions, OutputOptions {
  /** The topology to read. */
  readonly topology: Topology;
}

/**
 * Traffic policy through Istio's sidecars: routing, timeouts, retries, load balancing, circuit breaking, mutual TLS, authorization
 * from the declared dependencies, entries for services outside and for machines, what sidecars are told of, traces, access logs, metrics. For Istio 1.30 and 1.31; what needs 1.31 asks for `istioVersion`.
 */
export class IstioMesh extends Construct {
  /**
   * What Argo CD is to pass over in objects of this mesh, because who releases a workload changes it while the mesh runs: the `ignoreDifferences` of an Application, sorted. Without the sync option
   * `RespectIgnoreDifferences`, by which Argo CD would keep the whole list of routes as it is in the cluster, and apply no other change of it. Empty if nothing is released so.
   * Sources: https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/#integrating-with-gitops, https://github.com/argoproj/argo-cd/issues/27480
   */
  public readonly ignoreDifferences: IgnoredDifferences[];

  /**
   * @throws BST010 if the sampling percentage is out of bounds, BST801 if the trust domain, the cluster's domain or a namespace is no DNS name, or a
   *   label, an annotation, a provider or a tag cannot be one, BST660 if telemetry is said that cannot be so, or twice of one scope, BST544 if a policy of a namespace or of
   *   the mesh says nothing, or something of ports, BST009 if its interval is not a
   *   whole number of milliseconds, BST053 if a further host of sidecars is no `namespace/host`, BST510 or BST511 if a credential stands in one
   */
  constructor(scope: Construct, id: string, props: IstioMeshProps) {
    acceptArguments('new IstioMesh', [scope, id, props]);
    super(scope, id);
    giveToAll(this, props);
    const { ofAll, ...held } = heldMesh(props, this.node.path);
    const { trustDomain, clusterDomain, rootNamespace, policies } = held;
    const egress = egressScopeOf(props.sidecars, held, this.node.path);
    const target = targetOf(props);
    const appChecks = istioAppChecks(props.dnsCapture);
    const graph = props.topology.read({ enforcement: new IstioEnforcement(target), checks: istioChecks({ ...held, egress }), appChecks });
    const telemetry = telemetryPlan(ofAll, props.telemetry ?? [], { rootNamespace, graph, path: this.node.path });
    emitNamespacePolicies(this, policies);
    emitHosts(this, graph, clusterDomain, target);
    for (const workload of graph.workloads) {
      emitRequestAuthentication(this, workload, graph.requiredTokensOf(workload));
      emitAccessPolicies(this, workload, { graph, trustDomain });
      if (workload.ruled) emitRuled(this, workload, { graph, policies, egress });
      if (workload.guarded) emitAuthorizationPolicy(this, workload, graph, trustDomain);
      emitWorkloadTelemetry(this, workload, telemetry);
    }
    emitWideTelemetry(this, telemetry);
    this.ignoreDifferences = frozenList(emitReleases(this, graph, clusterDomain));
  }
}

guard('IstioMesh', IstioMesh);

/** What rules the traffic to each host: of workloads, and of what comes through gateways. */
function emitHosts(scope: Construct, graph: TopologyGraph, clusterDomain: string, target: IstioTarget): void {
  for (const host of sharedHostsOf(graph, clusterDomain)) {
    emitServiceEntry(scope, host);
    emitVirtualService(scope, host);
    emitDestinationRules(scope, host, target);
  }
  const gateways = graph.workloads.filter(isGateway).filter(gateway => !isOfGatewayApi(gateway));
  for (const gateway of gateways) emitGateway(scope, gateway, graph._relays.of(gateway));
  for (const host of exposedHostsOf(graph, clusterDomain).filter(({ gateway }) => !isOfGatewayApi(gateway))) emitGatewayRoutes(scope, host);
  for (const relay of graph._relays.all) emitRelayRules(scope, relay, routedHostsOf(relay.service, graph, clusterDomain), target);
  for (const relayed of relayedRoutesOf(graph, clusterDomain)) emitRelayRoutes(scope, relayed);
}

/** What the sidecars of workloads of ours are told, and by what. */
interface Ruling {
  readonly graph: TopologyGraph;
  readonly policies: readonly HeldPolicy[];
  /** Undefined if sidecars are told of everything. */
  readonly egress?: EgressScope;
}

function emitRuled(scope: Construct, workload: IWorkload, { graph, policies, egress }: Ruling): void {
  emitWorkloadEntries(scope, workload);
  emitWorkloadGroup(scope, workload);
  const taken = connectionsTaken(workload, graph, policies);
  if (taken) emitPeerAuthentication(scope, workload, taken);
  if (egress) emitSidecar(scope, workload, graph, egress);
}
