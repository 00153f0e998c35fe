import { BindingPlan } from './binding-plan';

/**
 * Variables that Kubernetes makes of the Services of a namespace: of one named `ldap`, `LDAP_PORT` with the text `tcp://10.0.0.7:636`.
 * Source: https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
 */
const LIKE_SERVICE_LINK = /^[A-Z][A-Z0-9_]*_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)$/;

/**
 * Whether a variable has a name that Kubernetes would give to a variable of some Service. Where a container is not told of `LDAP_PORT`, it would then
 * read the address of a Service from it instead of nothing.
 */
export function namesLikeServiceLinks(plans: readonly BindingPlan[]): boolean {
  return plans.some(({ variables }) => variables.some(({ name }) => LIKE_SERVICE_LINK.test(name)));
}
