import { ITopologyCheck, ourCheck } from '../model/check';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { capped } from '../private/capped';

/** BST506 */
export const defaultServiceAccount = ourCheck<ITopologyCheck>({
  code: 'BST506',
  title: 'default-service-account',
  severity: Severity.ERROR,
  rationale: 'An AuthorizationPolicy knows callers by their ServiceAccount. All pods of a namespace that name none run as "default", '
    + 'so allowing one of them allows all. Source: https://istio.io/latest/docs/concepts/security/#istio-identity',
  fix: 'give the workload a ServiceAccount of its own',
  check: ({ graph }) => graph.workloads
    .filter(workload => workload.serviceAccountName === 'default')
    .flatMap(workload => {
      const allowed = graph.dependenciesOf(workload).filter(dependency => dependency.service.locator.workload?.guarded);
      return allowed.length === 0 ? [] : [Problem.of(
        workload,
        `runs as ServiceAccount "default", so every pod of namespace ${workload.namespace} that names none could do what it may: `
          + capped(allowed.map(dependency => `${dependency.verb} ${dependency.service.name}`)),
        'set it on what makes its pods, as serviceAccount of cdk8s-plus or as a JsonPatch of an ApiObject, or as serviceAccountName where something else makes them',
      )];
    }),
});
