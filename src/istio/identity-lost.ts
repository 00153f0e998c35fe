import { AccessPolicy } from '../model/access-policy';
import { AccessRule } from '../model/access-policy-props';
import { PeerIdentity } from '../model/admitted-peer-props';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { isAboutPeers } from '../model/held-access-rule';
import { MutualTlsMode } from '../model/mutual-tls';
import { Problem } from '../model/problem';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { capped } from '../private/capped';
import { distinct } from '../private/distinct';
import { admittedThroughSidecar } from './admitted-ports';
import { ConnectionsTaken, connectionsTaken, takenAt } from './connections-taken';
import { HeldPolicy } from './namespace-policies';

/** BST645, with what is said of namespaces. */
export function identityLost(policies: readonly HeldPolicy[]): ITopologyCheck {
  return ourCheck<ITopologyCheck>({
    code: 'BST645',
    title: 'identity-lost',
    severity: Severity.ERROR,
    rationale: 'Policies know who comes by the identity that mutual TLS gives. Where it is off, sidecars of callers learn that and speak plaintext, so that nobody has an identity: whom a policy lets in '
      + 'by it is turned away, and whom one denies by it is let in. Source: https://istio.io/latest/docs/tasks/security/authentication/authn-policy/#auto-mutual-tls',
    fix: 'leave mutual TLS on where policies tell who comes: MutualTls.permissive() takes plaintext as well',

    check: ({ graph }) => graph.workloads.filter(({ ruled }) => ruled).flatMap(workload => {
      const taken = connectionsTaken(workload, graph, policies);
      return taken ? [...notLetIn(workload, graph, taken), ...notToldApart(workload, graph, taken)] : [];
    }),
  });
}

function notLetIn(workload: IWorkload, graph: TopologyGraph, taken: ConnectionsTaken): Problem[] {
  if (!workload.guarded) return [];
  const services = graph.servicesOf(workload).filter(({ locator }) => locator.dialled.some(({ targetPort }) => isOff(taken, targetPort)));
  const callers = services.flatMap(service => graph.dependenciesOn(service).map(({ source }) => source.name));
  const peers = admittedThroughSidecar(workload, graph).filter(({ identity, port }) => identity === PeerIdentity.MESH && isOff(taken, port));
  const who = [...distinct(callers), ...peers.length === 0 ? [] : ['pods in the mesh that it admits']];
  return who.length === 0 ? [] : [Problem.of(workload, `mutual TLS is off where ${capped(who)} would be let in by an identity, which nobody has there`)];
}

function notToldApart(workload: IWorkload, graph: TopologyGraph, taken: ConnectionsTaken): Problem[] {
  const lost = graph.policiesOf(workload).filter(({ rules }: AccessPolicy) => rules.some(rule => isAboutPeers(rule) && isOffFor(rule, taken)));
  return lost.length === 0 ? [] : [Problem.of(
    workload,
    `mutual TLS is off where ${capped(lost.map(({ name }) => `its policy ${name}`))} tells who comes by an identity, which nobody has there`,
    'leave mutual TLS on there, or let the policy name the ports at which it is, by ports or notPorts',
  )];
}

/** Whether it is off at any of the ports that a rule is about. */
function isOffFor({ ports, notPorts = [] }: AccessRule, taken: ConnectionsTaken): boolean {
  if (ports !== undefined) return ports.some(port => !notPorts.includes(port) && isOff(taken, port));
  return taken.mode === MutualTlsMode.DISABLE || [...taken.ports.keys()].some(port => !notPorts.includes(port) && isOff(taken, port));
}

function isOff(taken: ConnectionsTaken, port: number): boolean {
  return takenAt(taken, port) === MutualTlsMode.DISABLE;
}
