import { textOf } from '../model/admission';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { NetworkPeer } from '../model/network-peer';
import { Problem } from '../model/problem';
import { IWorkload } from '../model/workload-interface';
import { EgressScope } from './egress-hosts';

/** BST657, for sidecars that turn away what they are told nothing of. */
export function reachedOutsideRegistry(egress?: EgressScope): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST657',
    title: 'reached-outside-registry',
    severity: Severity.ERROR,
    rationale: 'A network policy lets a workload out to whom it reaches, and its sidecar, which is to pass on nothing but what it is told of, closes the connection all the same. '
      + 'Source: https://istio.io/latest/docs/reference/config/networking/sidecar/#OutboundTrafficPolicy',
    fix: 'declare a service there and let the workload call or use it; name its host in furtherHosts of sidecars and acknowledge this; or leave registryOnly out',
    check: ({ graph }) => egress?.registryOnly !== true ? [] : graph.workloads.filter(({ ruled }) => ruled)
      .flatMap(workload => graph.reachedPeersOf(workload).map(peer => problemOf(workload, peer, egress))),
  });
}

function problemOf(workload: IWorkload, peer: NetworkPeer, { hosts, controlPlaneNamespace }: EgressScope): Problem {
  const known = hosts.find(host => mayBe(host, peer, workload)) ?? (peer.namespace === controlPlaneNamespace ? `a service of ${controlPlaneNamespace}` : undefined);
  const problem = Problem.of(workload, `it reaches ${textOf(peer)}, and its sidecar turns away ${known === undefined ? 'what it is told nothing of' : `that unless it is ${known}`}`);
  return known === undefined ? problem : problem.asWarning();
}

/** Nothing tells which pods or addresses are behind a host; a namespace tells which are not. */
function mayBe(host: string, { namespace }: NetworkPeer, workload: IWorkload): boolean {
  const [there] = host.split('/');
  return namespace === undefined || there === '*' || (there === '.' ? workload.namespace : there) === namespace;
}
