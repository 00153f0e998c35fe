/** What Argo CD is to pass over in one object, in its own words: an entry of `spec.ignoreDifferences` of an Application. Source: https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/ */
export interface IgnoredDifferences {
  /** API group of the object. */
  readonly group: string;
  /** Kind of the object. */
  readonly kind: string;
  /** Name of the object. */
  readonly name: string;
  /** Namespace of the object. */
  readonly namespace: string;
  /** What of it, as jq finds it. */
  readonly jqPathExpressions: string[];
}
