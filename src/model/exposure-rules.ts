import { assertPort } from '../private/bounds';
import { frozenList } from '../private/frozen-copy';
import { byCodePoint } from '../private/names';
import { listed, quote } from '../private/topology-error';
import { assertRoutes, assertVersions } from './assert-routes';
import { BackingService } from './backing-service';
import { ExposeOptions } from './expose-options';
import { IGateway } from './gateway-interface';
import { refused } from './gateway-refusal';
import { heldRouteOptions } from './held-route-options';
import { HttpMatch } from './http-match';
import { HttpRoute } from './http-route';
import { HttpRouteOptions } from './http-route-options';
import { assertListened, assertNamed } from './listened-for';
import { assertListenerHost } from './listener-host';

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
  assertVersions((options.mirrors ?? []).map(({ version }) => version), service.locator, path);
  const held = {
    hosts: hosts && frozenList([...new Set(hosts.map(host => assertListenerHost(host, path)))].sort(byCodePoint)),
    port,
    matches: frozenList(matches),
    routes: routes && assertRoutes(frozenList(routes), service.locator, path),
    options: heldRouteOptions(options, matches),
    timeout,
    retry,
  };
  assertNamed(service, held, gateway, path);
  assertListened(gateway, service, held, path);
  return held;
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
