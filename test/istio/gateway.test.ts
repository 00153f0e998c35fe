import { ClientCertificates, GatewayListener, Pods, TlsVersion } from '../../src';
import { gatewayReferences } from '../../src/istio/gateway';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const SHOP = ['shop.example.com'];
let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });

const gateways = ({ emitted }: MeshDeclaration) => emitted.filter(({ kind }) => kind === 'Gateway');
const serverOf = (name: string) => declared.spec('Gateway', name).servers[0];

test('of the smallest case: the pods that it is for, and one listener', () => {
  newGateway(declared.topology);
  expect(declared.object('Gateway', 'door-http-80')).toMatchSnapshot();
});

test('of every kind of listener and every option', () => {
  newGateway(declared.topology, { configNamespace: 'routes', listeners: [
    GatewayListener.redirectToHttps({ hosts: SHOP }), GatewayListener.http({ port: 8080 }),
    GatewayListener.https({ hosts: ['*.example.com', ...SHOP], certificateSecret: 'shop-tls', clientCertificates: ClientCertificates.REQUIRED, minTlsVersion: TlsVersion.V1_3 }),
    GatewayListener.https({ hosts: ['api.example.com'], port: 8443, certificateSecret: 'api-tls', clientCertificates: ClientCertificates.OPTIONAL }),
    GatewayListener.tlsPassthrough({ hosts: ['db.example.com'] }), GatewayListener.tcp(31400),
    GatewayListener.autoPassthrough(),
  ] });
  expect(gateways(declared).map(({ metadata, spec }) => [metadata.namespace, metadata.name, spec])).toMatchSnapshot();
});

test('each listener has an object of its own, which no other changes, whatever their order', () => {
  const listeners = [GatewayListener.http({ hosts: SHOP }), GatewayListener.http({ hosts: ['*.shop.example.com'] }), GatewayListener.http()];
  newGateway(declared.topology, { listeners });
  const names = declared.named('Gateway');
  expect(names).toEqual(['shop/door-http-80', 'shop/door-http-80-shop-example-com', 'shop/door-http-80-shop-example-com-any']);
  const other = new MeshDeclaration();
  newGateway(other.topology, { listeners: listeners.reverse() });
  expect(gateways(other)).toEqual(gateways(declared));
});

test('hosts that differ in a dot and a hyphen have objects of their own', () => {
  newGateway(declared.topology, { listeners: ['my-app.example.com', 'my.app.example.com'].map(host => GatewayListener.http({ hosts: [host] })) });
  expect(declared.named('Gateway')).toEqual(['shop/door-http-80-my--app-example-com', 'shop/door-http-80-my-app-example-com']);
});

test('a host too long for the name of an object leaves the server\'s name as it is', () => {
  const host = `${'a'.repeat(60)}.example.com`;
  newGateway(declared.topology, { listeners: [GatewayListener.http({ hosts: [host] }), GatewayListener.http({ hosts: [`b.${host}`] })] });
  const names = declared.named('Gateway').map(name => name.replace('shop/', ''));
  expect(names.map(name => [name.length, name.startsWith('door-http-80-')])).toEqual([[63, true], [63, true]]);
  expect(names.map(name => serverOf(name).port.name).sort()).toEqual([`http-80-${'a'.repeat(60)}-example-com`, `http-80-b-${'a'.repeat(60)}-example-com`]);
});

test('nothing is made of a gateway whose owner says where it listens', () => {
  newGateway(declared.topology, { pods: Pods.fromLabels({ labels: { istio: 'closed' }, namespace: 'istio-ingress' }) }, 'closed');
  newGateway(declared.topology, { existingGateway: 'istio-ingress/public' }, 'public');
  expect(declared.named('Gateway')).toEqual([]);
});

test('what is bound to listeners names their objects with the namespace, or the one that is there', () => {
  const listeners = [GatewayListener.http({ hosts: SHOP }), GatewayListener.http()];
  expect(gatewayReferences(newGateway(declared.topology, { listeners, configNamespace: 'routes' }), listeners)).toEqual(['routes/door-http-80', 'routes/door-http-80-shop-example-com']);
  expect(gatewayReferences(newGateway(declared.topology, { existingGateway: 'istio-ingress/public' }, 'public'), [])).toEqual(['istio-ingress/public']);
});
