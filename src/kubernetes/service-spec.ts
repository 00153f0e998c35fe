import { ExternalTrafficPolicy, IpFamily, IpFamilyPolicy, KubernetesServiceOptions, ServiceType, TrafficDistribution } from '../model/kubernetes-service-options';

/** A port of a Service. @internal */
export interface ServicePort {
  readonly name: string;
  readonly port: number;
  readonly targetPort: number | string;
  readonly nodePort?: number;
  readonly protocol: 'TCP';
  readonly appProtocol: string;
}

/** What the API server holds of a Service. @internal */
export interface ServiceSpec {
  readonly type: ServiceType;
  readonly clusterIP?: 'None';
  readonly selector: Record<string, string>;
  readonly ports: ServicePort[];
  readonly externalTrafficPolicy?: ExternalTrafficPolicy;
  readonly loadBalancerClass?: string;
  readonly loadBalancerSourceRanges?: string[];
  readonly allocateLoadBalancerNodePorts?: boolean;
  readonly sessionAffinity?: 'ClientIP';
  readonly sessionAffinityConfig?: { readonly clientIP: { readonly timeoutSeconds: number } };
  readonly trafficDistribution?: TrafficDistribution;
  readonly ipFamilyPolicy?: IpFamilyPolicy;
  readonly ipFamilies?: IpFamily[];
  readonly publishNotReadyAddresses?: boolean;
}

/** What one Service has of its own. @internal */
export interface ServiceParts {
  readonly selector: Record<string, string>;
  readonly ports: readonly ServicePort[];
  readonly headless: boolean;
}

/** The spec of a Service, of its parts and all that is said of how it is made. */
export function serviceSpecOf({ selector, ports, headless }: ServiceParts, options: KubernetesServiceOptions): ServiceSpec {
  const { trafficDistribution, ipFamilyPolicy, ipFamilies, publishNotReadyAddresses, nodePorts = {} } = options;
  return {
    type: options.serviceType ?? ServiceType.CLUSTER_IP,
    clusterIP: headless ? 'None' : undefined,
    selector,
    ports: ports.map(port => ({ ...port, nodePort: nodePorts[port.port] })),
    ...fromOutside(options),
    ...affinityOf(options),
    trafficDistribution, ipFamilyPolicy, ipFamilies,
    publishNotReadyAddresses: publishNotReadyAddresses === true ? true : undefined,
  };
}

/** What the API server would write there by itself is written here, so that a controller that compares sees no change. */
function fromOutside(options: KubernetesServiceOptions): Partial<ServiceSpec> {
  const { serviceType = ServiceType.CLUSTER_IP, externalTrafficPolicy = ExternalTrafficPolicy.CLUSTER } = options;
  if (serviceType === ServiceType.CLUSTER_IP) return {};
  if (serviceType === ServiceType.NODE_PORT) return { externalTrafficPolicy };
  const { loadBalancerClass, loadBalancerSourceRanges, allocateLoadBalancerNodePorts = true } = options;
  return { externalTrafficPolicy, loadBalancerClass, loadBalancerSourceRanges, allocateLoadBalancerNodePorts };
}

function affinityOf({ clientAffinity }: KubernetesServiceOptions): Partial<ServiceSpec> {
  if (clientAffinity === undefined) return {};
  return { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: clientAffinity.toSeconds() } } };
}

/** What is said of a common Service, as it holds for those of single versions: they are reached from inside, and nothing outside is told of them. */
export function ofOneVersion(options: KubernetesServiceOptions): KubernetesServiceOptions {
  const { clientAffinity, trafficDistribution, ipFamilyPolicy, ipFamilies, publishNotReadyAddresses, labels } = options;
  return { clientAffinity, trafficDistribution, ipFamilyPolicy, ipFamilies, publishNotReadyAddresses, labels };
}
