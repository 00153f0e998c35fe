import { IConstruct } from 'constructs';
import { IPods, PodVersion } from './pods';

/** A process of ours, as seen by everything that refers to it. `Workload` declares one. */
export interface IWorkload extends IConstruct {
  /** The workload's name: its construct id. */
  readonly name: string;
  /** Namespace of its pods. */
  readonly namespace: string;
  /** ServiceAccount that its pods run as; the mesh identity of its calls. */
  readonly serviceAccountName: string;
  /** Labels that select all its pods. */
  readonly selector: Record<string, string>;
  /** Its versions, sorted by name; at least one. */
  readonly versions: PodVersion[];
  /** The pods as they were given. */
  readonly pods: IPods;
  /** Whether the platform guards these pods with policies, or only knows their identity (a gateway of another owner). */
  readonly guarded: boolean;
  /**
   * Number of pods over all versions.
   *
   * @default - unknown, because the number of one version is unknown
   */
  readonly replicas?: number;
}
