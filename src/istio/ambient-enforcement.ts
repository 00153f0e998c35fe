import { AccessRule } from '../model/access-policy-props';
import { AdmittedPeer } from '../model/admitted-peer';
import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { DependencyPolicy } from '../model/dependency-policy';
import { Enforcement, EnforcementAnswer } from '../model/enforcement';
import { IGateway, isGateway, isOfGatewayApi } from '../model/gateway-interface';
import { MutualTlsMode } from '../model/mutual-tls';
import { hasOwnService } from '../model/own-service';
import { bytePortsOf } from '../model/seen-ports';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { BESIDE_TRAFFIC } from '../traffic/beside-traffic';
import { isEgressWaypoint } from './egress-waypoint';
import { IstioEnforcement } from './istio-enforcement';
import { IstioTarget, targetOf } from './istio-target';
import { newerInCall } from './needed-version';
import { relayingAnswer } from './relaying-waypoint';
import { callersAgree } from './traffic-policy';

const { CARRIED, NOT_MINE } = EnforcementAnswer;
const FIX = 'leave it out, or let sidecars carry it: Mesh.istio()';

type Answering = (dependency: Dependency, graph: TopologyGraph) => EnforcementAnswer;

/** For every field of a dependency, whether waypoints carry it there. A new field fails to compile here until it is decided. */
const FIELDS: Record<keyof DependencyPolicy, Answering> = {
  timeout: () => NOT_MINE,
  retry: () => NOT_MINE,
  connectTimeout: atWaypoint,
  circuitBreaker: atWaypoint,
  connectionPool: atWaypoint,
  operations: byWaypoint,
  ...BESIDE_TRAFFIC,
};

/** What Istio's objects carry without sidecars, and where they cannot act though they are emitted. @internal */
export class AmbientEnforcement extends Enforcement {
  private readonly ofProxies: IstioEnforcement;

  constructor(private readonly read: () => TopologyGraph, private readonly target: IstioTarget = targetOf({})) {
    super();
    this.ofProxies = new IstioEnforcement(target);
  }

  public field(dependency: Dependency, field: string): EnforcementAnswer {
    const answer = this.whoeverCalls(dependency, field);
    return answer === CARRIED ? newerInCall(dependency, field, this.target) ?? CARRIED : answer;
  }

  /** By the proxy of the node, which answers names as well. Source: https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/ */
  public endpoints(_service: BackingService): EnforcementAnswer {
    return CARRIED;
  }

  /**
   * A proxy of a node starts mutual TLS where the tunnel of ambient is spoken alone, which no documented way of installing a machine has it do.
   * Sources: istio, pilot/pkg/serviceregistry/ambient/workloads.go (`setTunnelProtocol`), https://istio.io/latest/docs/setup/install/virtual-machine/
   */
  public machines({ name }: IWorkload): EnforcementAnswer {
    return EnforcementAnswer.cannot(`${name} runs on machines, which Istio has sidecars on, and proxies of nodes reach no sidecar of a machine by mutual TLS`,
      'let sidecars carry the traffic: Mesh.istio()');
  }

  public loadBalancing(service: BackingService): EnforcementAnswer {
    if (!hasOwnService(service) && !this.waypointBefore(service)) return withoutWaypoint(service);
    return service.loadBalancing?.locality?.isZoneAware ? withoutZones(service) : this.ofProxies.loadBalancing(service);
  }

  public entering(workload: IWorkload, what: string): EnforcementAnswer {
    if (isGateway(workload)) return this.ofGateway(workload, what);
    return ENTERING[what]?.(workload, this.read()) ?? CARRIED;
  }

  /** By the waypoint that relays it. */
  public tlsByMesh(service: BackingService): EnforcementAnswer {
    return this.waypointBefore(service) ? CARRIED : NOT_MINE;
  }

  private whoeverCalls(dependency: Dependency, field: string): EnforcementAnswer {
    const graph = this.read();
    if (!isGateway(dependency.source)) return FIELDS[field as keyof DependencyPolicy](dependency, graph);
    return graph._relays.carries(dependency) && ONWARDS.has(field) ? CARRIED : NOT_MINE;
  }

  private waypointBefore(service: BackingService): boolean {
    const relay = this.read()._relays.to(service);
    return relay !== undefined && isEgressWaypoint(relay.gateway);
  }

  private ofGateway(workload: IGateway, what: string): EnforcementAnswer {
    if (what === 'relays' && isOfGatewayApi(workload)) return relayingAnswer(workload, this.read());
    if (what !== 'exposes' && what !== 'relays' || isOfGatewayApi(workload)) return this.ofProxies.entering(workload, what);
    return EnforcementAnswer.cannot('gateways of Istio\'s own API tell versions apart by subsets, which a mesh without sidecars does not have, and relay for sidecars alone',
      'give the gateway a gatewayClassName: "istio", or of one that relays "istio-waypoint"');
  }
}

/** What a waypoint does with connections that it opens to a third party, as its own `calls()` say. */
const ONWARDS: ReadonlySet<string> = new Set<keyof DependencyPolicy>(['connectTimeout', 'circuitBreaker', 'connectionPool']);

