import { Construct } from 'constructs';
import { IGateway } from '../model/gateway-interface';
import { GatewayListener } from '../model/gateway-listener';
import { ClientCertificates } from '../model/gateway-listener-props';
import { emit } from '../private/emit';
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

/** Where a gateway listens, if that is said here. Source: https://istio.io/latest/docs/reference/config/networking/gateway/ */
export function emitGateway(scope: Construct, { name, configNamespace, selector, listeners }: IGateway): void {
  if (listeners.length === 0) return;
  emit<GatewaySpec>(scope, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    name,
    namespace: configNamespace,
    spec: { selector, servers: listeners.map(serverOf) },
  });
}

/** The object whose listeners take what is bound to it. */
export function gatewayReference({ name, configNamespace, existingGateway }: IGateway): string {
  return existingGateway ?? `${configNamespace}/${name}`;
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
