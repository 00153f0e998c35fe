/** One version of a workload's pods. */
export interface DocumentedVersion {
  /**
   * Name of the version.
   *
   * @default - the workload has one version without a name
   */
  readonly name?: string;
  /** Labels on its pods. */
  readonly labels: Record<string, string>;
  /**
   * Number of its pods.
   *
   * @default - unknown
   */
  readonly replicas?: number;
}

/** Who is let in at a workload without having declared a call: pods, or addresses. */
export interface DocumentedAdmittedPeer {
  /**
   * Namespace of the pods.
   *
   * @default - it is addresses
   */
  readonly namespace?: string;
  /**
   * Labels of the pods.
   *
   * @default - it is addresses
   */
  readonly podLabels?: Record<string, string>;
  /**
   * ServiceAccount of pods in the mesh.
   *
   * @default - they have no identity in the mesh
   */
  readonly serviceAccountName?: string;
  /**
   * Address ranges in CIDR notation, sorted.
   *
   * @default - it is pods
   */
  readonly cidrs?: string[];
  /** Port of the workload's pods. */
  readonly port: number;
}

/** Whom a workload may reach besides what it depends on: pods, or addresses. */
export interface DocumentedReachedPeer {
  /**
   * Namespace of the pods.
   *
   * @default - it is addresses
   */
  readonly namespace?: string;
  /**
   * Labels of the pods.
   *
   * @default - it is addresses
   */
  readonly podLabels?: Record<string, string>;
  /**
   * Address ranges in CIDR notation, sorted.
   *
   * @default - it is pods
   */
  readonly cidrs?: string[];
  /** Port that is reached. */
  readonly port: number;
  /** Whether it is reached by UDP too. */
  readonly udp: boolean;
}

/** A workload. */
export interface DocumentedWorkload {
  /** Its construct path, by which the document refers to it. */
  readonly path: string;
  /** Its name. */
  readonly name: string;
  /** Namespace of its pods. */
  readonly namespace: string;
  /** ServiceAccount that its pods run as. */
  readonly serviceAccountName: string;
  /** Labels that select all its pods. */
  readonly selector: Record<string, string>;
  /** Its versions, sorted by name; at least one. */
  readonly versions: DocumentedVersion[];
  /** How far it is in the hands of the program: `guarded`, `migrating`, `foreign` or `gateway`. */
  readonly standing: string;
  /**
   * Number of pods over all versions.
   *
   * @default - unknown
   */
  readonly replicas?: number;
  /**
   * Who is let in without having declared a call, sorted by port.
   *
   * @default - nobody
   */
  readonly admits?: DocumentedAdmittedPeer[];
  /**
   * Whom it alone may reach besides what it depends on, sorted by port.
   *
   * @default - nobody
   */
  readonly reaches?: DocumentedReachedPeer[];
}
