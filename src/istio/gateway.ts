import { Construct } from 'constructs';
import { IGateway } from '../model/gateway-interface';
import { GatewayListener } from '../model/gateway-listener';
import { ClientCertificates } from '../model/gateway-listener-props';
import { emit } from '../private/emit';
import { byCodePoint } from '../private/names';
import { shortenedLabel } from '../private/shortened';
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
 * Where a gateway listens, if that is said here: an object for each listener, so that a host is bound to the listeners at which clients are to reach it. At another one of the same object that
 * is for the host too, it would be reached without what is demanded here, or be sent to where that one sends all.
 * Source: istio, pilot/pkg/networking/core/gateway.go (buildGatewayHTTPRouteConfig); https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export function emitGateway(scope: Construct, gateway: IGateway): void {
  const { configNamespace: namespace, selector } = gateway;
  const named = gateway.listeners.map(listener => ({ name: objectName(gateway, listener), listener }));
  for (const { name, listener } of named.sort((a, b) => byCodePoint(a.name, b.name))) {
    emit<GatewaySpec>(scope, { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', name, namespace, spec: { selector, servers: [serverOf(listener)] } });
  }
}

/** The objects whose listeners take what is bound to them, sorted. */
export function gatewayReferences(gateway: IGateway, listeners: readonly GatewayListener[]): string[] {
  const { configNamespace, existingGateway } = gateway;
  return existingGateway === undefined ? listeners.map(listener => `${configNamespace}/${objectName(gateway, listener)}`).sort(byCodePoint) : [existingGateway];
}

/** Source: istio, pkg/config/validation (ValidateGateway), which wants a DNS label */
function objectName({ name }: IGateway, listener: GatewayListener): string {
  return shortenedLabel(`${name}-${serverName(listener)}`);
}

function serverOf(listener: GatewayListener): Server {
  const { port: number, protocol, hosts } = listener;
  return { port: { number, name: serverName(listener), protocol }, hosts, tls: tlsOf(listener) };
}

/** By what it takes, so that no other listener renames it; at one port a host is listened for once. */
function serverName({ protocol, port, hosts: [first] }: GatewayListener): string {
  const host = first === '*' ? [] : [hostLabel(first).replace(/\./g, '-')];
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
