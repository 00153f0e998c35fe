import { ITopologyCheck, ourCheck } from '../model/check';
import { DataAccess } from '../model/data-access';
import { Severity } from '../model/finding';
import { Problem } from '../model/problem';

/** BST521 */
export const readOnlyNotEnforced = ourCheck<ITopologyCheck>({
  code: 'BST521',
  title: 'read-only-not-enforced',
  severity: Severity.ERROR,
  rationale: 'A consumer that declares to read only, but is given a user that may write, is not held to its word by anything. '
    + 'Source: least privilege, https://csrc.nist.gov/glossary/term/least_privilege',
  fix: 'give the provider a read-only user or replicas, or declare DataAccess.READ_WRITE',

  check({ graph }) {
    return graph.dependencies
      .filter(({ policy, service }) => policy.access === DataAccess.READ_ONLY && !service.enforcesReadOnly)
      .map(dependency => ({ dependency, service: dependency.service }))
      .map(({ dependency, service }) => Problem.of(
        dependency,
        `access is read-only, but ${service.name} has neither a read-only user nor read-only replicas, so writes succeed`,
        `give the provider of ${service.name} readOnlyCredentials where it takes them, or declare DataAccess.READ_WRITE`,
      ));
  },
});
