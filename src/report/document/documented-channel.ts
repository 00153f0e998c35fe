/** A named stream of messages on a broker. */
export interface DocumentedChannel {
  /** Its construct path, by which the document refers to it. */
  readonly path: string;
  /** Its name in the program. */
  readonly name: string;
  /** What it is to the broker: `kafka-topic`, or `channel` for a kind of somebody else's. */
  readonly kind: string;
  /** Its name on the broker. */
  readonly channelName: string;
  /** Path of the broker. */
  readonly service: string;
  /**
   * Number of partitions.
   *
   * @default - the broker's, or there are none
   */
  readonly partitions?: number;
  /**
   * Number of copies.
   *
   * @default - the broker's
   */
  readonly replicas?: number;
  /** Whether another program declares it. */
  readonly declaredElsewhere: boolean;
  /** Settings in the broker's words. */
  readonly settings: Record<string, string>;
}
