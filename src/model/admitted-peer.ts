import { guard } from '../private/boundary';
import { assertPort } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { assertLabels } from '../private/labels';
import { lockMembers } from '../private/lock-members';
import { assertName, byCodePoint, Names } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';

/** Pods without a sidecar that a workload lets in. */
export interface AdmittedPodsProps {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Labels that only these pods have; at least one. */
  readonly podLabels: Record<string, string>;
  /** TCP port of the workload's own pods that they reach; not the port of a Service. */
  readonly port: number;
}

/** Pods in the mesh that a workload lets in. */
export interface AdmittedMeshPodsProps {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Labels that only these pods have; at least one. */
  readonly podLabels: Record<string, string>;
  /** ServiceAccount that the pods run as: their identity in the mesh. */
  readonly serviceAccountName: string;
  /** TCP port of the workload's own pods that they reach; not the port of a Service. */
  readonly port: number;
}

/** Addresses that a workload lets in. */
export interface AdmittedAddressesProps {
  /** Address ranges in CIDR notation, such as 35.191.0.0/16; at least one. */
  readonly cidrs: string[];
  /** TCP port of the workload's own pods that they reach; not the port of a Service. */
  readonly port: number;
}

/**
 * Who may reach a workload without having declared a call: Prometheus, a load balancer, whoever asks after health, the API server that calls a webhook.
 * It opens one port. `Workload.admits()` lets it in at one workload, `Topology.everyWorkloadAdmits()` at all.
 */
export class AdmittedPeer {
  /**
   * Pods without a sidecar, such as Prometheus. They speak plaintext, so that a sidecar knows nothing of them: it lets in all on this port that has no identity
   * of the mesh, and the network policy alone tells these pods from others.
   *
   * @throws BST801 if the namespace or a label cannot be one, BST025 if no label tells the pods, BST007 if the port does not exist
   */
  public static pods(props: AdmittedPodsProps): AdmittedPeer {
    return AdmittedPeer.ofPods(props, 'AdmittedPeer.pods');
  }

  /**
   * Pods in the mesh, known by their labels to the network policy and by their identity to the sidecar; mutual TLS stays as strict as it is.
   *
   * @throws BST801 if the namespace, a label or the account cannot be one, BST025 if no label tells the pods, BST007 if the port does not exist
   */
  public static meshPods(props: AdmittedMeshPodsProps): AdmittedPeer {
    const path = 'AdmittedPeer.meshPods';
    assertName(Names.SUBDOMAIN, props.serviceAccountName, path);
    return AdmittedPeer.ofPods(props, path);
  }

  /**
   * Addresses, such as those that a load balancer asks after health from. They speak plaintext to the sidecar, or a TLS of the workload's own.
   *
   * What counts is the address that a connection has when it arrives at the pod, not one that a header tells. A load balancer that ends connections has its own.
   * One that passes them on leaves the client's with `ExternalTrafficPolicy.LOCAL`; with CLUSTER, and for what comes in at the port of a node, a node may put its own
   * in that place. Source: https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip,
   * https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source (ipBlocks)
   *
   * @throws BST026 if there is no range, one is none or is given twice, BST007 if the port does not exist
   */
  public static addresses(props: AdmittedAddressesProps): AdmittedPeer {
    const path = 'AdmittedPeer.addresses';
    assertCidrs(props.cidrs, path, 'that are let in');
    if (props.cidrs.length === 0) throw everyAddress(path);
    return new AdmittedPeer({ cidrs: frozenList([...props.cidrs].sort(byCodePoint)), port: assertPort(props.port, path) });
  }

  private static ofPods(props: AdmittedPodsProps & Partial<AdmittedMeshPodsProps>, path: string): AdmittedPeer {
    const { namespace, podLabels, serviceAccountName, port } = props;
    assertName(Names.LABEL, namespace, path);
    if (Object.keys(assertLabels(podLabels, path)).length === 0) throw everyPod(namespace, path);
    return new AdmittedPeer({ namespace, podLabels: frozenMap(podLabels), serviceAccountName, port: assertPort(port, path) });
  }

  /** Namespace of the pods; undefined for addresses. */
  public readonly namespace?: string;
  /** Labels of the pods; undefined for addresses. */
  public readonly podLabels?: Record<string, string>;
  /** ServiceAccount of pods in the mesh; undefined for who speaks plaintext. */
  public readonly serviceAccountName?: string;
  /** Address ranges, sorted; undefined for pods. */
  public readonly cidrs?: string[];
  /** Port of the workload's pods that is reached. */
  public readonly port: number;

  private constructor({ namespace, podLabels, serviceAccountName, cidrs, port }: Partial<AdmittedMeshPodsProps & AdmittedAddressesProps>) {
    this.namespace = namespace;
    this.podLabels = podLabels;
    this.serviceAccountName = serviceAccountName;
    this.cidrs = cidrs;
    this.port = port!;
    lockMembers(this);
  }
}

guard('AdmittedPeer', AdmittedPeer);

function everyPod(namespace: string, path: string): TopologyError {
  return new TopologyError({
    code: 'BST025',
    path,
    problem: `no label tells the pods in ${quote(namespace)} that are let in, so every pod of the namespace would be`,
    fix: 'give podLabels that only these pods have',
  });
}

function everyAddress(path: string): TopologyError {
  return new TopologyError({
    code: 'BST026',
    path,
    problem: 'no address range is given, and a rule without one would let in every address',
    fix: 'give at least one range, such as 35.191.0.0/16',
  });
}
