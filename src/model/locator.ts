import { rangeText } from '../private/address-range';
import { guard } from '../private/boundary';
import { distinct } from '../private/distinct';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { rangeOfHost } from '../private/ip-host';
import { byCodePoint } from '../private/names';
import { Address, AddressRole, ExternalAddressProps, ServiceAddressProps } from './address';
import { heldServiceOptions } from './held-service-options';
import { KubernetesServiceOptions } from './kubernetes-service-options';
import { portNumbersOf } from './port-names';
import { IWorkload } from './workload-interface';

/** Who owns a service. */
export enum ServiceOwner {
  /** A workload of this topology. */
  WORKLOAD = 'workload',
  /** An operator in the cluster, by a resource of its own. */
  OPERATOR = 'operator',
  /** Somebody else in this cluster: another team, another program. */
  IN_CLUSTER = 'in-cluster',
  /** A third party, outside of the cluster. */
  EXTERNAL = 'external',
}

/** A service that a workload of this topology runs. */
export interface WorkloadLocatorProps {
  /** The workload. */
  readonly workload: IWorkload;
  /** Where it is dialled, the primary address among them. */
  readonly addresses: ServiceAddressProps[];
  /**
   * Whether the Kubernetes Services are there already: a StatefulSet's own, a Helm chart's. They are used then, not declared again.
   *
   * @default false - each is made
   */
  readonly existing?: boolean;
  /**
   * How the Kubernetes Services are made, by name.
   *
   * @default - each as a plain ClusterIP Service, or headless if its addresses are
   */
  readonly kubernetesServices?: Record<string, KubernetesServiceOptions>;
}

/** A service that an operator runs. */
export interface OperatorLocatorProps {
  /** The operator: `strimzi`, `cloudnative-pg`. */
  readonly operator: string;
  /** Name of the operator's resource. */
  readonly resource: string;
  /** Namespace of the resource, its Kubernetes Services and its pods. */
  readonly namespace: string;
  /** Labels of the pods behind it. */
  readonly podLabels: Record<string, string>;
  /** Where it is dialled, the primary address among them. */
  readonly addresses: ServiceAddressProps[];
  /**
   * Name of the listener that consumers use, for Kafka.
   *
   * @default - the operator knows no listeners
   */
  readonly listener?: string;
}

/** A service that somebody else runs in this cluster. */
export interface InClusterLocatorProps {
  /** Namespace of its Kubernetes Services and pods. */
  readonly namespace: string;
  /** Where it is dialled, the primary address among them. */
  readonly addresses: ServiceAddressProps[];
  /**
   * Labels of the pods behind it. A network policy finds it by them.
   *
   * @default - unknown: no network policy lets anybody through to it, and that is a finding
   */
  readonly podLabels?: Record<string, string>;
}

/** A service outside of the cluster. */
export interface ExternalLocatorProps {
  /** Where it is dialled, the primary address among them. */
  readonly addresses: ExternalAddressProps[];
  /**
   * Address ranges (CIDR) that it answers from; at least one. A host that is an IP address is in one of them.
   *
   * @default - the hosts, if all of them are IP addresses, or the endpoints; else unknown: any address, on its ports
   */
  readonly cidrs?: string[];
  /**
   * IP addresses of the servers behind its only host, a name: a mesh connects to these, whatever DNS says of it; at least one.
   *
   * @default - DNS tells them
   */
  readonly endpoints?: string[];
}

/**
 * Where a service is, whoever owns it: what a client dials, and what stands behind that. Everything about the place is told here and
 * nowhere else, by one of four owners, so that what does not belong together cannot be said.
 */
export class Locator {
  /** A service that a workload of this topology runs. */
  public static ofWorkload(props: WorkloadLocatorProps): Locator {
    const { namespace, selector, versions } = props.workload;
    const addresses = inCluster(props.addresses, namespace, portNumbersOf(versions));
    return new Locator(ServiceOwner.WORKLOAD, addresses, { ...props, namespace, podLabels: selector });
  }

  /** A service that an operator runs. */
  public static ofOperator(props: OperatorLocatorProps): Locator {
    return new Locator(ServiceOwner.OPERATOR, inCluster(props.addresses, props.namespace), props);
  }

  /** A service that somebody else runs in this cluster. It is in the mesh if its pods are; its policies are its owner's, for callers that say nothing of their traffic. */
  public static inCluster(props: InClusterLocatorProps): Locator {
    return new Locator(ServiceOwner.IN_CLUSTER, inCluster(props.addresses, props.namespace), props);
  }

