/** What a workload does with a data store. */
export enum DataAccess {
  /** Reads only: the binding leads to where a write fails, or is refused. */
  READ_ONLY = 'read-only',
  /** Reads and writes. */
  READ_WRITE = 'read-write',
}
