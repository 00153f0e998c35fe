/** Kinds by which a mesh that reads routes knows services outside of the cluster; the Gateway API itself has none. */
export interface ThirdPartyKinds {
  /** API group of both. */
  readonly group: string;
  /** Of what a route is bound to, by the name of the object that makes the host known in the namespace of the route. */
  readonly parentKind: string;
  /** Of where a route sends, by the host. */
  readonly backendKind: string;
}