  /** A service outside of the cluster. */
  public static external(props: ExternalLocatorProps): Locator {
    const addresses = props.addresses.map(address => Address._external(address));
    return new Locator(ServiceOwner.EXTERNAL, addresses, { ...props, cidrs: props.cidrs ?? rangesOf(props.endpoints ?? hostsDialledOf(addresses)) });
  }

  /** Where it is dialled, in the order given. */
  public readonly addresses: Address[];
  /** Namespace of its Kubernetes Services and pods; none outside of the cluster. */
  public readonly namespace?: string;
  /** The workload that runs it; none if that is not one of this topology. */
  public readonly workload?: IWorkload;
  /** The operator that runs it; none if somebody else does. */
  public readonly operator?: string;
  /** Name of the operator's resource. */
  public readonly resource?: string;
  /** Name of the operator's listener that consumers use. */
  public readonly listener?: string;
  /** Labels of the pods behind it; none outside of the cluster, or if they are unknown. */
  public readonly podLabels?: Record<string, string>;
  /** Address ranges that it answers from, those of bare IP addresses among them; none in the cluster, or if they are unknown. */
  public readonly cidrs?: string[];
  /** IP addresses of the servers behind its host, sorted; none in the cluster, or if DNS tells them. */
  public readonly endpoints?: string[];
  /** Whether its Kubernetes Services are made by this program. */
  public readonly declaresServices: boolean;
  /** How its Kubernetes Services are made, by name; none that is a plain one. */
  public readonly kubernetesServices: Record<string, KubernetesServiceOptions>;
  /** The address for all that a client wants of the service. */
  public readonly primary: Address;

  private constructor(
    /** Who owns it. */
    public readonly owner: ServiceOwner,
    addresses: Address[],
    behind: Behind,
  ) {
    this.addresses = frozenList(addresses);
    this.primary = addresses.find(({ role }) => role === AddressRole.PRIMARY)!;
    this.namespace = behind.namespace;
    this.workload = behind.workload;
    this.operator = behind.operator;
    this.resource = behind.resource;
    this.listener = behind.listener;
    this.podLabels = behind.podLabels && frozenMap(behind.podLabels);
    this.cidrs = behind.cidrs && frozenList(behind.cidrs);
    this.endpoints = behind.endpoints && frozenList([...behind.endpoints].sort(byCodePoint));
    this.kubernetesServices = heldServiceOptions(behind.kubernetesServices ?? {});
    this.declaresServices = owner === ServiceOwner.WORKLOAD && behind.existing !== true;
  }

  /** The first address of a role, if there is one. */
  public address(role: AddressRole): Address | undefined {
    return this.addresses.find(address => address.role === role);
  }

  /** The addresses that consumers dial, the primary one first: all but those for running the service. */
  public get dialled(): Address[] {
    const { primary } = this;
    return [primary, ...this.addresses.filter(address => address !== primary && address.role !== AddressRole.MANAGEMENT)];
  }

  /** What is said of how one of its Kubernetes Services is made. @internal */
  public _optionsOf(service: string | undefined): KubernetesServiceOptions {
    return service !== undefined && Object.hasOwn(this.kubernetesServices, service) ? this.kubernetesServices[service] : {};
  }

  /** Whether it is outside of the cluster. */
  public get isExternal(): boolean {
    return this.owner === ServiceOwner.EXTERNAL;
  }
}

guard('Locator', Locator);

interface Behind {
  readonly namespace?: string;
  readonly workload?: IWorkload;
  readonly operator?: string;
  readonly resource?: string;
  readonly listener?: string;
  readonly podLabels?: Record<string, string>;
  readonly cidrs?: string[];
  readonly endpoints?: string[];
  readonly existing?: boolean;
  readonly kubernetesServices?: Record<string, KubernetesServiceOptions>;
}

function hostsDialledOf(addresses: readonly Address[]): string[] {
  return addresses.filter(({ role }) => role !== AddressRole.MANAGEMENT).map(({ host }) => host);
}

/** Those of IP addresses, if none of them is a name, which may lead to any. */
function rangesOf(hosts: readonly string[]): string[] | undefined {
  const ranges = hosts.map(rangeOfHost);
  const texts = ranges.flatMap(range => range ? [rangeText(range)] : []);
  return texts.length === 0 || texts.length < ranges.length ? undefined : distinct(texts);
}

function inCluster(addresses: ServiceAddressProps[], namespace: string, portNumbers?: ReadonlyMap<string, number>): Address[] {
  return addresses.map(address => Address._ofService(address, namespace, portNumbers));
}
