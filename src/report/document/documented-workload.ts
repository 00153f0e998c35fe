import { DocumentedMachines } from './documented-machines';

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

/** Who is let in at a workload without having declared a call: pods, addresses, or whoever comes. */
export interface DocumentedAdmittedPeer {
  /**
   * Whether it has an identity in the mesh: `mesh` or `any`.
   *
   * @default - it has none
   */
  readonly identity?: string;
  /**
   * Namespace of the pods.
   *
   * @default - it is addresses or anybody
   */
  readonly namespace?: string;
  /**
   * Labels of the pods.
   *
   * @default - it is addresses, anybody, or all pods of the namespace
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
   * @default - it is pods or anybody
   */
  readonly cidrs?: string[];
  /**
   * Address ranges of the clients that a gateway passes on, sorted.
   *
   * @default - all
   */
  readonly clientCidrs?: string[];
  /** Port of the workload's pods. */
  readonly port: number;
  /**
   * Methods of the requests that are let in, sorted.
   *
   * @default - all
   */
  readonly methods?: string[];
  /**
   * Paths of the requests that are let in, sorted.
   *
   * @default - all
   */
  readonly paths?: string[];
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

/** A token that a workload demands; of several, one is enough. */
export interface DocumentedRequiredToken {
  /** Who signs it. */
  readonly issuer: string;
  /**
   * Audiences, of which it has to name one, sorted.
   *
   * @default - any
   */
  readonly audiences?: string[];
  /** Claims that it has to have: for each, the texts of which it is one or holds one, sorted. */
  readonly claims: Record<string, string[]>;
  /**
   * Ports of the pods at which it is demanded, sorted.
   *
   * @default - those of services whose requests a mesh sees; of a gateway, all
   */
  readonly ports?: number[];
  /**
   * Paths at which it is not demanded, sorted.
   *
   * @default - none
   */
  readonly exceptPaths?: string[];
  /**
   * Methods at which it is not demanded, sorted.
   *
   * @default - none
   */
  readonly exceptMethods?: string[];
  /** Whether requests without one are let through. */
  readonly optional: boolean;
}

/** A policy that a workload puts before its pods. */
export interface DocumentedAccessPolicy {
  /** Its name, unique at the workload. */
  readonly name: string;
  /** What it does: `DENY`, `AUDIT` or `CUSTOM`. */
  readonly action: string;
  /** Whether it is only counted and logged what it would deny. */
  readonly dryRun: boolean;
  /**
   * Name of the external authorizer that it asks.
   *
   * @default - none
   */
  readonly provider?: string;
}

/** Which connections the pods of a workload take at one port. */
export interface DocumentedPortMutualTls {
  /** The port of the pods. */
  readonly port: number;
  /** `STRICT`, `PERMISSIVE` or `DISABLE`. */
  readonly mode: string;
  /**
   * Why plaintext is taken.
   *
   * @default - none is
   */
  readonly reason?: string;
}

/** Which connections the pods of a workload take. */
export interface DocumentedMutualTls {
  /** `STRICT`, `PERMISSIVE` or `DISABLE`. */
  readonly mode: string;
  /**
   * Why plaintext is taken.
   *
   * @default - none is
   */
  readonly reason?: string;
  /** What was said otherwise of single ports, sorted by port. */
  readonly ports: DocumentedPortMutualTls[];
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
  /**
   * Its version that is to take over from the other, where a controller releases it, and moves the weights of routes to both.
   *
   * @default - no controller does
   */
  readonly releasing?: string;
  /** How far it is in the hands of the program: `guarded`, `migrating`, `foreign` or `gateway`. */
  readonly standing: string;
  /**
   * Number of pods over all versions.
   *
   * @default - unknown
   */
  readonly replicas?: number;
  /**
   * The machines that it runs on; what is said of pods holds for them.
   *
   * @default - it runs in pods
   */
  readonly machines?: DocumentedMachines;
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
  /**
   * The tokens of which it demands one, sorted by issuer.
   *
   * @default - none
   */
  readonly requires?: DocumentedRequiredToken[];
  /**
   * The policies that it puts before its pods, sorted by name.
   *
   * @default - none
   */
  readonly enforces?: DocumentedAccessPolicy[];
  /**
   * Which connections its pods take, where that was said of it.
   *
   * @default - nothing was said
   */
  readonly mutualTls?: DocumentedMutualTls;
}
