import { AccessPolicy } from '../model/access-policy';
import { AccessRule } from '../model/access-policy-props';
import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';

/** BST642 */
export const tokenNotVerified = ourCheck<ITopologyCheck>({
  code: 'BST642',
  title: 'token-not-verified',
  severity: Severity.ERROR,
  rationale: 'A rule knows who a token is of only where a mesh verifies tokens. Where it does not, every request is without one: what is denied to the tokens of some is denied to nobody, and '
    + 'what is denied to all others is denied to everybody. Source: https://istio.io/latest/docs/concepts/security/#request-authentication',
  fix: 'let the workload require a token, by requires(), with optional where a request may come without one',

  check: ({ graph }) => graph.workloads.filter(workload => graph.requiredTokensOf(workload).length === 0).flatMap(workload => (
    graph.policiesOf(workload).filter(tellsTokens).map(({ name }) => Problem.of(
      workload, `its policy ${name} is about tokens, and none is verified there`)))),
});

function tellsTokens({ rules }: AccessPolicy): boolean {
  return rules.some(rule => ofTokens(rule));
}

function ofTokens({ requestPrincipals, notRequestPrincipals, when = [] }: AccessRule): boolean {
  return requestPrincipals !== undefined || notRequestPrincipals !== undefined || when.some(({ key }) => key.startsWith('request.auth.'));
}
