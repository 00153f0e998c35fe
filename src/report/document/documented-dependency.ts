import { DocumentedPolicy } from './documented-policy';

/** What one workload does with one service or channel. */
export interface DocumentedDependency {
  /** Its path, by which findings refer to it. */
  readonly path: string;
  /** What the workload does: `calls`, `uses`, `publishes` or `consumes`. */
  readonly verb: string;
  /** Whether the workload waits for the answer. */
  readonly synchronous: boolean;
  /** Path of the workload that depends. */
  readonly source: string;
  /** Path of the service that it depends on; a channel's broker. */
  readonly service: string;
  /**
   * Path of the channel.
   *
   * @default - none: it depends on the service itself
   */
  readonly channel?: string;
  /** Everything that the author said about it. */
  readonly policy: DocumentedPolicy;
}
