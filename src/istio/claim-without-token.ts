import { ITopologyCheck, ourCheck } from '../model/check';
import { Exposure } from '../model/exposure';
import { Severity } from '../model/finding';
import { isGateway } from '../model/gateway-interface';
import { Problem } from '../model/problem';

/** BST663 */
export const claimWithoutToken = ourCheck<ITopologyCheck>({
  code: 'BST663',
  title: 'claim-without-token',
  severity: Severity.ERROR,
  rationale: 'A gateway knows the claims of a token that it has verified itself. Where it verifies none, a match on a claim takes no request. '
    + 'Source: https://istio.io/latest/docs/reference/config/analysis/ist0149/',
  fix: 'let the gateway require a token, by requires(), with optional where others come too',
  check: ({ graph }) => graph.workloads.filter(isGateway).filter(gateway => graph.requiredTokensOf(gateway).length === 0).flatMap(gateway => (
    graph._exposures.of(gateway).filter(asksForClaims).map(exposure => Problem.of(
      exposure, `it asks for a claim of a token, and ${gateway.name} verifies no token, so that no request has one`)))),
});

function asksForClaims({ said: { matches, routes = [] } }: Exposure): boolean {
  return [...matches, ...routes.flatMap(route => route.matches)].some(({ _conditions: { claims } }) => claims !== undefined);
}
