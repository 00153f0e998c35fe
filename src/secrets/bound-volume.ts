import { SuppliedVolume } from './supplied-volume';

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

/** A volume of bindings, and where it is mounted: a projected one with their files, or one of a CSI driver that a supplied Secret needs. */
export interface BoundVolume {
  /** Name of the volume. */
  readonly name: string;
  /** Where it is mounted: that of the files at the root of all bindings, which `SERVICE_BINDING_ROOT` tells. */
  readonly mountPath: string;
  /** Its files, sorted by path; none of a CSI driver's, because nobody reads them. */
  readonly files: BoundFile[];
  /**
   * The CSI driver that fills it, to be mounted so that the Secret which the variables and files are read of is there.
   *
   * @default - it is a projected volume with the files of bindings
   */
  readonly csi?: SuppliedVolume;
}

/** Annotation that carries a literal file of a binding. Each volume has its own, because a file whose text names another differs from root to root. */
export function annotationOf(binding: string, file: string, volume: string): string {
  return `${binding}.${volume}.cdk8s-backing-services.io/${file}`;
}
