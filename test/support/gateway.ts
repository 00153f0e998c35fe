import { Gateway, GatewayListener, GatewayProps, Pods } from '../../src';
import { Topology } from '../../src/topology';

/** Pods of a gateway in a namespace of their own. */
export const GATEWAY_PODS = Pods.fromLabels({ labels: { istio: 'ingressgateway' }, namespace: 'istio-ingress', serviceAccountName: 'gateway' });

/** The gateway `door`, which listens for any host in the clear unless it is said otherwise. */
export function newGateway(topology: Topology, props: Partial<GatewayProps> = { listeners: [GatewayListener.http()] }, id = 'door'): Gateway {
  return new Gateway(topology, id, { pods: GATEWAY_PODS, ...props });
}
