import { Duration } from 'cdk8s';

/** Where a part of a credential is kept, or who makes it. @internal */
export interface RotatedSource {
  /** Words for who: `ClusterSecretStore vault`, `KafkaUser orders`. */
  readonly producer: string;
  /** The entry of a store. */
  readonly entry?: string;
}

/** What notices that a credential has changed: its container, when it starts again; a client that reads the files again; either, for a part of it. @internal */
export type NoticedBy = 'restart' | 'files' | 'restart and files';

/** How the credential that one workload enters one service with is changed, and how the workload notices. @internal */
export interface Rotation {
  readonly sources: readonly RotatedSource[];
  /** Names of the Secrets that its containers read, sorted. */
  readonly secrets: readonly string[];
  /** Name of the Secret that an operator reads the same password from, beside its resource, where each consumer is a user of its own. */
  readonly serverSecret?: string;
  /** How often the supplier looks for a new one; unknown of what no supplier fetches. */
  readonly refreshInterval?: Duration;
  readonly noticedBy: NoticedBy;
  /** Who restarts its pods; nobody that is known if undefined. */
  readonly restartedBy?: string;
  /** Whether it can go on meanwhile, if the server takes the old credential until all pods have the new one. */
  readonly withoutDowntime: boolean;
}
