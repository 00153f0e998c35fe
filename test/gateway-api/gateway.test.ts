import { GatewayListener } from '../../src';
import { GatewayApiDeclaration, SHOP } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });

test('of the smallest case: its class, and one listener', () => {
  declared.door();
  expect(declared.object('Gateway', 'door')).toMatchSnapshot();
});

test('of every kind of listener', () => {
  declared.door({ configNamespace: 'routes', gatewayClassName: 'istio', listeners: [
    GatewayListener.redirectToHttps({ hosts: SHOP }), GatewayListener.https({ hosts: ['*.example.com', ...SHOP], certificateSecret: 'shop-tls' }),
    GatewayListener.tlsPassthrough({ hosts: ['db.example.com'] }), GatewayListener.tcp(9000),
  ] });
  expect(declared.object('Gateway', 'door', 'routes')).toMatchSnapshot();
});

test('the order of the listeners does not matter', () => {
  const listeners = [GatewayListener.http({ hosts: SHOP }), GatewayListener.http({ port: 8080 })];
  declared.door({ listeners });
  const other = new GatewayApiDeclaration();
  other.door({ listeners: listeners.reverse() });
  expect(other.object('Gateway', 'door')).toEqual(declared.object('Gateway', 'door'));
});

test('nothing is made of one that is there already', () => {
  declared.door({ existingGateway: 'infra/public' }).exposes(declared.users(), { hosts: SHOP });
  expect(declared.named('Gateway')).toEqual([]);
});
