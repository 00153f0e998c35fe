/** How a third party is reached through a gateway. */
export interface RelayOptions {
  /**
   * Port of the gateway's Kubernetes Service, at which it takes what is relayed. It is one for TLS: requests come by mutual TLS of the mesh, connections by that of the client.
   *
   * @default 443
   */
  readonly port?: number;
  /**
   * Port of the gateway's pods that the Service leads to, which network policies open: 8443 for the one that `istioctl` installs.
   *
   * @default - that of the Service
   */
  readonly targetPort?: number;
}
