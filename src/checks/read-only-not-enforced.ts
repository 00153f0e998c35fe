import { ITopologyCheck, Severity } from '../model/check';
import { DataAccess } from '../model/data-access';

/** BST521 */
export const readOnlyNotEnforced: ITopologyCheck = {
  code: 'BST521',
  title: 'read-only-not-enforced',
  severity: Severity.ERROR,
  rationale: 'A consumer that declares to read only, but is given a user that may write, is not held to its word by anything. '
    + 'Source: least privilege, https://csrc.nist.gov/glossary/term/least_privilege',
  fix: 'give the provider a read-only user or replicas, or declare DataAccess.READ_WRITE',

  check({ graph }) {
    return graph.dependencies
      .filter(({ policy, service }) => policy.access === DataAccess.READ_ONLY && !service.readOnlyEnforced)
      .map(({ node, service }) => ({
        code: readOnlyNotEnforced.code,
        severity: readOnlyNotEnforced.severity,
        path: node.path,
        problem: `access is read-only, but ${service.name} has neither a read-only user nor read-only replicas, so writes succeed`,
        fix: `give the provider of ${service.name} readOnlyCredentials where it takes them, or declare DataAccess.READ_WRITE`,
      }));
  },
};
