import { Finding, Severity } from '../model/finding';
import { TopologyGraph } from '../model/topology-graph';
import { oneLine } from '../private/topology-error';
import { JudgedTopology } from './judged-topology';

/** The code of what is found without a check. */
export const UNREAD = 'BST040';

/** The finding (BST040) about a topology that declares something and that no output has read; none if there is no such thing to say. */
export function unreadOf(topology: JudgedTopology, { workloads, services }: TopologyGraph): Finding[] {
  const declared = workloads.length + services.length;
  if (topology._read || declared === 0) return [];
  return [{
    code: UNREAD,
    severity: Severity.ERROR,
    path: oneLine(topology.path),
    problem: `no output reads the topology, so nothing is made of its ${workloads.length} workloads and ${services.length} services`,
    fix: 'declare a Platform, or the outputs of your choice, with this topology in a Chart',
  }];
}
