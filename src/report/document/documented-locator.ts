/** How a connection is encrypted. */
export interface DocumentedTls {
  /** Who starts it: `none`, `mesh` (the client's sidecar), `client`, or `protocol` (both, in words of the protocol). */
  readonly start: string;
  /**
   * Who vouches for the server: `system` (what the client trusts by itself), `login` (the `ca` of the credential), or `none`.
   *
   * @default - nobody starts TLS
   */
  readonly authority?: string;
}

/** Where a client dials, and what it finds there. */
export interface DocumentedAddress {
  /** What a client uses it for: `primary`, `alternate`, `read-only`, `member` (one server of several) or `management`. */
  readonly role: string;
  /** Name that a client dials. `*.` at the front of a member's stands for any name. */
  readonly host: string;
  /** Port that a client dials. */
  readonly port: number;
  /** Port that the pods, or the host outside, listen on. */
  readonly targetPort: number;
  /** What client and server say to each other: `http`, `grpc` or `tcp`. */
  readonly protocol: string;
  /**
   * How the connection is encrypted.
   *
   * @default - nobody starts TLS
   */
  readonly tls?: DocumentedTls;
  /**
   * What every path of a request begins with.
   *
   * @default - nothing
   */
  readonly basePath?: string;
  /**
   * Name of the Kubernetes Service that gives out the address.
   *
   * @default - none: it is outside of the cluster
   */
  readonly serviceName?: string;
  /**
   * Whether that gives out the pods' addresses instead of one of its own.
   *
   * @default false
   */
  readonly headless?: boolean;
  /**
   * Type of that Kubernetes Service, if it lets in who is outside: `NodePort` or `LoadBalancer`.
   *
   * @default ClusterIP
   */
  readonly serviceType?: string;
}

/** The resource of an operator that runs a service. */
export interface DocumentedOperator {
  /** The operator. */
  readonly operator: string;
  /** Name of its resource. */
  readonly resource: string;
  /**
   * Name of the listener that consumers use.
   *
   * @default - the operator knows no listeners
   */
  readonly listener?: string;
}

/** Where a service is, and who owns it. */
export interface DocumentedLocator {
  /** Who owns it: `workload` (one of this topology), `operator`, `in-cluster` (somebody else in this cluster) or `external`. */
  readonly owner: string;
  /** Where it is dialled; exactly one address is the primary one. */
  readonly addresses: DocumentedAddress[];
  /**
   * Namespace of its Kubernetes Services and pods.
   *
   * @default - none: it is outside of the cluster
   */
  readonly namespace?: string;
  /**
   * Path of the workload that runs it.
   *
   * @default - none of this topology does
   */
  readonly workload?: string;
  /**
   * The operator's resource that runs it.
   *
   * @default - no operator does
   */
  readonly operator?: DocumentedOperator;
  /**
   * Labels of the pods behind it.
   *
   * @default - unknown, or it is outside of the cluster
   */
  readonly podLabels?: Record<string, string>;
  /**
   * Address ranges that it answers from.
   *
   * @default - unknown, or it is in the cluster
   */
  readonly cidrs?: string[];
  /**
   * IP addresses of the servers behind its host, to which a mesh connects, whatever DNS says.
   *
   * @default - DNS tells them, or it is in the cluster
   */
  readonly endpoints?: string[];
}
