import { ClientCertificates, GatewayListener, Pods, TlsVersion } from '../../src';
import { gatewayReference } from '../../src/istio/gateway';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const SHOP = ['shop.example.com'];
let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });

test('of the smallest case: the pods that it is for, and one listener', () => {
  newGateway(declared.topology);
  expect(declared.object('Gateway', 'door')).toMatchSnapshot();
});

test('of every kind of listener and every option', () => {
  newGateway(declared.topology, { configNamespace: 'routes', listeners: [
    GatewayListener.redirectToHttps({ hosts: SHOP }), GatewayListener.http({ port: 8080 }),
    GatewayListener.https({ hosts: ['*.example.com', ...SHOP], certificateSecret: 'shop-tls', clientCertificates: ClientCertificates.REQUIRED, minTlsVersion: TlsVersion.V1_3 }),
    GatewayListener.https({ hosts: ['api.example.com'], port: 8443, certificateSecret: 'api-tls', clientCertificates: ClientCertificates.OPTIONAL }),
    GatewayListener.tlsPassthrough({ hosts: ['db.example.com'] }), GatewayListener.tcp(31400),
    GatewayListener.autoPassthrough(),
  ] });
  expect(declared.spec('Gateway', 'door', 'routes')).toMatchSnapshot();
});

test('each listener has a name of its own, which no other changes', () => {
  const listeners = [GatewayListener.http({ hosts: SHOP }), GatewayListener.http({ hosts: ['*.shop.example.com'] }), GatewayListener.http()];
  newGateway(declared.topology, { listeners });
  expect(declared.spec('Gateway', 'door').servers.map(({ port }: { port: { name: string } }) => port.name)).toEqual(['http-80-shop-example-com', 'http-80-shop-example-com-any', 'http-80']);
});

test('nothing is made of a gateway whose owner says where it listens', () => {
  newGateway(declared.topology, { pods: Pods.fromLabels({ labels: { istio: 'closed' }, namespace: 'istio-ingress' }) }, 'closed');
  newGateway(declared.topology, { existingGateway: 'istio-ingress/public' }, 'public');
  expect(declared.named('Gateway')).toEqual([]);
});

test('what is bound to it names it with its namespace', () => {
  expect(gatewayReference(newGateway(declared.topology))).toBe('shop/door');
  expect(gatewayReference(newGateway(declared.topology, { existingGateway: 'istio-ingress/public' }, 'public'))).toBe('istio-ingress/public');
});
