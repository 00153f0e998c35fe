import { Telemetry } from './declared-telemetry';
import { TelemetryOptions } from './telemetry-options';

/** How Istio is installed, and what the proxies of every workload report that is guarded from here, unless the workload or its namespace says that part itself in `telemetry`. */
export interface IstioOptions extends TelemetryOptions {
  /**
   * Trust domain of the mesh's identities.
   *
   * @default "cluster.local"
   */
  readonly trustDomain?: string;
  /**
   * DNS domain of the cluster.
   *
   * @default "cluster.local"
   */
  readonly clusterDomain?: string;
  /**
   * Namespace of istiod.
   *
   * @default "istio-system"
   */
  readonly controlPlaneNamespace?: string;
  /**
   * Namespace whose policies hold in the whole mesh: MeshConfig's `rootNamespace`. No workload there can be guarded alone.
   *
   * @default - the namespace of istiod
   */
  readonly rootNamespace?: string;
  /**
   * What the proxies of the whole mesh, of a namespace or of a single workload report; each scope once.
   *
   * @default - as the mesh is configured, but for what is said here of every workload
   */
  readonly telemetry?: Telemetry[];
  /**
   * Whether the sidecars answer DNS, which gives each TCP service outside of the cluster an address of its own.
   *
   * @default false - two such services on one port in one namespace are refused, because they would take each other's traffic
   */
  readonly dnsCapture?: boolean;
}

