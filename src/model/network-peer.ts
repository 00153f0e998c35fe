import { guard } from '../private/boundary';
import { assertPort } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { assertLabels } from '../private/labels';
import { lockMembers } from '../private/lock-members';
import { assertName, Names } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';

/** Pods that workloads may reach. */
export interface PeerPodsProps {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Labels that only these pods have; at least one. */
  readonly podLabels: Record<string, string>;
  /** TCP port of the pods. */
  readonly port: number;
  /**
   * Whether UDP is allowed on that port too, as DNS needs it.
   *
   * @default false
   */
  readonly udp?: boolean;
}

/** Addresses that workloads may reach. */
export interface PeerAddressesProps {
  /** Address ranges in CIDR notation, such as 169.254.20.10/32; at least one. */
  readonly cidrs: string[];
  /** TCP port at these addresses. */
  readonly port: number;
  /**
   * Whether UDP is allowed on that port too, as DNS needs it.
   *
   * @default false
   */
  readonly udp?: boolean;
}

/**
 * Whom workloads may reach besides their declared dependencies: pods, or what no label tells, such as the API server, a cache of DNS on each node or
 * the services of a machine. `Workload.reaches()` lets out one workload, `additionalEgress` of the platform lets out all.
 */
export class NetworkPeer {
  /**
   * Pods.
   *
   * @throws BST801 if the namespace or a label cannot be one, BST025 if no label tells the pods, BST007 if the port does not exist
   */
  public static pods(props: PeerPodsProps): NetworkPeer {
    const path = 'NetworkPeer.pods';
    assertName(Names.LABEL, props.namespace, path);
    if (Object.keys(assertLabels(props.podLabels, path)).length === 0) throw everyPod(props.namespace, path);
    return new NetworkPeer({ ...props, podLabels: frozenMap(props.podLabels) }, path);
  }

  /**
   * Addresses, such as NodeLocal DNS at 169.254.20.10 or an API server outside of the cluster's pods.
   * Source: https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/
   *
   * @throws BST026 if there is no range, one is none or is given twice, BST007 if the port does not exist
   */
  public static addresses(props: PeerAddressesProps): NetworkPeer {
    const path = 'NetworkPeer.addresses';
    assertCidrs(props.cidrs, path);
    if (props.cidrs.length === 0) throw everyAddress(path);
    return new NetworkPeer({ ...props, cidrs: frozenList(props.cidrs) }, path);
  }

  /** Namespace of the pods; undefined for addresses. */
  public readonly namespace?: string;
  /** Labels of the pods; undefined for addresses. */
  public readonly podLabels?: Record<string, string>;
  /** Address ranges; undefined for pods. */
  public readonly cidrs?: string[];
  /** Port that is reached. */
  public readonly port: number;
  /** Whether it is reached by UDP too. */
  public readonly udp: boolean;

  private constructor({ namespace, podLabels, cidrs, port, udp }: Partial<PeerPodsProps> & Partial<PeerAddressesProps>, path: string) {
    this.namespace = namespace;
    this.podLabels = podLabels;
    this.cidrs = cidrs;
    this.port = assertPort(port!, path);
    this.udp = udp ?? false;
    lockMembers(this);
  }
}

guard('NetworkPeer', NetworkPeer);

function everyPod(namespace: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST025',
    path,
    problem: `no label tells the pods in ${quote(namespace)} that may be reached, so every pod of the namespace would be opened`,
    fix: 'give podLabels that only these pods have',
  });
}

function everyAddress(path: string): TopologyError {
  return new TopologyError({
    code: 'BST026',
    path,
    problem: 'no address range is given, and a rule without one would open every address',
    fix: 'give at least one range, such as 169.254.20.10/32',
  });
}
