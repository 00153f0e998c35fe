import { IConstruct } from 'constructs';
import { BindingDelivery } from './binding-delivery';
import { EnvNames } from './env-names';
import { MachineFacts } from './machine-facts';
import { MutualTls } from './mutual-tls';
import { IPods, PodRelease, PodVersion } from './pods';
import { ISubject } from './subject';
import { WorkloadStanding } from './workload-standing';

/** A process of ours, as seen by everything that refers to it. `Workload` declares one. */
export interface IWorkload extends IConstruct, ISubject {
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
  /**
   * Its two versions, if a controller of releases moves requests from one to the other.
   *
   * @default - what its routes say of versions is what happens
   */
  readonly release?: PodRelease;
  /** The pods as they were given. */
  readonly pods: IPods;
  /**
   * The machines that it runs on in place of pods.
   *
   * @default - it runs in pods
   */
  readonly machines?: MachineFacts;
  /** How far it is in the hands of this program. */
  readonly standing: WorkloadStanding;
  /** Whether policies of this program guard its pods. */
  readonly guarded: boolean;
  /** Whether this program rules the requests that it sends, at its sidecar. */
  readonly ruled: boolean;
  /** Whether this program routes the requests that it sends: those of a sidecar that it rules, or of a gateway that listens or relays by what is said here. */
  readonly routed: boolean;
  /**
   * Number of pods over all versions.
   *
   * @default - unknown, because the number of one version is unknown
   */
  readonly replicas?: number;
  /**
   * How the variables of its bindings are named.
   *
   * @default - as the topology's are
   */
  readonly envNames?: EnvNames;
  /**
   * What of its bindings reaches its containers.
   *
   * @default - as for the topology
   */
  readonly delivery?: BindingDelivery;
  /**
   * Names of the containers that get its bindings.
   *
   * @default - all, init containers among them
   */
  readonly boundContainers?: string[];
  /**
   * Which connections its pods take.
   *
   * @default MutualTls.STRICT
   */
  readonly mutualTls?: MutualTls;
}
