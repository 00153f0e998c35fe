/** Which of the CRDs of the Gateway API the cluster has. Source: https://gateway-api.sigs.k8s.io/concepts/versioning/#release-channels */
export enum ReleaseChannel {
  /** What stays as it is. */
  STANDARD = 'standard',
  /** That, and what may change or go again: retries of an `HTTPRoute` among it. */
  EXPERIMENTAL = 'experimental',
}
