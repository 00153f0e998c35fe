import { Construct } from 'constructs';
import { IGateway } from '../model/gateway-interface';
import { GatewayListener } from '../model/gateway-listener';
import { ClientCertificates } from '../model/gateway-listener-props';
import { Relay } from '../model/relay';
import { emit } from '../private/emit';
import { hostWords } from '../private/host';
import { byCodePoint } from '../private/names';
import { shortenedLabel } from '../private/shortened';
import { relayedAddressesOf } from '../traffic/relayed-host';
import { hostLabel } from '../traffic/ruled-name';

interface ServerTls {
  readonly mode?: string;
  readonly httpsRedirect?: boolean;
  readonly credentialName?: string;
  readonly minProtocolVersion?: string;
}

interface Server {
  readonly port: { readonly number: number; readonly name: string; readonly protocol: string };
  readonly hosts: readonly string[];
  readonly tls?: ServerTls;
}

interface GatewaySpec {
  readonly selector: Record<string, string>;
  readonly servers: readonly Server[];
}

/**
 * Where a gateway listens, if that is said here, and takes what it relays: an object for each, so that a host is bound to the listeners at which clients are to reach it. At another one of the
 * same object that is for the host too, it would be reached without what is demanded here, or be sent to where that one sends all.
 * Source: istio, pilot/pkg/networking/core/gateway.go (buildGatewayHTTPRouteConfig); https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export function emitGateway(scope: Construct, gateway: IGateway, relays: readonly Relay[]): void {
  const { configNamespace: namespace, selector } = gateway;
  const servers = [...gateway.listeners.map(serverOf), ...relays.flatMap(relayServersOf)];
  const named = servers.map(server => ({ name: objectName(gateway, server), server }));
  for (const { name, server } of named.sort((a, b) => byCodePoint(a.name, b.name))) {
    emit<GatewaySpec>(scope, { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', name, namespace, spec: { selector, servers: [server] } });
  }
}

/** The GatewayClass whose proxies are Istio's. Source: https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/ */
export const OWN_CLASS = 'istio';

/** The objects whose listeners take what is bound to them, sorted. */
export function gatewayReferences(gateway: IGateway, listeners: readonly GatewayListener[]): string[] {
  return gateway.existingGateway === undefined ? referencesTo(gateway, listeners.map(serverOf)) : [gateway.existingGateway];
}

/** The objects at which a gateway takes what it relays to a host, sorted. */
export function relayReferences(relays: readonly Relay[], host: string): string[] {
  return relays.flatMap(relay => referencesTo(relay.gateway, relayServersOf(relay).filter(({ hosts: [first] }) => first === host))).sort(byCodePoint);
}

function referencesTo(gateway: IGateway, servers: readonly Server[]): string[] {
  return servers.map(server => `${gateway.configNamespace}/${objectName(gateway, server)}`).sort(byCodePoint);
}

/** Source: istio, pkg/config/validation (ValidateGateway), which wants a DNS label */
function objectName({ name }: IGateway, { port }: Server): string {
  return shortenedLabel(`${name}-${port.name}`);
}

function serverOf(listener: GatewayListener): Server {
  const { port: number, protocol, hosts } = listener;
  return { port: { number, name: serverName(listener), protocol }, hosts, tls: tlsOf(listener) };
}

/** At one port each host has one; requests come by mutual TLS of the mesh. */
function relayServersOf({ service, said: { port: number } }: Relay): Server[] {
  return relayedAddressesOf(service).map(({ host, showsRequests }): Server => {
    const protocol = showsRequests ? 'HTTPS' : 'TLS';
    const name = serverName({ protocol, port: number, hosts: [host] });
    return { port: { number, name, protocol }, hosts: [host], tls: { mode: showsRequests ? 'ISTIO_MUTUAL' : 'PASSTHROUGH' } };
  });
}

/** By what it takes, so that no other listener renames it; at one port a host is listened for once. */
function serverName({ protocol, port, hosts: [first] }: Pick<GatewayListener, 'port' | 'hosts'> & { readonly protocol: string }): string {
  const host = first === '*' ? [] : [hostWords(hostLabel(first))];
  return [protocol.toLowerCase(), port, ...host].join('-');
}

const MODES: Readonly<Record<ClientCertificates, string>> = {
  [ClientCertificates.NONE]: 'SIMPLE',
  [ClientCertificates.OPTIONAL]: 'OPTIONAL_MUTUAL',
  [ClientCertificates.REQUIRED]: 'MUTUAL',
};

function tlsOf(listener: GatewayListener): ServerTls | undefined {
  const { protocol, redirectsToHttps, isAutomatic, certificateSecret: credentialName, clientCertificates, minTlsVersion } = listener;
  if (redirectsToHttps) return { httpsRedirect: true };
  if (protocol === 'TLS') return { mode: isAutomatic ? 'AUTO_PASSTHROUGH' : 'PASSTHROUGH' };
  return credentialName === undefined ? undefined : { mode: MODES[clientCertificates], credentialName, minProtocolVersion: minTlsVersion };
}
