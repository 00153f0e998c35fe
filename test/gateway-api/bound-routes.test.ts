import { boundRoutes } from '../../src/gateway-api/bound-routes';
import { GatewayApiDeclaration } from '../support/gateway-api';

test('the routes of a topology are made once, and those of another one are its own', () => {
  const [one, other] = [new GatewayApiDeclaration(), new GatewayApiDeclaration()];
  one.door().exposes(one.users());
  const read = boundRoutes();
  const graph = one.topology.read();
  expect(read(graph).map(({ name }) => name)).toEqual(['door.users-api']);
  expect(read(graph)).toBe(read(graph));
  expect(read(other.topology.read())).toEqual([]);
});
