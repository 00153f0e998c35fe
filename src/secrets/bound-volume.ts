/** A file that tells a workload of a service: with a text, or from a key of a Secret. */
export interface BoundFile {
  /** Its path below the volume's mount: `orders-db/ca.crt`. */
  readonly path: string;
  /**
   * Its text.
   *
   * @default - read from a Secret
   */
  readonly text?: string;
  /**
   * Annotation of the pod that carries the text, for the volume to read through the downward API.
   *
   * @default - read from a Secret
   */
  readonly annotation?: string;
  /**
   * Name of the Secret that it is read from.
   *
   * @default - it has a text
   */
  readonly secretName?: string;
  /**
   * Key in that Secret.
   *
   * @default - it has a text
   */
  readonly secretKey?: string;
}

/** A projected volume with the files of bindings, and where it is mounted. */
export interface BoundVolume {
  /** Name of the volume. */
  readonly name: string;
  /** Where it is mounted: the root of all bindings, which `SERVICE_BINDING_ROOT` tells. */
  readonly mountPath: string;
  /** Its files, sorted by path. */
  readonly files: BoundFile[];
}

/** Annotation that carries a literal file of a binding. Each volume has its own, because a file whose text names another differs from root to root. */
export function annotationOf(binding: string, file: string, volume: string): string {
  return `${binding}.${volume}.cdk8s-backing-services.io/${file}`;
}
