import { Severity } from '../../src';
import { CheckContext } from '../../src/model/check-context';
import { EmittedObjects } from '../../src/model/emitted-objects';
import { secretChecks } from '../../src/secrets/secret-checks';

test('the rules about what workloads are told: errors, but for what a program may know by other means', () => {
  const checks = secretChecks({ needs: [], unencoded: [], claimedTwice: [], rotating: [], untold: [], unsigned: [] });
  expect(checks.map(({ code, title, severity }) => [code, title, severity])).toEqual([
    ['BST808', 'variable-claimed-twice', Severity.ERROR],
    ['BST519', 'secret-without-producer', Severity.ERROR],
    ['BST520', 'url-without-encoding', Severity.ERROR],
    ['BST536', 'login-that-is-not-told', Severity.WARNING],
    ['BST539', 'authority-that-is-not-told', Severity.WARNING],
    ['BST540', 'rotation-unnoticed', Severity.WARNING],
  ]);
});

test('they find nothing where nothing is bound', () => {
  const context = CheckContext._of({ workloads: [] } as never, [], () => new EmittedObjects([]));
  const nothing = { needs: [], unencoded: [], claimedTwice: [], rotating: [], untold: [], unsigned: [] };
  expect(secretChecks(nothing).flatMap(check => check.check(context))).toEqual([]);
});
