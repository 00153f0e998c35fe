import { Gateway, GatewayListener, GatewayProps, HttpProvider, HttpService, Pods, TlsOrigination } from '../../src';
import { Topology } from '../../src/topology';
import { MeshDeclaration } from './mesh';

/** Pods of a gateway in a namespace of their own. */
export const GATEWAY_PODS = Pods.fromLabels({ labels: { istio: 'ingressgateway' }, namespace: 'istio-ingress', serviceAccountName: 'gateway' });

/** The gateway `door`, which listens for any host in the clear unless it is said otherwise. */
export function newGateway(topology: Topology, props: Partial<GatewayProps> = { listeners: [GatewayListener.http()] }, id = 'door'): Gateway {
  return new Gateway(topology, id, { pods: GATEWAY_PODS, ...props });
}

/** A third party that a workload in another namespace calls, and that the gateway `egress` relays by TLS of the client. */
export function relayedOutside(...furtherHosts: string[]) {
  const declared = new MeshDeclaration();
  const provider = HttpProvider.external('https://a-b.example.com', { furtherHosts, tlsOrigination: TlsOrigination.CLIENT });
  const service = new HttpService(declared.topology, 'payments', { provider });
  declared.workload('web', { namespace: 'front' }).calls(service);
  newGateway(declared.topology, {}, 'egress').relays(service);
  return { service, hosts: declared.hosts(service) };
}
