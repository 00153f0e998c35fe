/** Where a part of a credential is kept, or who makes it. */
export interface DocumentedSource {
  /** Words for who: `ClusterSecretStore vault`, `KafkaUser orders`. */
  readonly producer: string;
  /**
   * Entry of the store.
   *
   * @default - it is kept in no store
   */
  readonly entry?: string;
}

/** How the credential of a binding is changed, and how the workload notices. */
export interface DocumentedRotation {
  /** Where its parts are kept, or who makes them, each once. */
  readonly sources: DocumentedSource[];
  /** Names of the Secrets that the containers read, sorted. */
  readonly secrets: string[];
  /**
   * Name of the Secret that the operator of the server reads the same password from: the server takes a new one when this Secret has it, and the consumer when its own has it.
   *
   * @default - the server is told by other means
   */
  readonly serverSecret?: string;
  /**
   * How often the supplier looks for a new one, such as `1h`.
   *
   * @default - it is not fetched from a store, or nobody knows
   */
  readonly refreshInterval?: string;
  /** What notices the change: `restart`, because a container reads its variables when it starts; `files`, which change in running containers; `restart and files`. */
  readonly noticedBy: string;
  /**
   * Who restarts the pods: `Reloader`, or the supplier.
   *
   * @default - nobody that is known
   */
  readonly restartedBy?: string;
  /**
   * Whether the workload can go on meanwhile, if the server takes the old credential until all pods have the new one: its files change in running
   * containers, or its pods are restarted one after another.
   */
  readonly withoutDowntime: boolean;
}

/** What one workload is told about one service: names only, never a value. */
export interface DocumentedBinding {
  /** Path of the workload. */
  readonly consumer: string;
  /** Path of the service. */
  readonly service: string;
  /** Name of the binding. */
  readonly name: string;
  /** Names of the environment variables, sorted. */
  readonly variables: string[];
  /** Names of the files, sorted. */
  readonly files: string[];
  /**
   * How its credential is changed.
   *
   * @default - it has none, or no output gives it to the containers
   */
  readonly rotation?: DocumentedRotation;
}
