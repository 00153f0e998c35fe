import { Finding, ITopologyCheck, Severity } from '../model/check';
import { DataAccess } from '../model/data-access';
import { Dependency, DependencyPolicy } from '../model/dependency';

/** Fields that a dependency asks to be enforced. The others (group, criticality, bindingName) tell facts. */
const ENFORCEABLE = ['timeout', 'connectTimeout', 'retry', 'circuitBreaker', 'connectionPool', 'operations', 'access'] as const satisfies
  readonly (keyof DependencyPolicy)[];
const TLS_BY_MESH = 'tlsByMesh';

/** BST616 */
export const policyNotEnforced: ITopologyCheck = {
  code: 'BST616',
  title: 'policy-not-enforced',
  severity: Severity.WARNING,
  rationale: 'What is declared and enforced by no output is a promise that nothing keeps, and "https" that the mesh is to start is plain HTTP '
    + 'without a mesh. Source: https://istio.io/latest/docs/tasks/traffic-management/egress/egress-tls-origination/',
  fix: 'add the output that enforces it, such as a mesh, or take it out of the declaration',

  check({ graph, enforced }) {
    const unkept = ENFORCEABLE.filter(field => !enforced.includes(field));
    return [
      ...graph.dependencies.flatMap(dependency => unenforced(dependency, unkept)),
      ...enforced.includes(TLS_BY_MESH) ? [] : graph.services
        .filter(service => service.endpoint.tlsByMesh && graph.dependenciesOn(service).length > 0)
        .map(({ node, name, endpoint }) => ({
          code: policyNotEnforced.code,
          severity: Severity.ERROR,
          path: node.path,
          problem: `consumers are given http://${endpoint.host}:${endpoint.port} for the mesh to start TLS to port ${endpoint.targetPort}, `
            + `but no output does: ${name} would be called in plain HTTP`,
          fix: 'add a mesh output, or declare HttpProvider.external(url, { tlsOrigination: TlsOrigination.CLIENT })',
        })),
    ];
  },
};

function unenforced({ node, policy }: Dependency, unkept: readonly (keyof DependencyPolicy)[]): Finding[] {
  const fields = unkept.filter(field => field === 'access' ? policy.access === DataAccess.READ_ONLY : policy[field] !== undefined);
  if (fields.length === 0) return [];
  return [{
    code: policyNotEnforced.code,
    severity: policyNotEnforced.severity,
    path: node.path,
    problem: `declared but enforced by no output: ${fields.join(', ')}`,
    fix: `add an output that enforces ${fields.join(', ')}, or take ${fields.length === 1 ? 'it' : 'them'} out of the declaration`,
  }];
}
