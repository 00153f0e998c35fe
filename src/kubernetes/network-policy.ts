import { Construct } from 'constructs';
import { AdmittedPeer } from '../model/admitted-peer';
import { PeerIdentity } from '../model/admitted-peer-props';
import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { NetworkPeer } from '../model/network-peer';
import { beginsAtOwnService, hasOwnService } from '../model/own-service';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { distinct } from '../private/distinct';
import { emit } from '../private/emit';
import { byCodePoint } from '../private/names';
import { IpBlock, ipBlockOf, ipBlocksOf } from './ip-block';
import { NetworkTunnel } from './network-tunnel';

/** Which each namespace has of itself. Source: https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name */
const NAMESPACE = 'kubernetes.io/metadata.name';

interface Peer {
  readonly namespaceSelector?: { readonly matchLabels?: Record<string, string> };
  readonly podSelector?: { readonly matchLabels: Record<string, string> };
  readonly ipBlock?: IpBlock;
}

interface Port {
  readonly protocol: 'TCP' | 'UDP';
  readonly port: number;
}

/** What may be reached. @internal */
export interface EgressRule {
  readonly to: Peer[];
  readonly ports: Port[];
}

/** What holds for every policy. @internal */
export interface ForAll {
  /** What every workload may reach besides, by its text. */
  readonly reachable: ReadonlyMap<string, EgressRule>;
  /** Whether what is outside of the cluster has public addresses. */
  readonly outsideIsPublic: boolean;
  /** How connections travel in the mesh, if not as they are dialled. */
  readonly tunnel?: NetworkTunnel;
}

interface IngressRule {
  /** Absent where anybody may come in. */
  readonly from?: Peer[];
  /** Absent for all. */
  readonly ports?: Port[];
}

interface NetworkPolicySpec {
  readonly podSelector: { readonly matchLabels: Record<string, string> };
  readonly policyTypes: ('Ingress' | 'Egress')[];
  /** Absent where nothing may come in: the API server drops an empty list, so each later apply would be a change. */
  readonly ingress?: IngressRule[];
  readonly egress: EgressRule[];
}

/** What a workload may be reached by and may reach. Ports are those of pods: a policy acts after a Service's translation. */
export function emitNetworkPolicy(scope: Construct, workload: IWorkload, graph: TopologyGraph, { reachable, outsideIsPublic, tunnel }: ForAll): void {
  const provided = graph.servicesOf(workload).filter(service => graph.dependenciesOn(service).length > 0);
  const reached = distinct(graph.dependenciesOf(workload).map(dependency => dependency.service));
  const towards = reached.flatMap(service => egressRulesFrom(workload, service, { graph, outsideIsPublic, tunnel }));
  const egress = [...towards, ...graph.reachedPeersOf(workload).map(peer => reachingRule(peer, tunnel))];
  const ingress = distinctRules([
    ...provided.map(service => ingressRule(workload, service, graph.dependenciesOn(service), tunnel)),
    ...graph.admittedPeersOf(workload).map(peer => admittingRule(peer, tunnel)),
    ...tunnel ? [{ from: tunnel.probesFrom.map(cidr => ({ ipBlock: { cidr } })) }] : [],
  ]);
  emit<NetworkPolicySpec>(scope, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    name: workload.name,
    namespace: workload.namespace,
    spec: {
      podSelector: { matchLabels: workload.selector },
      policyTypes: ['Ingress', 'Egress'],
      ingress: ingress.length > 0 ? ingress : undefined,
      egress: [...new Map([...byText(egress), ...reachable]).values()],
    },
  });
}

/** Through a tunnel they come from the proxy before the Service, where one is; whoever learns there of pods comes to these by himself, too. */
function ingressRule({ namespace }: IWorkload, service: BackingService, callers: Dependency[], tunnel: NetworkTunnel | undefined): IngressRule {
  if (tunnel && hasOwnService(service)) return { from: [pods(namespace, tunnel.proxyLabels)], ports: [tcp(tunnel.port)] };
  const proxies = tunnel && beginsAtOwnService(service) ? [pods(namespace, tunnel.proxyLabels)] : [];
  return {
    from: distinctPeers([...proxies, ...callers.flatMap(({ source }) => peersOf(source))]),
    ports: tunnel ? [tcp(tunnel.port)] : portsOf(service),
  };
}

/** Machines come from their addresses. */
function peersOf({ namespace, selector, machines }: IWorkload): Peer[] {
  return machines ? machines.cidrs.map(cidr => ({ ipBlock: { cidr } })) : [pods(namespace, selector)];
}

function tcp(port: number): Port {
  return { protocol: 'TCP', port };
}

