import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { distinct } from '../private/distinct';
import { listed } from '../private/topology-error';

/** BST643 */
export const severalAuthorizers = ourCheck<ITopologyCheck>({
  code: 'BST643',
  title: 'several-authorizers',
  severity: Severity.ERROR,
  rationale: 'Unless its control plane is told otherwise, by PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS, Istio asks one external authorizer for a workload. With two it asks neither, and denies '
    + 'what their rules are about. Source: istio, pilot/pkg/security/authz/builder (CUSTOM), pilot/pkg/features/security.go',
  fix: 'ask one authorizer for all of it, or acknowledge this where the control plane is told so',

  check: ({ graph }) => graph.workloads.flatMap(workload => {
    const asked = distinct(graph.policiesOf(workload).flatMap(({ provider }) => provider ?? [])).sort();
    return asked.length < 2 ? [] : Problem.of(
      workload,
      `its requests are decided by external authorizers ${listed(asked)}, and Istio denies them where there are two`,
      'let its policies name one provider, or acknowledge this where the control plane has PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS',
    );
  }),
});
