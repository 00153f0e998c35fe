/** How requests are traced. Applications must pass the trace headers on (traceparent, b3), or the spans do not join. */
export interface TracingOptions {
  /** Share of the requests that are traced, 0..100; two decimals. */
  readonly samplingPercentage: number;
  /**
   * Name of the tracing provider among MeshConfig's extensionProviders.
   *
   * @default - the mesh's default provider
   */
  readonly provider?: string;
}

/** How Istio is installed and what it does for every workload. */
export interface IstioOptions {
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
   * How requests are traced.
   *
   * @default - as the mesh is configured
   */
  readonly tracing?: TracingOptions;
  /**
   * Whether the sidecars answer DNS, which gives each TCP service outside of the cluster an address of its own.
   *
   * @default false - two such services on one port in one namespace are refused, because they would take each other's traffic
   */
  readonly dnsCapture?: boolean;
}

