import { istioAppChecks, istioChecks } from '../../src/istio/istio-checks';
import { AppContext } from '../../src/model/app-context';
import { ICheck } from '../../src/model/check';
import { CheckContext } from '../../src/model/check-context';
import { EmittedObjects } from '../../src/model/emitted-objects';
import { MeshDeclaration } from '../support/mesh';

const CHECKS_OF_ISTIO = istioChecks({ clusterDomain: 'cluster.local', rootNamespace: 'istio-system', policies: [], providers: [] });
const codesOf = (checks: ICheck[]) => checks.map(({ code }) => code);
const NOTHING = new MeshDeclaration().topology.read();

describe('the rules that only Istio knows', () => {
  test.each([[CHECKS_OF_ISTIO], [istioAppChecks(false)]])('are sorted by code, without doubles', checks =>
    expect(codesOf(checks)).toEqual([...new Set(codesOf(checks))].sort()));

  test('do without the clash of TCP entries where sidecars answer DNS', () =>
    expect(codesOf(istioAppChecks(false)).filter(code => !codesOf(istioAppChecks(true)).includes(code))).toEqual(['BST609']));

  test.each([...CHECKS_OF_ISTIO, ...istioAppChecks(false)].map(check => [check.code, check] as const))('%s says why and what to do', (_, check) => {
    expect(check.rationale).toMatch(/^[A-Z].*(Source: \S|istio\/istio#\d)/);
    expect(check.fix).toMatch(/^[a-z].*[^.]$/);
  });

  test('find nothing in nothing', () => {
    const objects = new EmittedObjects([]);
    expect(CHECKS_OF_ISTIO.flatMap(check => check.check(CheckContext._of(NOTHING, [], () => objects)))).toEqual([]);
    expect(istioAppChecks(false).flatMap(check => check.check(AppContext._of([NOTHING], objects)))).toEqual([]);
  });

  test('are no rules of a topology without a mesh', () => {
    const declared = new MeshDeclaration();
    declared.workload('web', { serviceAccountName: 'default' }).calls(declared.users());
    expect(declared.found('BST506')).toEqual([]);
  });
});
