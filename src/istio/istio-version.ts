/** A version of Istio, by which fields its objects may have. */
export enum IstioVersion {
  /** What 1.30 and later versions know. */
  V1_30 = '1.30',
  /** What 1.31 knows, too. */
  V1_31 = '1.31',
}
