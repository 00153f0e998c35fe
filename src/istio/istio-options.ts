import { MeshOptions } from './mesh-options';
import { SidecarOptions } from './sidecar-options';

/** How Istio is installed, and what its sidecars do for every workload. */
export interface IstioOptions extends MeshOptions {
  /**
   * Whether the sidecars answer DNS, which gives each TCP service outside of the cluster an address of its own.
   *
   * @default false - two such services on one port in one namespace are refused, because they would take each other's traffic
   */
  readonly dnsCapture?: boolean;
  /**
   * Whether proxies know the other pods of their own workload, which `Locality.zoneAware()` needs: `ISTIO_META_ENABLE_SELF_DISCOVERY` in `proxyMetadata` of MeshConfig's `defaultConfig`, from Istio 1.31 on. Where
   * they do, Envoy looks at zones of whatever has no locality of its own, too. Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#ZoneAwareLoadBalancerSetting
   *
   * @default false
   */
  readonly selfDiscovery?: boolean;
  /**
   * If given, `{}` is enough, the sidecar of each workload that is ruled from here is told of what the workload depends on, and of no other host. It has a smaller configuration, and what a program
   * dials without having declared it is nothing that it knows. Source: https://istio.io/latest/docs/ops/configuration/mesh/configuration-scoping/
   *
   * @default - sidecars are told of all that their namespace sees
   */
  readonly sidecars?: SidecarOptions;
}