/** Addresses are let in as they are named: what `ipBlockOf` leaves out nobody is to reach, but who comes from there is no danger. */
function admittingRule(peer: AdmittedPeer, tunnel: NetworkTunnel | undefined): IngressRule {
  const plain = tunnel && peer.identity === PeerIdentity.MESH ? [] : [tcp(peer.port)];
  const ports = tunnel && peer.identity !== PeerIdentity.NONE ? [...plain, tcp(tunnel.port)] : plain;
  return peer.identity === PeerIdentity.ANY ? { ports } : { from: admittedPeers(peer), ports };
}

/** Of pods that no label tells, all of a namespace or of the cluster. */
function admittedPeers({ cidrs, namespace, podLabels }: AdmittedPeer): Peer[] {
  if (cidrs) return cidrs.map(cidr => ({ ipBlock: { cidr } }));
  if (namespace === undefined) return [{ namespaceSelector: {} }];
  return [podLabels ? pods(namespace, podLabels) : { namespaceSelector: { matchLabels: { [NAMESPACE]: namespace } } }];
}

interface Way extends Pick<ForAll, 'outsideIsPublic' | 'tunnel'> {
  readonly graph: TopologyGraph;
}

/** What a gateway relays, others reach there and nowhere else; machines are reached at their addresses. */
function egressRulesFrom(workload: IWorkload, service: BackingService, { graph, outsideIsPublic, tunnel }: Way): EgressRule[] {
  const machines = service.locator.workload?.machines;
  if (machines) return [{ to: machines.cidrs.map(cidr => ({ ipBlock: ipBlockOf(cidr, false) })), ports: portsOf(service) }];
  const relay = graph._relays.to(service);
  if (relay === undefined || relay.gateway === workload) return egressRulesOf(service, outsideIsPublic, tunnel);
  const { gateway: { namespace, selector }, said: { targetPort: port } } = relay;
  return [{ to: [pods(namespace, selector)], ports: [tcp(tunnel?.port ?? port)] }];
}

/** None where the pods behind a service are unknown: an empty selector would open the whole namespace. */
function egressRulesOf(service: BackingService, outsideIsPublic: boolean, tunnel: NetworkTunnel | undefined): EgressRule[] {
  const { isExternal, cidrs = ['0.0.0.0/0', '::/0'], endpoints = [], dialled, namespace, podLabels } = service.locator;
  if (isExternal) {
    const blocks = ipBlocksOf(cidrs, [...dialled.map(({ host }) => host), ...endpoints], outsideIsPublic);
    return [{ to: blocks.map(ipBlock => ({ ipBlock })), ports: portsOf(service) }];
  }
  const towards = tunnel ? [tcp(tunnel.port)] : [];
  const proxies = tunnel && beginsAtOwnService(service) ? [{ to: [pods(namespace!, tunnel.proxyLabels)], ports: towards }] : [];
  if (tunnel && hasOwnService(service)) return proxies;
  return podLabels ? [{ to: [pods(namespace!, podLabels)], ports: [...portsOf(service), ...towards] }, ...proxies] : [];
}

function pods(namespace: string, labels: Record<string, string>): Peer {
  return {
    namespaceSelector: { matchLabels: { [NAMESPACE]: namespace } },
    podSelector: { matchLabels: labels },
  };
}

/** The rule for whom one workload reaches, the same in whichever order the addresses were given. */
function reachingRule(peer: NetworkPeer, tunnel: NetworkTunnel | undefined): EgressRule {
  const { to, ports } = egressRuleOf({ ...peer, cidrs: peer.cidrs && [...peer.cidrs].sort(byCodePoint) });
  return { to, ports: tunnel && peer.cidrs === undefined ? [...ports, tcp(tunnel.port)] : ports };
}

/** The rule for a peer; one object for all policies where every workload may reach it. Addresses that are named are meant, whatever is outside. */
export function egressRuleOf(peer: NetworkPeer): EgressRule {
  const { cidrs, namespace, podLabels } = peer;
  const to = cidrs ? cidrs.map(cidr => ({ ipBlock: ipBlockOf(cidr, false) })) : [pods(namespace!, podLabels!)];
  return { to, ports: peerPorts(peer) };
}

function peerPorts(peer: NetworkPeer): Port[] {
  return [{ protocol: 'TCP', port: peer.port }, ...peer.udp ? [{ protocol: 'UDP' as const, port: peer.port }] : []];
}

function portsOf({ locator }: BackingService): Port[] {
  return distinct(locator.dialled.map(({ targetPort }) => targetPort)).map(tcp);
}

/** Each once, in the order of the first: two services at any address, or of the same pods, need one way on one port. */
function distinctRules(rules: IngressRule[]): IngressRule[] {
  return rules.length < 2 ? rules : [...byText(rules).values()];
}

function distinctPeers(peers: Peer[]): Peer[] {
  return peers.length < 2 ? peers : [...byText(peers)].sort(([a], [b]) => byCodePoint(a, b)).map(([, peer]) => peer);
}

/** Each by its text. */
export function byText<Value>(values: readonly Value[]): Map<string, Value> {
  return new Map(values.map(value => [JSON.stringify(value), value]));
}
