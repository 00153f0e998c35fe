import { EnvNames } from '../model/env-names';
import { KubernetesServiceOptions } from '../model/kubernetes-service-options';
import { Tls } from '../model/tls';

/** How pods in the cluster serve, whoever runs them. */
export interface ServingOptions {
  /**
   * Port that the containers listen on.
   *
   * @default - the Service's port
   */
  readonly targetPort?: number;
  /**
   * Whether the Kubernetes Service is headless, as clients need that connect to each pod themselves.
   *
   * @default false
   */
  readonly headless?: boolean;
  /**
   * How the server wants connections encrypted, besides what the sidecars of a mesh do between themselves.
   *
   * @default Tls.NONE
   */
  readonly tls?: Tls;
}

/** How a workload of ours serves. */
export interface WorkloadServingOptions extends ServingOptions {
  /**
   * Name of the Kubernetes Service. Backing services of one workload that name one Service share it: one is made, with the ports of all of them, such as
   * a collector's for gRPC and for HTTP.
   *
   * @default - the service's id
   */
  readonly service?: string;
  /**
   * Name of a Kubernetes Service that is there already: a StatefulSet's own, a Helm chart's. It is used then, not declared again. Not with `service`.
   *
   * @default - a Service is made
   */
  readonly existingService?: string;
  /**
   * Variables that the workload's own containers get, over the same roles as those of consumers, so that the server is given the password that its clients
   * are given: `EnvNames.map({ POSTGRES_USER: '{username}', POSTGRES_PASSWORD: '{password}', POSTGRES_DB: '{database}' })` for the official image. Many
   * images read them only when their data directory is empty.
   *
   * @default - none
   */
  readonly serverEnvNames?: EnvNames;
  /**
   * How the Kubernetes Service is made: who reaches it, how it chooses among pods, its families of addresses, its labels and annotations.
   *
   * @default - a plain ClusterIP Service, or a headless one
   */
  readonly kubernetesService?: KubernetesServiceOptions;
  /**
   * Port that the containers listen on, by the name that they give it, in place of `targetPort`. Its number is what the pods tell: `Pods.of()` reads it,
   * `Pods.fromLabels()` is given it as `portNames`.
   *
   * @default - it is said by number
   */
  readonly targetPortName?: string;
}

/**
 * How somebody else in this cluster serves: another team, another program. Its policies are its owner's, for callers that say nothing of their traffic. A
 * namespace with a caller that does (a timeout, a retry, a breaker, a pool) is ruled by what its callers say alone, because a mesh merges no rules: the
 * owner's canary and balancing do not reach it.
 */
export interface InClusterServingProps extends ServingOptions {
  /** Name of the Kubernetes Service. */
  readonly service: string;
  /** Namespace of the Kubernetes Service and its pods. */
  readonly namespace: string;
  /**
   * Labels of the pods behind it. A network policy finds it by them.
   *
   * @default - unknown: no network policy lets anybody through to it, and that is a finding
   */
  readonly podLabels?: Record<string, string>;
}

/** Where the addresses of a third party's service are. */
export interface ExternalServingOptions {
  /**
   * Address ranges (CIDR) that the service answers from, for network policies; at least one.
   *
   * @default - any address, on the service's port; hosts that are IP addresses, which no HTTP or gRPC service has, are opened alone, and so are endpoints
   */
  readonly cidrs?: string[];
}

/** At which addresses a third party's servers stand, where that is known. */
export interface EndpointsOptions extends ExternalServingOptions {
  /**
   * IP addresses of the servers behind the host: machines of one's own, a database on premises, a partner's servers. Sidecars, the proxies of nodes in ambient mode, and a gateway that relays the service, send connections to
   * the host there, spread over all of them, whatever DNS says of it. Network policies open these addresses alone, or the `cidrs`, which hold each of them. Pods must find the name all the
   * same, by DNS or by sidecars that answer in its place, because a program looks it up before its sidecar sees the connection; the sidecar then knows requests in the clear and TLS by
   * the name. Not with further hosts, nor where the host is an IP address. Without Istio nothing but DNS leads to the servers, and that is reported (BST616).
   * Sources: https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution (STATIC),
   * https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/
   *
   * @default - DNS tells them
   */
  readonly endpoints?: string[];
}

/** Where a third party's service is reached besides the place that consumers are told. */
export interface FurtherHostsOptions extends EndpointsOptions {
  /**
   * DNS names that clients dial besides the host, at the same port and in the same way: those that they make of it themselves (`photos.storage.example.com`),
   * that the server sends them on to, or that they fall back to. `*.` before a domain of two parts or more stands for any name in it. Consumers are told the
   * host alone. All that is said of the service holds at each name: operations, timeouts, retries and pools; a circuit breaker counts each by itself, and
   * none acts at a wildcard. Network policies open the port as for the host alone; `cidrs` are the ranges of all. A mesh knows a name by the request, or by
   * what clients send as they start TLS; where they send none, several names need its DNS capture, and a wildcard cannot be (BST639). IP addresses are taken
   * where the host may be one, which it may not for HTTP and gRPC.
   *
   * @default - clients dial the host only
   */
  readonly furtherHosts?: string[];
}
