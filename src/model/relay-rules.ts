import { distinct } from '../private/distinct';
import { isWildcard } from '../private/host';
import { isIpAddress } from '../private/ip-host';
import { assertName, Names } from '../private/names';
import { listed, quote, TopologyError } from '../private/topology-error';
import { BackingService, ServiceShape } from './backing-service';
import { IGateway } from './gateway-interface';
import { assertListenerPort } from './listener-host';
import { RelayOptions } from './relay-options';
import { assertSecretName } from './secret-name';
import { TlsStart } from './tls';

/** A relay as the rules see it. @internal */
export interface Relayed {
  readonly path: string;
  readonly name: string;
  readonly gateway: IGateway;
  readonly service: BackingService;
  readonly said: HeldRelay;
}

/** What is said of a relay, as it is held. @internal */
export interface HeldRelay extends RelayOptions {
  readonly port: number;
  readonly targetPort: number;
}

/** Where sidecars and Istio's own installations have TLS. */
const TLS_PORT = 443;

/** Holds what is said; throws BST050 unless the gateway can take what sidecars send, BST051 unless the service is told by its name. */
export function heldRelay(gateway: IGateway, service: BackingService, options: RelayOptions, path: string): HeldRelay {
  const { port = TLS_PORT, targetPort = port, clientCertificateSecret } = options;
  const { service: before, existingGateway, gatewayClassName } = gateway;
  if (isStoreOrBroker(service)) throw refused(path, `${quote(service.name)} is a store or a broker, which no gateway relays`, 'leave it out: consumers reach it themselves');
  if (!service.locator.isExternal) throw refused(path, `${quote(service.name)} is in the cluster`, 'leave it out: consumers reach it themselves');
  if (existingGateway !== undefined && gatewayClassName === undefined) {
    throw refused(path, `nobody here knows how ${quote(existingGateway)}, which is there already, takes what sidecars send`, 'declare the gateway without existingGateway: a Gateway of its own is made');
  }
  assertName(Names.SERVICE, before, path);
  assertToldByName(service, path);
  if (clientCertificateSecret !== undefined) assertShown(clientCertificateSecret, service, path);
  const said = { port: assertListenerPort(port, path), targetPort: assertListenerPort(targetPort, path), clientCertificateSecret };
  assertPortFree(gateway, service, port, path);
  return said;
}

function assertPortFree({ name, listeners }: IGateway, service: BackingService, port: number, path: string): void {
  for (const listener of listeners.filter(each => each.port === port)) {
    if (listener.protocol !== 'HTTPS' && listener.protocol !== 'TLS') throw refused(path, `at port ${port} ${name} takes ${listener.protocol}, and what is relayed comes by TLS`, 'say another port');
    const twice = hostsOf(service).filter(host => listener.hosts.includes(host));
    if (twice.length > 0) throw refused(path, `at port ${port} ${name} listens for ${listed(twice)} already`, 'say another port, or leave the host out of the listener');
  }
}

/** Whoever starts TLS shows a certificate. */
function assertShown(secret: string, service: BackingService, path: string): void {
  assertSecretName(secret, path);
  if (service.locator.dialled.every(({ tls }) => tls.start === TlsStart.MESH)) return;
  throw refused(path, `the mesh starts no TLS towards ${quote(service.name)}, so that the gateway would show no certificate`, 'leave clientCertificateSecret out, and let the client show its own; or let the mesh start TLS');
}

function isStoreOrBroker({ shape, protocol, clientRouted }: BackingService): boolean {
  return clientRouted || shape !== ServiceShape.API && !protocol.hasRequests;
}

/** Throws BST006 for a second relay of a service, BST050 if another gateway has it, or another service its host at the port. */
export function assertAlone({ path, name, gateway, service, said: { port, targetPort } }: Relayed, others: readonly Relayed[]): void {
  const hosts = new Set(hostsOf(service));
  for (const other of others) {
    if (other.path === path) throw new TopologyError({ code: 'BST006', path, problem: `${quote(name)} is declared already`, fix: 'say it once' });
    if (other.service === service) throw refused(path, `${quote(other.name)}: sidecars would know two ways`, 'let one gateway relay it');
    if (other.gateway !== gateway || other.said.port !== port && other.said.targetPort !== targetPort) continue;
    const shared = hostsOf(other.service).filter(host => hosts.has(host));
    if (shared.length > 0) throw refused(path, `${quote(other.name)} at that port of its Service or its pods too, for ${listed(shared)}`, 'say another port and targetPort of the gateway for one of the two');
  }
}

function assertToldByName(service: BackingService, path: string): void {
  const { dialled } = service.locator;
  const bytes = dialled.find(address => !address.showsRequests && address.appProtocol !== 'tls');
  if (bytes) throw unnamed(path, `${quote(service.name)} is dialled as ${bytes.appProtocol} at port ${bytes.port}, which tells no name`, 'let its client start TLS that names the server, Tls.byClient().namingServer(), or speak HTTP');
  const nameless = hostsOf(service).filter(host => isWildcard(host) || isIpAddress(host));
  if (nameless.length > 0) throw unnamed(path, `the gateway can resolve no name of ${listed(nameless)}`, 'name the hosts in full');
}

function hostsOf({ locator }: BackingService): string[] {
  return distinct(locator.dialled.map(({ host }) => host));
}

function refused(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST050', path, problem, fix });
}

function unnamed(path: string, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST051', path, problem, fix });
}
