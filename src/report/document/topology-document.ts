import { DocumentedBinding } from './documented-binding';
import { DocumentedChannel } from './documented-channel';
import { DocumentedDependency } from './documented-dependency';
import { DocumentedAcknowledgement, DocumentedFinding } from './documented-finding';
import { DocumentedService } from './documented-service';
import { DocumentedWorkload } from './documented-workload';

/**
 * A topology as plain data: what a diagram, a report or a comparison reads, in this program or from a file. Elements are named by their
 * construct path. It holds no secret, no path of a machine and no time; `TopologyDocuments.of()` makes it, `TopologyJson` writes and reads it.
 */
export interface TopologyDocument {
  /** Version of what follows; 1. It grows with every change of the members, because a strict reader refuses what it does not know. */
  readonly schemaVersion: number;
  /** All workloads, sorted by path. */
  readonly workloads: DocumentedWorkload[];
  /** All backing services, sorted by path. */
  readonly services: DocumentedService[];
  /** All channels that messages travel on, sorted by path. */
  readonly channels: DocumentedChannel[];
  /** All dependencies, sorted by path. */
  readonly dependencies: DocumentedDependency[];
  /** What each workload is told about each service that it depends on, sorted by workload and name. */
  readonly bindings: DocumentedBinding[];
  /** What the checks found and nobody accepted, of every severity, sorted by code and path. */
  readonly findings: DocumentedFinding[];
  /** What the checks found and somebody accepted, sorted likewise. */
  readonly acknowledgements: DocumentedAcknowledgement[];
}
