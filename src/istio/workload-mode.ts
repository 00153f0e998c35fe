/** On which side of a call a proxy reports it. Source: https://istio.io/latest/docs/reference/config/telemetry/#WorkloadMode */
export enum WorkloadMode {
  /** What the workload sends, and all that a gateway passes on. */
  CLIENT = 'CLIENT',
  /** What the workload is sent. */
  SERVER = 'SERVER',
  /** Both. */
  CLIENT_AND_SERVER = 'CLIENT_AND_SERVER',
}

/** Whether two modes share a side. What says none means both. */
export function shareSide(one: WorkloadMode = WorkloadMode.CLIENT_AND_SERVER, other: WorkloadMode = WorkloadMode.CLIENT_AND_SERVER): boolean {
  return one === other || one === WorkloadMode.CLIENT_AND_SERVER || other === WorkloadMode.CLIENT_AND_SERVER;
}
