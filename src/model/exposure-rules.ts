import { assertPort } from '../private/bounds';
import { frozenList } from '../private/frozen-copy';
import { byCodePoint } from '../private/names';
import { listed, quote } from '../private/topology-error';
import { assertRoutes } from './assert-routes';
import { BackingService } from './backing-service';
import { ExposeOptions } from './expose-options';
import { IGateway } from './gateway-interface';
import { GatewayListener } from './gateway-listener';
import { ListenerProtocol } from './gateway-listener-props';
import { refused } from './gateway-rules';
import { heldRouteOptions } from './held-route-options';
import { HttpMatch } from './http-match';
import { HttpRoute } from './http-route';
import { HttpRouteOptions } from './http-route-options';
import { ANY_HOST, assertListenerHost, isWithin } from './listener-host';

/** What is said of an exposure, as it is held. @internal */
export interface HeldExposure extends Pick<ExposeOptions, 'timeout' | 'retry' | 'port'> {
  /** Sorted. */
  readonly hosts?: string[];
  readonly matches: HttpMatch[];
  /** Of its own. */
  readonly routes?: HttpRoute[];
  readonly options: HttpRouteOptions;
}

/** Holds what is said; throws BST049 unless the gateway listens for it, or if something is asked of requests that are not seen. */
export function heldExposure(gateway: IGateway, service: BackingService, said: ExposeOptions, path: string): HeldExposure {
  const { hosts, port, matches = [], routes, timeout, retry, ...options } = said;
  if (!gateway.routed) throw refused(path, `it is not said here where ${gateway.name} listens`, 'give the gateway listeners, or existingGateway; or declare calls() if its owner routes');
  if (hosts?.length === 0) throw refused(path, 'no host is given, so that nothing would arrive', 'name a host, or leave hosts out');
  if (port !== undefined) assertPort(port, path);
  assertOfRequests(service, said, path);
  for (const match of matches) assertAtGateway(match, path);
  const held = {
    hosts: hosts && frozenList([...new Set(hosts.map(host => assertListenerHost(host, path)))].sort(byCodePoint)),
    port,
    matches: frozenList(matches),
    routes: routes && assertRoutes(frozenList(routes), service.locator, path),
    options: heldRouteOptions(options, false),
    timeout,
    retry,
  };
  assertListened(gateway, service, held, path);
  return held;
}

/**
 * The listeners that take what a service speaks, at the port that is said. Connections by TLS are told by the name that clients send, where a listener asks for it; one at a TCP listener has the
 * port for itself. What only sends clients elsewhere takes nothing, nor does what passes on by itself.
 */
export function listenersFor({ listeners }: IGateway, service: BackingService, port: number | undefined): GatewayListener[] {
  const there = listeners.filter(listener => !listener.redirectsToHttps && !listener.isAutomatic && (port === undefined || listener.port === port));
  if (service.showsRequests) return there.filter(listener => listener._showsRequests);
  const byName = service.locator.primary.appProtocol === 'tls' ? there.filter(({ protocol }) => protocol === ListenerProtocol.TLS) : [];
  return byName.length > 0 ? byName : there.filter(({ protocol }) => protocol === ListenerProtocol.TCP);
}

function assertOfRequests(service: BackingService, { matches, routes, ...said }: ExposeOptions, path: string): void {
  const { rewrite, requestHeaders, responseHeaders, cors, mirrors } = said;
  const ofRequests = Object.entries({ matches, routes, rewrite, requestHeaders, responseHeaders, cors, mirrors });
  const asked = ofRequests.filter(([, option]) => option !== undefined).map(([name]) => name);
  if (service.showsRequests || asked.length === 0) return;
  throw refused(path, `${listed(asked)} cannot act on ${service.locator.primary.appProtocol} to ${quote(service.name)}: a gateway sees its connections, not its requests`, 'leave it out');
}

/** Nobody who sends through a gateway is a workload, and the port of the service is the gateway's business. */
function assertAtGateway({ _conditions: { caller, callerNamespace, port } }: HttpMatch, path: string): void {
  const [asked, fix] = caller || callerNamespace !== undefined ? ['a workload or a namespace', 'leave it out: clients are outside of the mesh']
    : port === undefined ? [] : ['a port', 'say it as `port`: that of the listener'];
  if (asked !== undefined) throw refused(path, `a match asks for ${asked}`, fix!);
}

function assertListened(gateway: IGateway, service: BackingService, { hosts, port }: HeldExposure, path: string): void {
  if (gateway.existingGateway !== undefined) return assertSaid(gateway.existingGateway, service, { hosts, port }, path);
  const listeners = listenersFor(gateway, service, port);
  if (listeners.length === 0) {
    const where = port === undefined ? '' : ` at port ${port}`;
    throw refused(path, `${gateway.name} listens for nothing that ${quote(service.name)} speaks${where}: ${service.locator.primary.appProtocol}`, service.showsRequests
      ? 'add GatewayListener.https() or http(), or say another port' : 'add GatewayListener.tlsPassthrough() or tcp(), or say another port');
  }
  const unheard = (hosts ?? []).filter(host => !listeners.some(listener => listener.hosts.some(wider => isWithin(host, wider))));
  if (unheard.length === 0) return;
  throw refused(path, `${gateway.name} does not listen for ${listed(unheard)} there; it does for ${listed(listeners.flatMap(listener => listener.hosts))}`, 'add the host to a listener');
}

/** What nobody here knows of a gateway that is there. */
function assertSaid(existing: string, service: BackingService, { hosts, port }: Pick<HeldExposure, 'hosts' | 'port'>, path: string): void {
  if (hosts === undefined && (service.showsRequests || port === undefined)) {
    throw refused(path, `nobody here knows which hosts ${quote(existing)} listens for`, service.showsRequests ? 'say hosts' : 'say hosts, or the port of a TCP listener');
  }
}

/** Whether connections are told by the name that the client asks for, or by the port alone. */
export function isByName({ hosts }: Pick<HeldExposure, 'hosts'>, listener?: GatewayListener): boolean {
  return listener ? listener.protocol === ListenerProtocol.TLS : hosts !== undefined && !hosts.includes(ANY_HOST);
}
