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
}
