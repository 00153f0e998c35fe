import { MadePort } from '../private/made-service';

/** Words of Kubernetes for `appProtocol`. */
const OF_KUBERNETES: ReadonlyMap<string, string> = new Map([['kubernetes.io/h2c', 'http2'], ['kubernetes.io/ws', 'http'], ['kubernetes.io/wss', 'https']]);

const KNOWN: readonly string[] = ['grpc', 'http', 'http2', 'https', 'mongo', 'mysql', 'redis', 'tcp', 'tls', 'udp'];

/**
 * The protocol that sidecars take a port of a Service for: by its `appProtocol`, else by its name up to the first dash. Nothing if that says none, so that they
 * look at the first bytes.
 *
 * Sources: https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/; istio, pkg/config/kube/conversion.go (ConvertProtocol)
 */
export function selectedProtocol({ name = '', appProtocol }: MadePort): string | undefined {
  const said = (appProtocol ?? name).toLowerCase();
  if (said.startsWith('grpc-web')) return 'grpc-web';
  const word = OF_KUBERNETES.get(said) ?? said.split('-')[0];
  return KNOWN.includes(word) ? word : undefined;
}
