import { ITopologyCheck, Severity } from '../model/check';

/** BST506 */
export const defaultServiceAccount: ITopologyCheck = {
  code: 'BST506',
  title: 'default-service-account',
  severity: Severity.ERROR,
  rationale: 'An AuthorizationPolicy knows callers by their ServiceAccount. All pods of a namespace that name none run as "default", '
    + 'so allowing one of them allows all. Source: https://istio.io/latest/docs/concepts/security/#istio-identity',
  fix: 'give the workload a ServiceAccount of its own',
  check: ({ graph }) => graph.workloads
    .filter(workload => workload.serviceAccountName === 'default')
    .flatMap(workload => {
      const allowed = graph.dependenciesOf(workload).filter(dependency => dependency.service.endpoint.workload?.guarded);
      return allowed.length === 0 ? [] : [{
        code: 'BST506',
        severity: Severity.ERROR,
        path: workload.node.path,
        problem: `runs as ServiceAccount "default", so every pod of namespace ${workload.namespace} that names none could do what it may: `
          + allowed.map(dependency => `${dependency.verb} ${dependency.service.name}`).join(', '),
        fix: 'set serviceAccount on its Deployment, or serviceAccountName on the workload',
      }];
    }),
};
