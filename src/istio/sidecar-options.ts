/** What a sidecar is told of, beyond what its workload depends on. Source: https://istio.io/latest/docs/reference/config/networking/sidecar/ */
export interface SidecarOptions {
  /**
   * What every sidecar is told of besides, each as `namespace/host`: collectors of traces and logs and external authorizers, which MeshConfig names, and the hosts behind what
   * workloads `reaches()`. The namespace is that of the Service or the ServiceEntry, `.` for the workload's own, `*` for any; the host is a name, one behind `*.`, or `*` for
   * all of the namespace, `observability/*`. One that ends in `.svc` gets the cluster's domain.
   *
   * @default - the namespace of istiod alone
   */
  readonly furtherHosts?: string[];
  /**
   * Whether sidecars turn away what they are told nothing of, `outboundTrafficPolicy: REGISTRY_ONLY`: what a program dials without having declared it, and what a workload
   * `reaches()`, unless `furtherHosts` name it (BST657). Traffic by UDP passes by.
   *
   * @default false - as the mesh has it; Istio's own default passes it on
   */
  readonly registryOnly?: boolean;
}
