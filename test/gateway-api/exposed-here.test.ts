import { GatewayListener } from '../../src';
import { boundToGateway, exposedHere } from '../../src/gateway-api/exposed-here';
import { newGateway } from '../support/gateway';
import { GatewayApiDeclaration } from '../support/gateway-api';

const namesOf = (exposed: ReturnType<typeof exposedHere>) => exposed.map(({ exposure }) => exposure.name);

test('gateways of Istio\'s own API are not asked', () => {
  const declared = new GatewayApiDeclaration();
  const users = declared.users();
  newGateway(declared.topology, { listeners: [GatewayListener.http()] }, 'other').exposes(users);
  expect(exposedHere(declared.topology.read())).toEqual([]);
  const both = new GatewayApiDeclaration();
  newGateway(both.topology, { listeners: [GatewayListener.http()] }, 'other').exposes(both.users());
  both.door().exposes(both.api(both.workload('web')));
  expect(namesOf(exposedHere(both.topology.read()))).toEqual(['door exposes web-api']);
});

test('third parties are among it, of which something is found', () => {
  const declared = new GatewayApiDeclaration();
  declared.door().exposes(declared.payments());
  expect(namesOf(exposedHere(declared.topology.read()))).toEqual(['door exposes payments']);
});

test('a route stands where all else about its gateway does, and tells no host where any will do', () => {
  const declared = new GatewayApiDeclaration();
  declared.door({ configNamespace: 'routes' }).exposes(declared.users());
  expect(exposedHere(declared.topology.read()).map(boundToGateway)).toMatchObject([
    { kind: 'HTTPRoute', name: 'door.users-api', namespace: 'routes', parentRefs: [{ name: 'door', sectionName: 'http-80' }], hostnames: undefined, routes: [{ name: 'users-api-all' }] },
  ]);
});
