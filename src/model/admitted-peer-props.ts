/** Who comes to a workload, as a mesh knows it. */
export enum PeerIdentity {
  /** Somebody without an identity of the mesh, who speaks plaintext. */
  NONE = 'none',
  /** Somebody with an identity of the mesh, by mutual TLS alone. */
  MESH = 'mesh',
  /** Somebody with an identity of the mesh or without one. */
  ANY = 'any',
}

/** The requests that somebody is let in with; without any, all that comes to the port. */
export interface AdmittedRequestOptions {
  /**
   * Methods of the requests that are let in, such as GET; only at a port of HTTP or gRPC.
   *
   * @default - all
   */
  readonly methods?: string[];
  /**
   * Paths of the requests that are let in; only at a port of HTTP or gRPC. `/metrics` is that path alone, `/static/*` all that begins so, `*.png` all that ends so;
   * `{*}` stands for one segment and `{**}` for any number of them. Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation
   *
   * @default - all
   */
  readonly paths?: string[];
}

/** Whoever a workload lets in at one port. */
export interface AdmittedAnyoneProps extends AdmittedRequestOptions {
  /** TCP port of the workload's own pods that is reached; not the port of a Service. */
  readonly port: number;
}

/** The pods of a namespace that a workload lets in. */
export interface AdmittedNamespaceProps extends AdmittedRequestOptions {
  /** The namespace. */
  readonly namespace: string;
  /** TCP port of the workload's own pods that they reach; not the port of a Service. */
  readonly port: number;
}

/** Pods without a sidecar that a workload lets in. */
export interface AdmittedPodsProps extends AdmittedRequestOptions {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Labels that only these pods have; at least one. */
  readonly podLabels: Record<string, string>;
  /** TCP port of the workload's own pods that they reach; not the port of a Service. */
  readonly port: number;
}

/** Pods in the mesh that a workload lets in. */
export interface AdmittedMeshPodsProps extends AdmittedRequestOptions {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Labels that only these pods have; at least one. */
  readonly podLabels: Record<string, string>;
  /** ServiceAccount that the pods run as: their identity in the mesh. */
  readonly serviceAccountName: string;
  /** TCP port of the workload's own pods that they reach; not the port of a Service. */
  readonly port: number;
  /**
   * Address ranges of the clients whose requests these pods, a gateway, pass on; only at a port of HTTP or gRPC. It is the last address in `X-Forwarded-For`, which the gateway
   * writes: of whoever connected to it. Where a proxy of HTTP stands before the gateway that is the proxy, and a policy of the gateway has to judge: by `remoteIpBlocks`, once the mesh
   * is told how many proxies there are (`numTrustedProxies`).
   * Sources: https://istio.io/latest/docs/ops/configuration/traffic-management/network-topologies/,
   * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers#x-forwarded-for
   *
   * @default - all
   */
  readonly clientCidrs?: string[];
}

/** Addresses that a workload lets in. */
export interface AdmittedAddressesProps extends AdmittedRequestOptions {
  /** Address ranges in CIDR notation, such as 35.191.0.0/16; at least one. */
  readonly cidrs: string[];
  /** TCP port of the workload's own pods that they reach; not the port of a Service. */
  readonly port: number;
}
