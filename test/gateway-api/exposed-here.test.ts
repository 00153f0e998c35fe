import { GatewayListener } from '../../src';
import { everythingExposedHere, exposedHere } from '../../src/gateway-api/exposed-here';
import { newGateway } from '../support/gateway';
import { GatewayApiDeclaration } from '../support/gateway-api';

const namesOf = (exposed: ReturnType<typeof exposedHere>) => exposed.map(({ exposure }) => exposure.name);

test('gateways of Istio\'s own API are not asked', () => {
  const declared = new GatewayApiDeclaration();
  const users = declared.users();
  newGateway(declared.topology, { listeners: [GatewayListener.http()] }, 'other').exposes(users);
  expect(everythingExposedHere(declared.topology.read())).toEqual([]);
  const both = new GatewayApiDeclaration();
  newGateway(both.topology, { listeners: [GatewayListener.http()] }, 'other').exposes(both.users());
  both.door().exposes(both.api(both.workload('web')));
  expect(namesOf(exposedHere(both.topology.read()))).toEqual(['door exposes web-api']);
});

test('of third parties there is nothing to emit, but something to find', () => {
  const declared = new GatewayApiDeclaration();
  declared.door().exposes(declared.payments());
  expect(exposedHere(declared.topology.read())).toEqual([]);
  expect(namesOf(everythingExposedHere(declared.topology.read()))).toEqual(['door exposes payments']);
});
