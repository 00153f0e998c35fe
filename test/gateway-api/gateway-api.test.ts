import { GatewayListener, HttpMatch, Pods, StringMatch } from '../../src';
import { GatewayApi } from '../../src/gateway-api/gateway-api';
import { emitted } from '../support/emitted';
import { newGateway } from '../support/gateway';
import { GatewayApiDeclaration, SHOP } from '../support/gateway-api';
import { MeshDeclaration } from '../support/mesh';

test('a topology without such a gateway has none of its objects', () => {
  const declared = new GatewayApiDeclaration();
  newGateway(declared.topology, { listeners: [GatewayListener.http()] }, 'other').exposes(declared.users());
  declared.read();
  expect(declared.chart.node.findChild('gateway-api').node.children).toEqual([]);
});

test('a mesh beside it binds nothing of Istio\'s to such a gateway', () => {
  const declared = new MeshDeclaration();
  newGateway(declared.topology, { gatewayClassName: 'istio', listeners: [GatewayListener.http({ hosts: SHOP })] }).exposes(declared.users());
  new GatewayApi(declared.chart, 'gateway-api', { topology: declared.topology });
  expect(declared.emitted.filter(({ kind }) => kind === 'Gateway').map(({ apiVersion }) => apiVersion)).toEqual(['gateway.networking.k8s.io/v1']);
  expect([declared.named('HTTPRoute'), declared.named('VirtualService')]).toEqual([['shop/door.users-api'], ['shop/users-api']]);
  expect(declared.spec('VirtualService', 'users-api').gateways).toBeUndefined();
});

test('two gateways of two kinds of objects expose one service, each by its own', () => {
  const declared = new MeshDeclaration();
  const users = declared.users();
  newGateway(declared.topology, { gatewayClassName: 'istio', listeners: [GatewayListener.http()] }).exposes(users);
  const pods = Pods.fromLabels({ labels: { istio: 'other' }, namespace: 'istio-ingress', serviceAccountName: 'other' });
  newGateway(declared.topology, { pods, listeners: [GatewayListener.http()] }, 'other').exposes(users, { matches: [HttpMatch.uri(StringMatch.prefix('/users/'))] });
  new GatewayApi(declared.chart, 'gateway-api', { topology: declared.topology });
  expect([declared.named('HTTPRoute'), declared.named('VirtualService')]).toEqual([['shop/door.users-api'], ['shop/users-api', 'shop/other.any']]);
});

test('its objects carry what is said of all of them', () => {
  const declared = new GatewayApiDeclaration();
  declared.door().exposes(declared.users());
  new GatewayApi(declared.chart, 'labelled', { topology: declared.topology, labels: { team: 'web' } });
  expect(emitted(declared.chart).map(({ metadata }) => metadata.labels)).toEqual([{ team: 'web' }, { team: 'web' }]);
});
