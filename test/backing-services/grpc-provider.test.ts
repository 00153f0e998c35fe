import { AddressRole, EnvNames, ExternalGrpcProps, GrpcProvider, InClusterProps, Provision, Tls, TlsAuthority, TlsOrigination, WorkloadPortOptions } from '../../src';
import { expectRefusal, newTopology, newWorkload, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('quotes', { 'token': 't', 'ca': 'ca', 'client-certificate': 'cert', 'private-key': 'key' });
const readOnlyCredentials = vault.secret('reader', { token: 't' });
const asked = (provider: GrpcProvider): Provision => provider.provide(shop, 'quotes');

test('each provider gives a primary address of gRPC at its usual port', () => {
  const given = [
    GrpcProvider.workload(newWorkload(shop, 'server')), GrpcProvider.inCluster({ service: 'quotes', namespace: 'stock' }), GrpcProvider.external({ host: 'a.example' }),
  ].map(provider => asked(provider).locator.primary);
  expect(given.map(({ host, port, protocol, tls }) => [host, port, protocol.name, tls])).toEqual([
    ['quotes.shop.svc', 50051, 'grpc', Tls.NONE], ['quotes.stock.svc', 50051, 'grpc', Tls.NONE], ['a.example', 443, 'grpc', Tls.byClient()],
  ]);
});

test('a third party takes every option; the client verifies it by the authority that comes with the credential', () => {
  const all: Required<Omit<ExternalGrpcProps, 'tls'>> = {
    host: 'grpc.example.com', port: 8443, cidrs: ['203.0.113.0/24'], endpoints: ['203.0.113.7'], credentials, readOnlyCredentials, tlsOrigination: TlsOrigination.CLIENT,
    furtherHosts: ['*.further.example.com'],
  };
  const { locator, login } = asked(GrpcProvider.external(all));
  expect(locator.endpoints).toEqual(all.endpoints);
  expect(locator).toMatchObject({ isExternal: true, cidrs: all.cidrs, addresses: [{ host: all.host, port: 8443, targetPort: 8443 }, { host: '*.further.example.com', role: AddressRole.MEMBER, port: 8443 }] });
  expect([locator.primary.tls, locator.primary.showsRequests, login!.enforcesReadOnly]).toEqual([Tls.byClient(TlsAuthority.LOGIN), false, true]);
});

test.each<[string, Partial<ExternalGrpcProps>, object]>([
  ['that the mesh starts TLS to is called in the clear, at a port that the sidecar knows', { port: 8443, tlsOrigination: TlsOrigination.MESH }, { port: 80, targetPort: 8443, tls: Tls.BY_MESH }],
  ['that speaks in the clear is called so', { port: 50051, tls: Tls.NONE }, { port: 50051, targetPort: 50051, tls: Tls.NONE }],
])('a third party %s, and shows single calls', (_, props, expected) => {
  const { primary } = asked(GrpcProvider.external({ host: 'grpc.example.com', ...props })).locator;
  expect(primary).toMatchObject({ host: 'grpc.example.com', showsRequests: true, appProtocol: 'grpc', ...expected });
});

test('further hosts are dialled as the host is, whoever starts TLS', () => {
  const dialled = (props: Partial<ExternalGrpcProps>) => asked(GrpcProvider.external({ host: 'a.example', furtherHosts: ['b.example'], ...props })).locator.addresses[1];
  expect(dialled({})).toMatchObject({ host: 'b.example', port: 443, appProtocol: 'tls' });
  expect(dialled({ tlsOrigination: TlsOrigination.MESH })).toMatchObject({ host: 'b.example', port: 80, targetPort: 443, appProtocol: 'grpc' });
});

test('BST016: refuses TLS that is said in two ways', () =>
  expectRefusal(() => asked(GrpcProvider.external({ host: 'a.example', tls: Tls.NONE, tlsOrigination: TlsOrigination.MESH })), 'BST016', 'chart/shop/quotes', 'both tls and tlsOrigination'));

test.each([{ tls: Tls.NONE }, { tlsOrigination: TlsOrigination.MESH }])('BST017: refuses a certificate where the client starts no TLS: %j', options =>
  expectRefusal(() => asked(GrpcProvider.external({ host: 'a.example', credentials, ...options })), 'BST017', 'chart/shop/quotes', '"ca", "client-certificate", "private-key"'));

test('a workload and a neighbour take every option', () => {
  const port = { port: 1, targetPort: 2, headless: true, tls: Tls.byClient(TlsAuthority.LOGIN), credentials, readOnlyCredentials };
  const options: Required<Omit<WorkloadPortOptions, 'service'>> = { ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main' };
  const props: Required<InClusterProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [GrpcProvider.workload(newWorkload(shop, 'other'), options), GrpcProvider.inCluster(props)]) {
    const { locator, login } = asked(provider);
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 1, targetPort: 2, headless: true, tls: port.tls });
    expect(login!.enforcesReadOnly).toBe(true);
  }
});

test('BST017: refuses a server to be verified by an authority that is not there', () =>
  expectRefusal(() => asked(GrpcProvider.inCluster({ service: 'quotes', namespace: 'stock', tls: Tls.byClient(TlsAuthority.LOGIN) })), 'BST017', 'chart/shop/quotes', 'the part "ca"'));
