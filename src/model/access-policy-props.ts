import { IWorkload } from './workload-interface';

/** What a policy does with what it is about. */
export enum AccessAction {
  /** It is turned away, whatever lets it in. */
  DENY = 'DENY',
  /** It is told to the mesh's telemetry, and goes on. */
  AUDIT = 'AUDIT',
  /** An external authorizer is asked, before all other policies. */
  CUSTOM = 'CUSTOM',
}

/** Something else about a connection or a request. Source: https://istio.io/latest/docs/reference/config/security/conditions/ */
export interface AccessCondition {
  /**
   * Its name as Istio has it: `request.headers[x-user]`, `request.auth.claims[groups]` (with further brackets for claims in claims), `request.auth.principal`, `request.auth.audiences`,
   * `request.auth.presenter`, `source.ip`, `remote.ip`, `source.namespace`, `source.principal`, `destination.ip`, `destination.port`, `connection.sni`.
   */
  readonly key: string;
  /**
   * What it is to be: one of these, with "*" at the beginning or the end for any text; "*" alone for anything that is there.
   *
   * @default - notValues says what
   */
  readonly values?: string[];
  /**
   * What it is not to be.
   *
   * @default - nothing
   */
  readonly notValues?: string[];
}

/**
 * What an external authorizer is asked about: what tells neither identities nor tokens. What is said together has to be so together; of a list, one is enough. Nothing said is everything.
 * Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule
 */
export interface CustomAccessRule {
  /**
   * Address ranges in CIDR notation that the connection comes from.
   *
   * @default - any
   */
  readonly ipBlocks?: string[];
  /**
   * Address ranges that the connection does not come from.
   *
   * @default - any
   */
  readonly notIpBlocks?: string[];
  /**
   * Address ranges of the client, as `X-Forwarded-For` tells it: at a gateway, the address before as many proxies as the mesh is told of (`numTrustedProxies`); at other pods the last one,
   * which a gateway writes of whoever connected to it, and any other caller as it likes. Where no such header came, it is the address that the connection comes from.
   * Source: https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers#x-forwarded-for
   *
   * @default - any
   */
  readonly remoteIpBlocks?: string[];
  /**
   * Address ranges that the client is not in, told as for `remoteIpBlocks`.
   *
   * @default - any
   */
  readonly notRemoteIpBlocks?: string[];
  /**
   * Hosts of the requests, with "*." in front for all names that end so; with ":*" behind for any port.
   *
   * @default - any
   */
  readonly hosts?: string[];
  /**
   * Hosts that the requests are not for.
   *
   * @default - any
   */
  readonly notHosts?: string[];
  /**
   * Methods of the requests.
   *
   * @default - any
   */
  readonly methods?: string[];
  /**
   * Methods that the requests do not have.
   *
   * @default - any
   */
  readonly notMethods?: string[];
  /**
   * Paths of the requests, written as those of `AdmittedPeer`: `/a`, `/a/*`, `*.png`, `/a/{*}`.
   *
   * @default - any
   */
  readonly paths?: string[];
  /**
   * Paths that the requests do not have.
   *
   * @default - any
   */
  readonly notPaths?: string[];
  /**
   * Ports of the workload's pods.
   *
   * @default - all; of a rule about requests, all but those at which a service of bytes is declared
   */
  readonly ports?: number[];
  /**
   * Ports of the workload's pods that it is not about.
   *
   * @default - none
   */
  readonly notPorts?: number[];
  /**
   * What else has to be so.
   *
   * @default - nothing
   */
  readonly when?: AccessCondition[];
}

/** What a policy is about, and who it comes from. What is said together has to be so together; of a list, one is enough. Nothing said is everything. */
export interface AccessRule extends CustomAccessRule {
  /**
   * Workloads that it comes from, by their identities in the mesh.
   *
   * @default - any
   */
  readonly callers?: IWorkload[];
  /**
   * Workloads that it does not come from; who has no identity is none of them.
   *
   * @default - any
   */
  readonly notCallers?: IWorkload[];
  /**
   * ServiceAccounts, each as `namespace/name`, that it comes from; beside `callers`, one of both is enough.
   *
   * @default - any
   */
  readonly serviceAccounts?: string[];
  /**
   * ServiceAccounts, each as `namespace/name`, that it does not come from.
   *
   * @default - any
   */
  readonly notServiceAccounts?: string[];
  /**
   * Namespaces that it comes from, by identities in the mesh.
   *
   * @default - any
   */
  readonly namespaces?: string[];
  /**
   * Namespaces that it does not come from; who has no identity is in none of them.
   *
   * @default - any
   */
  readonly notNamespaces?: string[];
  /**
   * Who a token is of, as `issuer/subject`, with "*" at the end for any; only where tokens are verified, by `requires()`.
   *
   * @default - any, and no token
   */
  readonly requestPrincipals?: string[];
  /**
   * Who a token is not of; no token is of nobody.
   *
   * @default - any
   */
  readonly notRequestPrincipals?: string[];
}

/** A policy that denies. */
export interface DenyPolicyProps {
  /** What is denied: what one of the rules is about. */
  readonly rules: AccessRule[];
  /**
   * Whether nothing is denied yet, and proxies only count what would be (`shadow_denied`) and log it where their log of rbac is at debug.
   * Source: https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/
   *
   * @default false
   */
  readonly dryRun?: boolean;
}

/** A policy that audits. */
export interface AuditPolicyProps {
  /** What is audited: what one of the rules is about. */
  readonly rules: AccessRule[];
}

/** A policy that asks an external authorizer. */
export interface CustomPolicyProps {
  /** Name of the authorizer among MeshConfig's `extensionProviders`. One that is not there turns everything away. */
  readonly provider: string;
  /** What it is asked about: what one of the rules is about. A rule knows no identities and no tokens here: the authorizer is asked before they are looked at. */
  readonly rules: CustomAccessRule[];
}
