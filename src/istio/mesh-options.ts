import { MutualTls } from '../model/mutual-tls';
import { Telemetry } from './declared-telemetry';
import { IstioVersion } from './istio-version';
import { TelemetryOptions } from './telemetry-options';

/** What holds for all pods of a namespace or of the mesh, those that this program does not know among them; what is said of a workload goes before it. */
export interface NamespacePolicy {
  /**
   * Which connections are taken; of single ports only a workload says something.
   *
   * @default - as the mesh has it
   */
  readonly mutualTls?: MutualTls;
  /**
   * Whether nobody is let in whom no policy lets in.
   *
   * @default false
   */
  readonly denyByDefault?: boolean;
}

/**
 * How Istio is installed, and what proxies report of every workload that is guarded from here, unless the workload or its namespace says that part itself in `telemetry`; whatever carries the traffic.
 */
export interface MeshOptions extends TelemetryOptions {
  /**
   * The oldest version of Istio that the objects are for: what needs a later one is refused by its name (BST616).
   *
   * @default IstioVersion.V1_30 - what 1.30 and 1.31 both know
   */
  readonly istioVersion?: IstioVersion;
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
   * What holds in the whole mesh. One program of those that share the mesh says it.
   *
   * @default - nothing is said
   */
  readonly meshPolicy?: NamespacePolicy;
  /**
   * What holds in namespaces, by their names. One program of those that share a namespace says it.
   *
   * @default - nothing is said
   */
  readonly namespacePolicies?: Record<string, NamespacePolicy>;
}
