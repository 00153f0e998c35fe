import { Construct } from 'constructs';
import { IGateway } from '../model/gateway-interface';
import { GatewayListener } from '../model/gateway-listener';
import { ANY_HOST } from '../model/listener-host';
import { emit } from '../private/emit';
import { byCodePoint } from '../private/names';
import { sectionNameOf } from './sections';

interface ListenerSpec {
  readonly name: string;
  readonly hostname?: string;
  readonly port: number;
  readonly protocol: string;
  readonly tls?: { readonly mode: string; readonly certificateRefs?: readonly { readonly name: string }[] };
}

interface GatewaySpec {
  readonly gatewayClassName: string;
  readonly listeners: ListenerSpec[];
}

/** Where a gateway listens: a listener for each host. Source: https://gateway-api.sigs.k8s.io/api-types/gateway/ */
export function emitGateway(scope: Construct, gateway: IGateway, gatewayClassName: string): void {
  const { name, configNamespace: namespace } = gateway;
  const listeners = gateway.listeners.flatMap(listener => listener.hosts.map(host => listenerOf(listener, host)));
  if (listeners.length === 0) return;
  emit<GatewaySpec>(scope, {
    apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', name, namespace,
    spec: { gatewayClassName, listeners: listeners.sort((a, b) => byCodePoint(a.name, b.name)) },
  });
}

function listenerOf(listener: GatewayListener, host: string): ListenerSpec {
  const { port, protocol } = listener;
  return { name: sectionNameOf(listener, host), hostname: host === ANY_HOST ? undefined : host, port, protocol, tls: tlsOf(listener) };
}

function tlsOf({ protocol, certificateSecret }: GatewayListener): ListenerSpec['tls'] {
  if (certificateSecret !== undefined) return { mode: 'Terminate', certificateRefs: [{ name: certificateSecret }] };
  return protocol === 'TLS' ? { mode: 'Passthrough' } : undefined;
}
