/** Which bucket of a server. */
export interface BucketProps {
  /** Name of the bucket. */
  readonly bucket: string;
  /**
   * Region that clients sign requests for.
   *
   * @default "us-east-1", which servers take that know no regions
   */
  readonly region?: string;
}
