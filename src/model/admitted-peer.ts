import { guard } from '../private/boundary';
import { assertPort } from '../private/bounds';
import { assertCidrs } from '../private/cidr';
import { frozenList, frozenMap } from '../private/frozen-copy';
import { assertLabels } from '../private/labels';
import { lockMembers } from '../private/lock-members';
import { assertName, byCodePoint, Names } from '../private/names';
import { assertMethodNames, assertPathPatterns } from '../private/request-patterns';
import { quote, TopologyError } from '../private/topology-error';
import {
  AdmittedAddressesProps, AdmittedAnyoneProps, AdmittedMeshPodsProps, AdmittedNamespaceProps, AdmittedPodsProps, AdmittedRequestOptions, PeerIdentity,
} from './admitted-peer-props';

/**
 * Who may reach a workload without having declared a call: Prometheus, a load balancer, whoever asks after health, the API server that calls a webhook.
 * It opens one port. `Workload.admits()` lets it in at one workload, `Topology.everyWorkloadAdmits()` at all.
 */
export class AdmittedPeer {
  /**
   * Whoever comes, with an identity of the mesh or without one: who has one by mutual TLS, who has none in the clear. Callers that declare what they call are let in with all
   * of that, too. Source: https://istio.io/latest/docs/tasks/security/authorization/authz-http/
   *
   * @throws BST007 if the port does not exist, BST801 if a method or a path can be none, BST542 if a list is empty
   */
  public static anyone(props: AdmittedAnyoneProps): AdmittedPeer {
    return new AdmittedPeer(PeerIdentity.ANY, props, 'AdmittedPeer.anyone');
  }

  /**
   * Whoever has an identity of the mesh; mutual TLS stays as strict as it is. Source: `principals: ["*"]` in
   * https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source
   *
   * @throws BST007 if the port does not exist, BST801 if a method or a path can be none, BST542 if a list is empty
   */
  public static anyMeshPods(props: AdmittedAnyoneProps): AdmittedPeer {
    return new AdmittedPeer(PeerIdentity.MESH, props, 'AdmittedPeer.anyMeshPods');
  }

  /**
   * All pods of a namespace that are in the mesh; mutual TLS stays as strict as it is. A workload of the topology that calls declares it all the same: it is told an address by that,
   * and let out. Source: `namespaces` in https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source
   *
   * @throws BST801 if the namespace, a method or a path can be none, BST007 if the port does not exist, BST542 if a list is empty
   */
  public static meshNamespace(props: AdmittedNamespaceProps): AdmittedPeer {
    const path = 'AdmittedPeer.meshNamespace';
    assertName(Names.LABEL, props.namespace, path);
    return new AdmittedPeer(PeerIdentity.MESH, props, path);
  }

  /**
   * Pods without a sidecar, such as Prometheus. They speak plaintext, so that a sidecar knows nothing of them: it lets in all on this port that has no identity
   * of the mesh, and the network policy alone tells these pods from others.
   *
   * @throws BST801 if the namespace, a label, a method or a path cannot be one, BST025 if no label tells the pods, BST007 if the port does not exist, BST542 if a list is empty
   */
  public static pods(props: AdmittedPodsProps): AdmittedPeer {
    return AdmittedPeer.ofPods(PeerIdentity.NONE, props, 'AdmittedPeer.pods');
  }

  /**
   * Pods in the mesh, known by their labels to the network policy and by their identity to the sidecar; mutual TLS stays as strict as it is.
   *
   * @throws BST801 if the namespace, a label, the account, a method or a path cannot be one, BST025 if no label tells the pods, BST007 if the port does not exist,
   * BST026 if a range of clients is none, BST542 if a list is empty
   */
  public static meshPods(props: AdmittedMeshPodsProps): AdmittedPeer {
    const path = 'AdmittedPeer.meshPods';
    assertName(Names.SUBDOMAIN, props.serviceAccountName, path);
    assertCidrs(props.clientCidrs, path, 'of the clients that are let in');
    if (props.clientCidrs?.length === 0) throw everyAddress(path);
    return AdmittedPeer.ofPods(PeerIdentity.MESH, props, path);
  }

  /**
   * Addresses, such as those that a load balancer asks after health from. They speak plaintext to the sidecar, or a TLS of the workload's own.
   *
   * What counts is the address that a connection has when it arrives at the pod, not one that a header tells. A load balancer that ends connections has its own.
   * One that passes them on leaves the client's with `ExternalTrafficPolicy.LOCAL`; with CLUSTER, and for what comes in at the port of a node, a node may put its own
   * in that place. Source: https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip,
   * https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source (ipBlocks)
   *
   * @throws BST026 if there is no range, one is none or is given twice, BST007 if the port does not exist, BST801 if a method or a path can be none, BST542 if a list is empty
   */
  public static addresses(props: AdmittedAddressesProps): AdmittedPeer {
    const path = 'AdmittedPeer.addresses';
    assertCidrs(props.cidrs, path, 'that are let in');
    if (props.cidrs.length === 0) throw everyAddress(path);
    return new AdmittedPeer(PeerIdentity.NONE, props, path);
  }

  private static ofPods(identity: PeerIdentity, props: AdmittedPodsProps | AdmittedMeshPodsProps, path: string): AdmittedPeer {
    assertName(Names.LABEL, props.namespace, path);
    if (Object.keys(assertLabels(props.podLabels, path)).length === 0) throw everyPod(props.namespace, path);
    return new AdmittedPeer(identity, props, path);
  }

  /** Whether it has an identity in the mesh. */
  public readonly identity: PeerIdentity;
  /** Namespace of the pods; undefined for others than pods of a namespace. */
  public readonly namespace?: string;
  /** Labels of the pods; undefined for others than pods that labels tell. */
  public readonly podLabels?: Record<string, string>;
  /** ServiceAccount of pods in the mesh; undefined for others than those. */
  public readonly serviceAccountName?: string;
  /** Address ranges, sorted; undefined for others than addresses. */
  public readonly cidrs?: string[];
  /** Address ranges of the clients of a gateway, sorted; undefined for all. */
  public readonly clientCidrs?: string[];
  /** Port of the workload's pods that is reached. */
  public readonly port: number;
  /** Methods of the requests that are let in, sorted; undefined for all. */
  public readonly methods?: string[];
  /** Paths of the requests that are let in, sorted; undefined for all. */
  public readonly paths?: string[];

  private constructor(identity: PeerIdentity, props: Partial<AdmittedMeshPodsProps & AdmittedAddressesProps> & AdmittedRequestOptions, path: string) {
    const { namespace, podLabels, serviceAccountName, cidrs, clientCidrs, port, methods, paths } = props;
    this.identity = identity;
    this.namespace = namespace;
    this.podLabels = podLabels && frozenMap(podLabels);
    this.serviceAccountName = serviceAccountName;
    this.cidrs = sorted(cidrs);
    this.clientCidrs = sorted(clientCidrs);
    this.port = assertPort(port!, path);
    this.methods = assertMethodNames(methods, path);
    this.paths = assertPathPatterns(paths, path);
    lockMembers(this);
  }
}

guard('AdmittedPeer', AdmittedPeer);

function sorted(ranges: string[] | undefined): string[] | undefined {
  return ranges && frozenList([...ranges].sort(byCodePoint));
}

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
