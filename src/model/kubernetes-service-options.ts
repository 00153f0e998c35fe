import { Duration } from 'cdk8s';

/** Who reaches a Kubernetes Service. Source: https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types */
export enum ServiceType {
  /** Who is in the cluster. */
  CLUSTER_IP = 'ClusterIP',
  /** Whoever reaches a node, at a port that every node has for it. */
  NODE_PORT = 'NodePort',
  /** Whoever reaches a load balancer that the cluster's provider sets up. */
  LOAD_BALANCER = 'LoadBalancer',
}

/**
 * Which pods a node hands to what comes from outside.
 * Source: https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip
 */
export enum ExternalTrafficPolicy {
  /** All; the pods may see a node's address instead of the client's. */
  CLUSTER = 'Cluster',
  /** Its own; the pods see the client's address, and a node without any of them answers nothing. */
  LOCAL = 'Local',
}

/**
 * Which pods are preferred, seen from the client. It is a wish: where no such pod is ready, others are taken. An API server that does not know a value
 * refuses the Service, and one that does not know the field drops it.
 * Source: https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution
 */
export enum TrafficDistribution {
  /** Those in the client's zone; the older name for `PREFER_SAME_ZONE`. Known from Kubernetes 1.31 on. */
  PREFER_CLOSE = 'PreferClose',
  /** Those in the client's zone. Known from Kubernetes 1.34 on. */
  PREFER_SAME_ZONE = 'PreferSameZone',
  /** Those on the client's node, else those in its zone. Known from Kubernetes 1.34 on. */
  PREFER_SAME_NODE = 'PreferSameNode',
}

/** How many families of addresses a Service has. Source: https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services */
export enum IpFamilyPolicy {
  /** One. */
  SINGLE_STACK = 'SingleStack',
  /** Both where the cluster has both, else one. */
  PREFER_DUAL_STACK = 'PreferDualStack',
  /** Both; a cluster that has one refuses the Service. */
  REQUIRE_DUAL_STACK = 'RequireDualStack',
}

/** A family of addresses. */
export enum IpFamily {
  /** IPv4. */
  IPV4 = 'IPv4',
  /** IPv6. */
  IPV6 = 'IPv6',
}

/**
 * How a Kubernetes Service is made that this program declares. Who dials it in the cluster notices nothing of it: host, port and protocol are said by the
 * address. Source: https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/
 */
export interface KubernetesServiceOptions {
  /**
   * Who reaches it. What comes from outside of the cluster is nobody's declared call: pods that are guarded from here turn it away, and that is a finding.
   *
   * @default ServiceType.CLUSTER_IP
   */
  readonly serviceType?: ServiceType;
  /**
   * Fixed ports of the nodes, by the Service's port: `{ '80': 30080 }`. A cluster takes those of a range of its own, usually 30000 to 32767, and each
   * once. Of `NODE_PORT` and `LOAD_BALANCER`.
   *
   * @default - the cluster chooses free ones
   */
  readonly nodePorts?: Record<string, number>;
  /**
   * Which pods a node hands to what comes from outside. Of `NODE_PORT` and `LOAD_BALANCER`.
   *
   * @default ExternalTrafficPolicy.CLUSTER
   */
  readonly externalTrafficPolicy?: ExternalTrafficPolicy;
  /**
   * Who sets up the load balancer, such as `service.k8s.aws/nlb`. It cannot be changed later. Of `LOAD_BALANCER`.
   *
   * @default - the one that the cluster's provider takes for those that say nothing
   */
  readonly loadBalancerClass?: string;
  /**
   * Address ranges (CIDR) of clients that the load balancer lets through, where its provider can hold them to it; at least one. Of `LOAD_BALANCER`.
   *
   * @default - any client
   */
  readonly loadBalancerSourceRanges?: string[];
  /**
   * Whether every node gets a port for it besides; a load balancer that reaches the pods themselves needs none. Of `LOAD_BALANCER`.
   *
   * @default true
   */
  readonly allocateLoadBalancerNodePorts?: boolean;
  /**
   * How long a client's address is sent to the same pod, counted from its last connection: 1 second to 1 day, in whole seconds. kube-proxy does that, and
   * no sidecar or ztunnel of a mesh: there it is a finding, and a header can keep requests together, `LoadBalancing.stickyHeader()`.
   * Source: https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity
   *
   * @default - each connection is sent to any pod
   */
  readonly clientAffinity?: Duration;
  /**
   * Which pods are preferred, seen from the client. Istio reads the same field: its ztunnel takes "same zone" for network, region, zone and subzone, in
   * this order. Source: https://preliminary.istio.io/latest/docs/ambient/usage/traffic-distribution
   *
   * @default - none
   */
  readonly trafficDistribution?: TrafficDistribution;
  /**
   * How many families of addresses it has. Istio serves both only where it is installed for dual stack, and takes the first family else.
   *
   * @default - the cluster's own: one family, if `ipFamilies` says nothing else
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;
  /**
   * Which families, the one of the first address first; two only with an `ipFamilyPolicy` of both. The first cannot be changed later.
   *
   * @default - the cluster's own
   */
  readonly ipFamilies?: IpFamily[];
  /**
   * Whether pods that are not ready are given out too, as members of a cluster need that find each other before any of them serves.
   *
   * @default false
   */
  readonly publishNotReadyAddresses?: boolean;
  /**
   * Labels of the Service, besides those of the output and the Chart, before which they hold. None may hold a credential.
   *
   * @default - none
   */
  readonly labels?: Record<string, string>;
  /**
   * Annotations of the Service, by which load balancers, DNS and gateways of a provider are told more; besides those of the output,
   * before which they hold. None may hold a credential.
   *
   * @default - none
   */
  readonly annotations?: Record<string, string>;
  /**
   * Whether each version of the workload has a Service of its own besides, `<service>-<version>`, with the labels of the version as its selector: for
   * looking at one version alone, and for what shifts traffic between Services, such as Argo Rollouts and Flagger. Those are `CLUSTER_IP` (or headless, if
   * the common one is), and have none of these annotations; all else they have in common.
   *
   * @default false
   */
  readonly perVersion?: boolean;
}
