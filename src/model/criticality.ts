/** What becomes of a workload when a service that it depends on is gone. */
export enum Criticality {
  /** It cannot do its work. */
  REQUIRED = 'required',
  /** It has a fallback and works on with less. */
  OPTIONAL = 'optional',
}
