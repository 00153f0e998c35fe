import { Duration } from 'cdk8s';
import { AmbientOptions, CallOptions, GatewayProps, Mesh, Pods, ReleaseChannel, RetryPolicy } from 'cdk8s-backing-services';

/** Who carries the traffic: proxies beside each pod, or waypoints. */
export type Proxies = 'sidecars' | 'ambient';

/** What is said otherwise because of it, and nothing else is. */
export interface SaidOfProxies {
  readonly mesh: (options: AmbientOptions) => Mesh;
  /** Which CRDs of the Gateway API there are. */
  readonly channel?: ReleaseChannel;
  readonly door: Pick<GatewayProps, 'pods' | 'gatewayClassName' | 'configNamespace'>;
  readonly exit: Pick<GatewayProps, 'pods' | 'gatewayClassName' | 'service'>;
  /** Whether each version has a Service, to which routes lead. */
  readonly perVersion: boolean;
  /** How the catalog is asked again, and the ledger asked. */
  readonly goods: CallOptions;
  readonly bookings: CallOptions;
  /** Where pods tell their metrics. */
  readonly metricsPort: number;
}

const made = (labels: Record<string, string>, serviceAccountName: string, namespace: string) => (
  { pods: Pods.fromLabels({ labels, serviceAccountName, namespace }) });
const byIstio = (name: string) => ({ 'gateway.networking.k8s.io/gateway-name': name });

// #region proxies
export const PROXIES: Readonly<Record<Proxies, SaidOfProxies>> = {
  sidecars: {
    mesh: options => Mesh.istio({ ...options, sidecars: {} }),
    door: made({ istio: 'storefront-ingress' }, 'storefront-ingress', 'istio-ingress'),
    exit: { ...made({ istio: 'storefront-egress' }, 'storefront-egress', 'istio-egress'), service: 'storefront-egress' },
    perVersion: false,
    goods: { retry: RetryPolicy.attempts(2, { perTryTimeout: Duration.millis(250) }) },
    bookings: { timeout: Duration.millis(500), retry: RetryPolicy.attempts(1) },
    metricsPort: 15020,
  },
  ambient: {
    mesh: options => Mesh.ambient(options), channel: ReleaseChannel.EXPERIMENTAL,
    door: { ...made(byIstio('door'), 'door-istio', 'storefront-ingress'), gatewayClassName: 'istio', configNamespace: 'storefront-ingress' },
    exit: { ...made(byIstio('exit'), 'exit', 'storefront-egress'), gatewayClassName: 'istio-waypoint' },
    perVersion: true,
    goods: { retry: RetryPolicy.attempts(2) },
    bookings: {},
    metricsPort: 9090,
  },
};
// #endregion
