import { EnvNames, ExternalHttpOptions, HttpProvider, HttpService, InClusterProps, Tls, TlsAuthority, TlsOrigination, WorkloadPortOptions } from '../../src';
import { expectRefusal, newTopology, newWorkload, refusalOf, survivesHostileText, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('pay', { 'token': 't', 'ca': 'ca', 'client-certificate': 'cert', 'private-key': 'key' });
const readOnlyCredentials = vault.secret('reader', { token: 't' });
const asked = (provider: HttpProvider) => provider.provide(shop, 'payments');
const external = (options: ExternalHttpOptions, url = 'https://payments.example.com') => asked(HttpProvider.external(url, options));

test('a workload and a neighbour take every option', () => {
  const port = { port: 1, targetPort: 2, headless: true, tls: Tls.byClient(), credentials, readOnlyCredentials };
  const options: Required<Omit<WorkloadPortOptions, 'service'>> = { ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main' };
  const props: Required<InClusterProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [HttpProvider.workload(newWorkload(shop, 'server'), options), HttpProvider.inCluster(props)]) {
    const { locator, login } = asked(provider);
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 1, targetPort: 2, headless: true, tls: port.tls, protocol: { name: 'http' } });
    expect(login!.enforcesReadOnly).toBe(true);
  }
});

test('the usual port is 80', () =>
  expect([HttpProvider.workload(newWorkload(shop, 'other')), HttpProvider.inCluster({ service: 's', namespace: 'n' })]
    .map(provider => asked(provider).locator.primary.port)).toEqual([80, 80]));

test('a third party takes every option; the client verifies it by the authority that comes with the credential', () => {
  const all: Required<ExternalHttpOptions> = { tlsOrigination: TlsOrigination.CLIENT, cidrs: ['203.0.113.0/24'], endpoints: ['203.0.113.7'], credentials, readOnlyCredentials, furtherHosts: ['*.further.example.com'] };
  const { locator, login } = external(all);
  expect(locator.endpoints).toEqual(all.endpoints);
  expect(locator).toMatchObject({ isExternal: true, cidrs: all.cidrs, primary: { port: 443, tls: Tls.byClient(TlsAuthority.LOGIN) } });
  expect(locator.addresses.map(({ host, tls }) => [host, tls])).toEqual([['payments.example.com', locator.primary.tls], ['*.further.example.com', locator.primary.tls]]);
  expect(login!.enforcesReadOnly).toBe(true);
});

test.each<[ExternalHttpOptions, Tls]>([
  [{}, Tls.BY_MESH], [{ tlsOrigination: TlsOrigination.MESH }, Tls.BY_MESH], [{ tlsOrigination: TlsOrigination.CLIENT }, Tls.byClient()],
])(
  'with %j TLS is started as said, by the mesh unless told', (options, tls) => expect(external(options).locator.primary.tls).toEqual(tls));

test('a token goes with TLS by the mesh', () => expect(external({ credentials: readOnlyCredentials }).login).toBeDefined());

test.each([{}, { tlsOrigination: TlsOrigination.MESH }])('BST017: refuses a certificate where the mesh starts TLS: %j', options =>
  expectRefusal(() => external({ ...options, credentials }), 'BST017', 'chart/shop/payments',
    '"ca", "client-certificate", "private-key"', 'the client starts no TLS', 'TlsOrigination.CLIENT'));

test.each([
  ['BST801', '10.0.0.1'], ['BST801', 'b.example:443'], ['BST801', 'https://b.example'], ['BST801', '*'], ['BST801', 'a.*.example'], ['BST032', '*.example'], ['BST032', '*.svc'],
  ['BST032', 'users.team-b.svc'], ['BST511', 'u:p@b.example'],
])('%s: refuses the further host %j', (code, host) => {
  const provider = HttpProvider.external('https://payments.example.com', { furtherHosts: [host] });
  expectRefusal(() => new HttpService(newTopology(), 'payments', { provider }), code, 'chart/shop/payments', '');
});

test('BST511: refuses credentials in the URL and does not repeat them', () =>
  expect(refusalOf(() => external({}, 'https://u:CANARY@a.example')).message).not.toContain('CANARY'));

test('survives hostile text', () => survivesHostileText(text => {
  external({}, text);
}));
