import { listed, quote } from '../private/topology-error';
import { BackingService } from './backing-service';
import { ExposeOptions } from './expose-options';
import { IGateway } from './gateway-interface';
import { GatewayListener } from './gateway-listener';
import { ListenerProtocol } from './gateway-listener-props';
import { refused } from './gateway-refusal';
import { isNearest } from './nearest-listener';

/** Where clients are to reach something. */
type Asked = Pick<ExposeOptions, 'hosts' | 'port'>;

/**
 * The listeners that take what a service speaks, at the port that is said. Connections by TLS are told by the name that clients send, where a listener asks for it; one at a TCP listener has the
 * port for itself. What only sends clients elsewhere takes nothing, nor does what passes on by itself.
 */
export function listenersFor({ listeners }: IGateway, service: BackingService, port: number | undefined): GatewayListener[] {
  const there = listeners.filter(listener => !listener.redirectsToHttps && !listener.isAutomatic && (port === undefined || listener.port === port));
  if (service.showsRequests) return there.filter(listener => listener._showsRequests);
  const byName = namesItself(service) ? there.filter(({ protocol }) => protocol === ListenerProtocol.TLS) : [];
  return byName.length > 0 ? byName : there.filter(({ protocol }) => protocol === ListenerProtocol.TCP);
}

/** Throws BST049 unless the gateway listens for what a service speaks, at the port and for the hosts that are said. */
export function assertListened(gateway: IGateway, service: BackingService, { hosts, port }: Asked, path: string): void {
  if (gateway.existingGateway !== undefined) return assertSaid(gateway.existingGateway, service, { hosts, port }, path);
  const listeners = listenersFor(gateway, service, port);
  if (listeners.length === 0) {
    const where = port === undefined ? '' : ` at port ${port}`;
    throw refused(path, `${gateway.name} listens for nothing that ${quote(service.name)} speaks${where}: ${service.locator.primary.appProtocol}`, adviceFor(service));
  }
  const unheard = (hosts ?? []).filter(host => !listeners.some(listener => isNearest(listener, host, gateway.listeners)));
  if (unheard.length === 0) return;
  const heard = listed(listeners.flatMap(listener => listener.hosts));
  throw refused(path, `${gateway.name} does not listen for ${listed(unheard)} there, or sends it to a listener that takes something else; it does for ${heard}`, 'add the host to a listener');
}

function adviceFor(service: BackingService): string {
  if (service.showsRequests) return 'add GatewayListener.https() or http(), or say another port';
  if (namesItself(service)) return 'add GatewayListener.tlsPassthrough() or tcp(), or say another port';
  return 'add GatewayListener.tcp(), or say another port; where clients start TLS, say so by tls of its provider';
}

/** What nobody here knows of a gateway that is there: for which hosts it listens, and at which port for connections that tell no name. */
function assertSaid(existing: string, service: BackingService, { hosts, port }: Asked, path: string): void {
  if (service.showsRequests ? hosts !== undefined : port !== undefined || hosts !== undefined && namesItself(service)) return;
  if (service.showsRequests) throw refused(path, `nobody here knows which hosts ${quote(existing)} listens for`, 'say hosts');
  const atPort = 'the port of a TCP listener';
  throw refused(path, `nobody here knows at which port ${quote(existing)} listens`, namesItself(service) ? `say hosts, or ${atPort}` : `say ${atPort}`);
}

/** Throws BST049 for hosts of connections that tell none: they do only by TLS, and where a listener asks for it. */
export function assertNamed(service: BackingService, { hosts, port }: Asked, { listeners }: IGateway, path: string): void {
  if (hosts === undefined || service.showsRequests) return;
  const heard = listeners.filter(listener => port === undefined || port === listener.port);
  const isAsked = listeners.length === 0 || heard.some(listener => isByName(service, { hosts }, listener));
  if (namesItself(service) && isAsked) return;
  const fix = namesItself(service) ? 'add GatewayListener.tlsPassthrough() for them, or leave hosts out and say the port of a TCP listener' : 'leave hosts out, and say the port';
  throw refused(path, `no listener there tells connections to ${quote(service.name)} apart by ${listed(hosts)}: they would be those of any client`, fix);
}

/** Whether connections are told by the name that the client asks for, or by the port alone. */
export function isByName(service: BackingService, { hosts }: Pick<Asked, 'hosts'>, listener?: GatewayListener): boolean {
  return namesItself(service) && (listener ? listener.protocol === ListenerProtocol.TLS : hosts !== undefined);
}

function namesItself(service: BackingService): boolean {
  return service.locator.primary.appProtocol === 'tls';
}
