/** An environment variable that tells a workload of a service: with a value, or from a key of a Secret. */
export interface BoundVariable {
  /** Its name. */
  readonly name: string;
  /**
   * Its value as the Pod's spec writes it: `$(NAME)` refers to an earlier variable, `$$` is a dollar sign.
   *
   * @default - read from a Secret
   */
  readonly value?: string;
  /**
   * Name of the Secret that it is read from.
   *
   * @default - it has a value
   */
  readonly secretName?: string;
  /**
   * Key in that Secret.
   *
   * @default - it has a value
   */
  readonly secretKey?: string;
}
