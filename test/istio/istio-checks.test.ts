import { istioChecks } from '../../src/istio/istio-checks';
import { MeshDeclaration } from '../support/mesh';

const codes = (dnsCapture: boolean) => istioChecks(dnsCapture).map(({ code }) => code);

describe('the rules that only Istio knows', () => {
  test('are sorted by code, without doubles', () => expect(codes(false)).toEqual([...new Set(codes(false))].sort()));

  test('do without the clash of TCP entries where sidecars answer DNS', () => expect(codes(false).filter(code => !codes(true).includes(code))).toEqual(['BST609']));

  test.each(istioChecks(false).map(check => [check.code, check] as const))('%s says why and what to do, and finds nothing in nothing', (_, check) => {
    expect(check.rationale).toMatch(/^[A-Z].*(Source: \S|istio\/istio#\d)/);
    expect(check.fix).toMatch(/^[a-z].*[^.]$/);
    expect(check.check({ graph: new MeshDeclaration().topology.read(), objects: [], enforced: [] })).toEqual([]);
  });

  test('are no rules of a topology without a mesh', () => {
    const declared = new MeshDeclaration();
    declared.workload('web', { serviceAccountName: 'default' }).calls(declared.users());
    expect(declared.found('BST506')).toEqual([]);
  });
});
