import { boundRoutes } from '../../src/gateway-api/bound-routes';
import { gatewayApiChecks } from '../../src/gateway-api/gateway-api-checks';
import { CheckContext } from '../../src/model/check-context';
import { EmittedObjects } from '../../src/model/emitted-objects';
import { MeshDeclaration } from '../support/mesh';

const checks = gatewayApiChecks(boundRoutes());
const codes = checks.map(({ code }) => code);

test('the rules are sorted by code, without doubles', () => expect(codes).toEqual([...new Set(codes)].sort()));

test.each(checks.map(check => [check.code, check] as const))('%s says why and what to do', (_, { rationale, fix }) => {
  expect(rationale).toMatch(/^[A-Z].*Source: \S/);
  expect(fix).toMatch(/^[a-z].*[^.]$/);
});

test('they find nothing in nothing', () => {
  const graph = new MeshDeclaration().topology.read();
  expect(checks.flatMap(check => check.check(CheckContext._of(graph, [], () => new EmittedObjects([]))))).toEqual([]);
});
