import { AccessPolicy } from '../model/access-policy';
import { isOfRequests, textOf } from '../model/admission';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { isAboutRequests } from '../model/held-access-rule';
import { Problem } from '../model/problem';
import { RequiredToken } from '../model/required-token';
import { bytePortsOf, requestPortsOf } from '../model/seen-ports';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { WorkloadStanding } from '../model/workload-standing';

/** BST641 */
export const requestsOfBytes = ourCheck<ITopologyCheck>({
  code: 'BST641',
  title: 'requests-of-bytes',
  severity: Severity.ERROR,
  rationale: 'Methods, paths, tokens and the clients of a gateway are told by requests, and a mesh sees requests in HTTP and gRPC that it can read. At a port of TCP, or of TLS that the program '
    + 'ends itself, a rule about them lets in nobody, and one that denies turns everybody away. Source: https://istio.io/latest/docs/tasks/security/authorization/authz-tcp/',
  fix: 'leave out at that port what requests tell',

  check: ({ graph }) => graph.workloads.flatMap(workload => {
    const bytes = bytePortsOf(workload, graph);
    return [
      ...ofPeers(workload, graph, bytes),
      ...graph.policiesOf(workload).flatMap(policy => ofPolicy(workload, policy, bytes)),
      ...ofTokens(workload, graph, bytes),
    ];
  }),
});

type BytePorts = ReturnType<typeof bytePortsOf>;

function ofPeers(workload: IWorkload, graph: TopologyGraph, bytes: BytePorts): Problem[] {
  if (!workload.guarded || bytes.size === 0) return [];
  return graph.admittedPeersOf(workload).filter(peer => bytes.has(peer.port) && isOfRequests(peer)).map(peer => Problem.of(
    workload, `lets in ${textOf(peer)}, and at that port is ${bytes.get(peer.port)}, in which a mesh sees no requests, so that nobody would be let in`,
    'leave methods, paths and clientCidrs out at that port'));
}

/** Of a rule that names no ports those of bytes are left out. */
function ofPolicy(workload: IWorkload, { name, rules }: AccessPolicy, bytes: BytePorts): Problem[] {
  const ports = rules.filter(isAboutRequests).flatMap(rule => rule.ports ?? []).filter(port => bytes.has(port));
  return ports.length === 0 ? [] : [Problem.of(
    workload, `its policy ${name} is about requests at port ${ports[0]}, and at that port is ${bytes.get(ports[0])}, in which a mesh sees none, so that it would be about all that comes there`,
    'leave that port out of the rule, or say there what connections tell: callers, namespaces, ipBlocks')];
}

function ofTokens(workload: IWorkload, graph: TopologyGraph, bytes: BytePorts): Problem[] {
  const token = graph.requiredTokensOf(workload).find(demandsSomething);
  if (token === undefined) return [];
  const port = (token.ports ?? []).find(each => bytes.has(each));
  if (port !== undefined) return [demanded(workload, token, `at port ${port} is ${bytes.get(port)}, in which a mesh sees no requests`, 'leave that port out of ports')];
  if (token.ports !== undefined || workload.standing === WorkloadStanding.GATEWAY || requestPortsOf(workload, graph).length > 0) return [];
  return [demanded(workload, token, 'no service of its pods shows a mesh its requests', 'name the ports at which its pods answer HTTP, or declare the service that it provides')];
}

/** One that is optional and says nothing of claims turns nobody away. */
function demandsSomething({ optional, claims }: RequiredToken): boolean {
  return !optional || Object.keys(claims).length > 0;
}

function demanded(workload: IWorkload, { jwt }: RequiredToken, why: string, fix: string): Problem {
  return Problem.of(workload, `demands a token of ${jwt.issuer}, and ${why}, so that everybody would be turned away`, fix);
}
