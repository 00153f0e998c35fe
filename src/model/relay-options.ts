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
  /**
   * Name of the Secret, in the namespace of the gateway's pods, of the certificate that the gateway shows: `tls.crt`, `tls.key`, and `ca.crt`, the authority that the third party is verified by. Where the
   * mesh starts TLS. Something else makes it, such as cert-manager, and the gateway's account has to be let read it.
   * Source: https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway-tls-origination/
   *
   * @default - it shows none
   */
  readonly clientCertificateSecret?: string;
}
