/** How far a workload is in the hands of this program. */
export enum WorkloadStanding {
  /** It is ours: its traffic is ruled and its pods are guarded from here. */
  GUARDED = 'guarded',
  /** It is ours and on its way into the mesh: its traffic is ruled from here, and no policy of ours guards its pods yet. */
  MIGRATING = 'migrating',
  /** It is somebody else's, who rules and guards it; known here as a caller, or as what provides a service. */
  FOREIGN = 'foreign',
  /** It is a gateway, whose traffic is ruled by the routes that are bound to it and whose pods its owner guards. */
  GATEWAY = 'gateway',
}
