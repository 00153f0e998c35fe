import { Address, AddressRole } from '../model/address';
import { BackingService } from '../model/backing-service';
import { DataAccess } from '../model/data-access';
import { Dependency } from '../model/dependency';
import { DependencyVerb } from '../model/dependency-verb';
import { isGateway } from '../model/gateway-interface';
import { Locator, ServiceOwner } from '../model/locator';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { distinct } from '../private/distinct';
import { grouped } from '../private/grouped';
import { byCodePoint } from '../private/names';
import { shortened } from '../private/shortened';
import { Hop, hopTo } from './hop';
import { hasHostsInCommon } from './hosts-in-common';
import { hostLabel, ruledName } from './ruled-name';

/** As long as the name of an object may be. */
const LONGEST = 253;

/** A host that requests are routed to, as one namespace sees it: what the objects about it have in common. @internal */
export interface RoutedHost {
  readonly service: BackingService;
  /** Fully qualified, because a short name would be completed with the object's namespace. */
  readonly host: string;
  /** Name of the objects about it, where no other service is at it. */
  readonly name: string;
  /** What consumers dial at it; where several hosts are ruled as one, at all of them. */
  readonly dialled: Address[];
  /** The port of the service at it. */
  readonly port: number;
  /** All ports of the service at it that consumers dial, that one among them. */
  readonly ports: number[];
  /** Whether it has ports besides, or somebody else may have given it some, so that what is said of requests holds for that port alone. */
  readonly hasOtherPorts: boolean;
  /** Where the objects live. */
  readonly namespace: string;
  /** Whether they rule callers there. */
  readonly isSeenThere: boolean;
  /** Further namespaces that they rule callers in, sorted. */
  readonly visibleTo: string[];
  /** Who calls it and is ruled by these objects, sorted by path; without a gateway that relays it. */
  readonly callers: Dependency[];
  /** The gateway that callers are sent to, if one relays it. */
  readonly through?: Hop;
  /** The Secret of the certificate that is shown there, as the gateway that relays it sees it. */
  readonly clientCertificateSecret?: string;
}

/**
 * The hosts of a service. Ours has one owner: its objects live in its namespace and are seen where its consumers live.
 * A host of an operator or a third party belongs to nobody here: each consumer namespace has its own objects, seen nowhere else but by gateways,
 * so that no two programs write to one object. Where a third party has several, all that is said of the service holds at each.
 */
export function routedHostsOf(service: BackingService, graph: TopologyGraph, clusterDomain: string): RoutedHost[] {
  const { locator } = service;
  const callers = graph.dependenciesOn(service);
  if (locator.owner === ServiceOwner.WORKLOAD) {
    const namespace = locator.namespace!;
    const visibleTo = graph.consumerNamespacesOf(service).filter(consumer => consumer !== namespace);
    const host = `${locator.primary.host}.${clusterDomain}`;
    const dialled = dialledAt(service, locator.primary.host);
    const ports = portsAt(locator, locator.primary.host);
    return [{ service, host, name: service.name, dialled, ...ports, namespace, isSeenThere: true, visibleTo, callers }];
  }
  const relay = graph._relays.to(service);
  const byNamespace = grouped(callers, ({ source }) => rulingNamespaceOf(source, service, graph));
  return [...byNamespace].sort(([a], [b]) => byCodePoint(a, b)).flatMap(([namespace, here]) => {
    const consumers = distinct(here.map(({ source }) => source.namespace)).sort(byCodePoint);
    return hostsFor(here, service).map(host => ({
      service,
      host: locator.isExternal ? ruledName(host) : `${host}.${clusterDomain}`,
      name: nameOf(service, host, namespace),
      dialled: dialledAt(service, host),
      ...portsAt(locator, host),
      namespace,
      isSeenThere: consumers.includes(namespace),
      visibleTo: consumers.filter(consumer => consumer !== namespace),
      callers: here.filter(caller => !graph._relays.carries(caller)),
      through: hopTo(host, { relay, here, clusterDomain }),
    }));
  });
}

/**
 * Where what rules the calls of somebody else's service stands. Many share the namespace of a gateway, and none of them may write there what another one writes too: a third party is known
 * from where all else about the gateway stands, unless workloads beside the gateway call it as well: of two entries in sight a proxy takes the one of its own namespace. Of a service in the
 * cluster a proxy asks its own namespace and that of the service alone.
 */
export function rulingNamespaceOf(source: IWorkload, service: BackingService, graph: TopologyGraph): string {
  const { namespace } = source;
  if (!service.locator.isExternal || !isGateway(source) || source.configNamespace === namespace) return namespace;
  const isCalledThere = graph.dependenciesOn(service).some(other => !isGateway(other.source) && other.source.namespace === namespace);
  return isCalledThere ? namespace : source.configNamespace;
}

/** The hosts that these callers dial, each of which is ruled alone: of those that use a store, only who reads is given the address for that. */
function hostsFor(callers: Dependency[], service: BackingService): string[] {
  const { locator } = service;
  if (locator.isExternal) return outsideHostsOf(service);
  const isRead = callers.some(({ verb, policy }) => verb !== DependencyVerb.USES || policy.access === DataAccess.READ_ONLY);
  return distinct(locator.dialled.filter(({ role }) => isRead || role !== AddressRole.READ_ONLY).map(({ host }) => host)).sort(byCodePoint);
}

/** The primary one first; it stands for all of those that are ruled as one. */
function outsideHostsOf(service: BackingService): string[] {
  const { primary: { host: first }, dialled } = service.locator;
  return hasHostsInCommon(service) ? [first] : [first, ...distinct(dialled.map(({ host }) => host)).filter(host => host !== first).sort(byCodePoint)];
}

function dialledAt(service: BackingService, host: string): Address[] {
  const { dialled } = service.locator;
  return hasHostsInCommon(service) ? dialled : dialled.filter(address => address.host === host);
}

/** A Service that is made here has just the ports that are declared here; so has a host outside, in the entry that is made for it. */
function portsAt({ addresses, dialled, primary, declaresServices, isExternal }: Locator, host: string): Pick<RoutedHost, 'port' | 'ports' | 'hasOtherPorts'> {
  const ports = distinct(dialled.filter(address => address.host === host).map(address => address.port));
  const port = primary.host === host ? primary.port : ports[0];
  const isAlone = addresses.every(address => address.host !== host || address.port === port);
  return { port, ports, hasOtherPorts: !declaresServices && !isExternal || !isAlone };
}

/**
 * An operator's and a neighbour's hosts are Kubernetes Services, whose names no other in their namespace has. Beside a neighbour in one namespace the
 * objects have a name that its own program does not give to its own. Those about a further host outside tell it, behind a dot, which no service's id has.
 */
function nameOf({ name, locator }: BackingService, host: string, namespace: string): string {
  const [service] = host.split('.');
  if (locator.owner === ServiceOwner.OPERATOR) return service;
  if (locator.owner === ServiceOwner.EXTERNAL) return host === locator.primary.host ? name : shortened(`${name}.${hostLabel(host)}`, LONGEST);
  const called = new Set(locator.dialled.map(address => address.service)).size > 1 ? `${name}-${service}` : name;
  return namespace === locator.namespace ? `${called}-as-called` : called;
}
