import { Severity } from '../../src';
import { secretChecks } from '../../src/secrets/secret-checks';

test('the rules about what workloads are told, each an error', () => {
  const checks = secretChecks([], new Map());
  expect(checks.map(({ code, title, severity }) => [code, title, severity])).toEqual([
    ['BST808', 'variable-claimed-twice', Severity.ERROR],
    ['BST519', 'secret-without-producer', Severity.ERROR],
    ['BST520', 'url-without-encoding', Severity.ERROR],
  ]);
});

test('they find nothing where nothing is bound', () => {
  const context = { graph: { workloads: [] } as never, objects: [], enforced: [] };
  expect(secretChecks([], new Map()).flatMap(check => check.check(context))).toEqual([]);
});
