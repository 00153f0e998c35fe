import { ApiObject, JsonPatch } from 'cdk8s';
import type { Workload as PlusWorkload } from 'cdk8s-plus-28';
import { BindingPlan } from './binding-plan';

/**
 * Variables that Kubernetes makes of the Services of a namespace: of one named `ldap`, `LDAP_PORT` with the text `tcp://10.0.0.7:636`.
 * Source: https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
 */
const LIKE_SERVICE_LINK = /^[A-Z][A-Z0-9_]*_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)$/;

/** Whether a variable has a name that Kubernetes would give to a variable of some Service. */
export function namesLikeServiceLinks(plans: readonly BindingPlan[]): boolean {
  return plans.some(({ variables }) => variables.some(({ name }) => LIKE_SERVICE_LINK.test(name)));
}

/**
 * Keeps the variables of Services out of a workload's pods: where a container is not told of `LDAP_PORT`, it would read the address of a Service
 * from it instead of nothing. cdk8s-plus has no property for it. A CronJob has its pods one level deeper, in the Job that it makes.
 */
export function switchOffServiceLinks(workload: PlusWorkload): void {
  const object = ApiObject.of(workload);
  const maker = object.kind === 'CronJob' ? '/spec/jobTemplate/spec' : '/spec';
  object.addJsonPatch(JsonPatch.add(`${maker}/template/spec/enableServiceLinks`, false));
}
