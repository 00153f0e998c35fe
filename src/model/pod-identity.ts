import { assertName, Names } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { PodFacts } from './pods';

/** Where pods run and as whom: what their mesh identity is made of. @internal */
export interface PodIdentity {
  readonly namespace: string;
  readonly serviceAccountName: string;
}

/** What is said of pods besides what they say themselves. */
interface Said {
  readonly namespace?: string;
  readonly serviceAccountName?: string;
}

/**
 * The identity of pods: what they state themselves, else what is said of them, else what holds for the topology. Policies let in whoever has it, so
 * one that the pods do not have would be somebody else's right.
 *
 * Throws BST031 if the pods state another namespace or account than is said, BST013 if nothing tells the namespace, BST801 if either cannot be a name.
 */
export function identityOf(stated: Pick<PodFacts, 'namespace' | 'serviceAccountName'>, said: Said, topology: Pick<Said, 'namespace'>, path: string): PodIdentity {
  const { namespace, serviceAccountName } = stated;
  assertAgreed('namespace', namespace, said.namespace, path);
  assertAgreed('serviceAccountName', serviceAccountName, said.serviceAccountName, path);
  return {
    namespace: assertName(Names.LABEL, namespace ?? said.namespace ?? topology.namespace ?? unknown(path), path),
    serviceAccountName: assertName(Names.SUBDOMAIN, serviceAccountName ?? said.serviceAccountName ?? 'default', path),
  };
}

function assertAgreed(name: string, stated: string | undefined, said: string | undefined, path: string): void {
  if (said === undefined || stated === undefined || said === stated) return;
  throw new TopologyError({
    code: 'BST031',
    path,
    problem: `${name} ${quote(said)}, but the pods state ${quote(stated)}: policies would let in, and shut out, somebody else`,
    fix: `leave ${name} out, or change what makes the pods`,
  });
}

function unknown(path: string): never {
  throw new TopologyError({
    code: 'BST013',
    path,
    problem: 'the namespace is unknown, but identities and hosts are made of it',
    fix: 'set namespace on the Chart, the Topology or the Workload',
  });
}