/** Why what is said of who enters cannot be held; undefined if it can. */
const ENTERING: Record<string, (workload: IWorkload, graph: TopologyGraph) => EnforcementAnswer | undefined> = {
  mutualTls: ({ name, mutualTls }) => {
    const modes = [mutualTls?.mode, ...Object.values(mutualTls?.ports ?? {})];
    return modes.includes(MutualTlsMode.DISABLE) ? cannot(`pods of ${name} take mutual TLS wherever a mesh has no sidecars, and cannot refuse it`) : undefined;
  },
  admits: (workload, graph) => {
    const seen = graph.admittedPeersOf(workload).find(isAboutRequests);
    return seen && cannot(`whom ${workload.name} admits at port ${seen.port} comes past the waypoint, and no other proxy sees methods, paths and addresses of clients`);
  },
  requires: (workload, graph) => {
    const ports = new Set(graph.servicesOf(workload).flatMap(({ locator }) => locator.addresses.map(({ targetPort }) => targetPort)));
    const past = graph.admittedPeersOf(workload).find(({ port }) => ports.has(port));
    return comingPast(workload, past) ?? ofRequests(workload, graph, graph.requiredTokensOf(workload).some(token => token.ports !== undefined));
  },
  enforces: (workload, graph) => {
    const rules = graph.policiesOf(workload).flatMap(policy => policy.rules);
    return comingPast(workload, graph.admittedPeersOf(workload)[0]) ?? ofRequests(workload, graph, rules.some(namesDestination));
  },
};

/** Who is admitted comes to the pods too, where no waypoint holds anything. */
function comingPast({ name }: IWorkload, peer: AdmittedPeer | undefined): EnforcementAnswer | undefined {
  return peer && cannot(`whom ${name} admits at port ${peer.port} comes past the waypoint, which alone holds it`);
}

/** By ports or addresses of pods. */
function namesDestination({ ports, notPorts, when = [] }: AccessRule): boolean {
  return ports !== undefined || notPorts !== undefined || when.some(({ key }) => key === 'destination.port' || key === 'destination.ip');
}

/** At a waypoint policies are about Services: they know other ports than those of pods. */
function ofRequests(workload: IWorkload, graph: TopologyGraph, namesPorts: boolean): EnforcementAnswer | undefined {
  const { name, guarded } = workload;
  if (!guarded) {
    return EnforcementAnswer.cannot(`pods of ${name}, which is not guarded from here, let in who comes past the waypoint, which alone holds it`,
      'let this topology guard the workload, or let sidecars carry it: Mesh.istio()');
  }
  if (namesPorts) return cannot(`the waypoint of ${name} knows ports of Services, and not those of pods`);
  if (bytePortsOf(workload, graph).size > 0) return cannot(`${name} answers with bytes too, which a policy about requests would shut out at its waypoint`);
  const [other] = graph.servicesOf(workload).filter(service => !hasOwnService(service));
  return other || graph.servicesOf(workload).length === 0 ? cannot(`no waypoint stands before ${other?.name ?? name}`) : undefined;
}

function isAboutRequests({ methods, paths, clientCidrs }: AdmittedPeer): boolean {
  return methods !== undefined || paths !== undefined || clientCidrs !== undefined;
}

/** A rule of connections is for all who call. */
function atWaypoint({ service }: Dependency, graph: TopologyGraph): EnforcementAnswer {
  const relay = graph._relays.to(service);
  if (relay) {
    const { name } = relay.gateway;
    return EnforcementAnswer.cannot(`${name} opens all connections to ${service.name}, and does not ask for whom`, `say it once, in calls() of ${name}`);
  }
  if (!hasOwnService(service)) return withoutWaypoint(service);
  return callersAgree(graph.dependenciesOn(service)) ? CARRIED : EnforcementAnswer.cannot(
    `the waypoint before ${service.name} does not ask who connects, and its callers, gateways among them, do not all say the same`,
    'let each of them declare the same, or let sidecars carry it: Mesh.istio()',
  );
}

/** Operations are held by the waypoint of those that are guarded. */
function byWaypoint({ service }: Dependency, graph: TopologyGraph): EnforcementAnswer {
  if (graph._relays.to(service)) return CARRIED;
  if (!hasOwnService(service)) return withoutWaypoint(service);
  return service.locator.workload?.guarded ? CARRIED : EnforcementAnswer.cannot(
    `${service.locator.workload!.name}, which answers for ${service.name}, is not guarded from here`, 'name no operations here, or let this topology guard the workload');
}

function withoutWaypoint({ name }: BackingService): EnforcementAnswer {
  return cannot(`no waypoint of ours stands before ${name}`);
}

/** Source: istio, pilot/pkg/networking/core/loadbalancer/loadbalancer.go (`ZoneAwareLBSettings.ApplyToCluster`) */
function withoutZones({ name }: BackingService): EnforcementAnswer {
  return EnforcementAnswer.cannot(`the waypoint before ${name} does not look at zones`, 'use Locality.NEAREST, or let sidecars carry it: Mesh.istio()');
}

function cannot(reason: string): EnforcementAnswer {
  return EnforcementAnswer.cannot(reason, FIX);
}
