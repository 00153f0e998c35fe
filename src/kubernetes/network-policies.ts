import { Construct } from 'constructs';
import { NetworkPeer } from '../model/network-peer';
import { OutputOptions } from '../model/output-options';
import { acceptArguments, guard } from '../private/boundary';
import { giveToAll } from '../private/common-metadata';
import { Topology } from '../topology';
import { byText, egressRuleOf, emitNetworkPolicy } from './network-policy';
import { assertTunnel, NetworkTunnel } from './network-tunnel';
import { unknownPods } from './unknown-pods';

/** What to make NetworkPolicies of. */
export interface NetworkPoliciesProps extends OutputOptions {
  /** The topology to read. */
  readonly topology: Topology;
  /**
   * The cluster's DNS.
   *
   * @default - pods labelled `k8s-app: kube-dns` in kube-system, port 53
   */
  readonly dns?: NetworkPeer;
  /**
   * What every workload may reach besides, such as a mesh's control plane. What one workload may reach alone, it says itself: `Workload.reaches()`.
   *
   * @default - nothing
   */
  readonly additionalEgress?: NetworkPeer[];
  /**
   * Whether all that is outside of the cluster has public addresses. Where address ranges are unknown, or reach that far, network policies then leave out
   * private ones (RFC 1918, RFC 6598, RFC 4193), those of most pods and nodes among them. They always leave out those at which a cloud hands out the
   * credentials of a machine.
   *
   * @default false - a service outside without `cidrs` may be at any address of a private network
   */
  readonly outsideIsPublic?: boolean;
  /**
   * How connections travel among pods of a mesh without sidecars. What a policy then says of ports of services is held by the mesh's own policies, as all of them arrive at one port.
   *
   * @default - as they are dialled
   */
  readonly tunnel?: NetworkTunnel;
}

/**
 * A NetworkPolicy for each workload in pods: everything is denied but the declared dependencies, in both directions, DNS, and what the
 * mesh needs. Machines, which none selects, are let in by their addresses, and reached at these. Source: https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class NetworkPolicies extends Construct {
  /**
   * @throws BST801 if a label or an annotation cannot be one, BST510 or BST511 if a credential stands in one, BST007 or BST026 if the port or a range of the tunnel
   *   is none, BST025 if no label tells its proxies
   */
  constructor(scope: Construct, id: string, props: NetworkPoliciesProps) {
    acceptArguments('new NetworkPolicies', [scope, id, props]);
    super(scope, id);
    giveToAll(this, props);
    const graph = props.topology.read({ checks: [unknownPods] });
    const dns = props.dns ?? NetworkPeer.pods({ namespace: 'kube-system', podLabels: { 'k8s-app': 'kube-dns' }, port: 53, udp: true });
    const everyone = [dns, ...props.additionalEgress ?? []];
    const tunnel = props.tunnel && assertTunnel(props.tunnel, this.node.path);
    const forAll = { reachable: byText(everyone.map(egressRuleOf)), outsideIsPublic: props.outsideIsPublic ?? false, tunnel };
    for (const workload of graph.workloads) {
      if (workload.guarded && workload.machines === undefined) emitNetworkPolicy(this, workload, graph, forAll);
    }
  }
}

guard('NetworkPolicies', NetworkPolicies);
