/** What a listener of a gateway takes. */
export enum ListenerProtocol {
  /** Requests in the clear. */
  HTTP = 'HTTP',
  /** Requests by TLS, which the gateway ends. */
  HTTPS = 'HTTPS',
  /** Connections by TLS, which goes on to the service. */
  TLS = 'TLS',
  /** Connections. */
  TCP = 'TCP',
}

/** The oldest TLS that is spoken. */
export enum TlsVersion {
  /** TLS 1.2 */
  V1_2 = 'TLSV1_2',
  /** TLS 1.3 */
  V1_3 = 'TLSV1_3',
}

/** Whether clients show a certificate. Source: https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings-TLSmode */
export enum ClientCertificates {
  /** They are not asked. */
  NONE = 'none',
  /** They may: one that is shown has to be valid. */
  OPTIONAL = 'optional',
  /** They have to: a valid one. */
  REQUIRED = 'required',
}

/** Which hosts a listener is for. */
export interface ListenerHosts {
  /**
   * Names that clients ask for, such as `shop.example.com`; `*.example.com` for any below a domain.
   *
   * @default - any
   */
  readonly hosts?: string[];
}

/** Where requests in the clear arrive. */
export interface HttpListenerOptions extends ListenerHosts {
  /**
   * Port of the gateway's Service.
   *
   * @default 80
   */
  readonly port?: number;
}

/** Where connections by TLS arrive. */
export interface TlsListenerOptions extends ListenerHosts {
  /**
   * Port of the gateway's Service.
   *
   * @default 443
   */
  readonly port?: number;
}

/** Where sidecars of other clusters arrive. */
export interface ClusterListenerOptions {
  /**
   * Names of services, such as `*.local`.
   *
   * @default - `*.local`: all of the mesh
   */
  readonly hosts?: string[];
  /**
   * Port of the gateway's Service.
   *
   * @default 15443
   */
  readonly port?: number;
}

/** Where requests by TLS arrive. */
export interface HttpsListenerOptions extends TlsListenerOptions {
  /**
   * Name of the Secret with the certificate (`tls.crt`) and its key (`tls.key`), in the namespace of the gateway's pods; with `ca.crt`, by which clients' certificates are verified,
   * where they are asked for one. Something else makes it, such as cert-manager.
   */
  readonly certificateSecret: string;
  /**
   * Whether clients show a certificate.
   *
   * @default ClientCertificates.NONE
   */
  readonly clientCertificates?: ClientCertificates;
  /**
   * The oldest TLS that is spoken.
   *
   * @default TlsVersion.V1_2
   */
  readonly minTlsVersion?: TlsVersion;
}
