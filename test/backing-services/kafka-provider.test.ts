import {
  Credential, DataAccess, EnvNames, ExternalKafkaProps, InClusterKafkaProps, Kafka, KafkaProvider, KafkaWorkloadOptions, SaslMechanism, Tls,
  TlsAuthority,
} from '../../src';
import { expectRefusal, newTopology, newWorkload, readable, told, vault } from '../support/declare';

const shop = newTopology();
const credentials = vault.secret('rw', { username: 'u', password: 'p', ca: 'ca' });
const readOnlyCredentials = vault.secret('ro');
const certificate = vault.secret('rw', { 'client-certificate': 'c', 'private-key': 'k' });
const mechanism = SaslMechanism.SCRAM_SHA_256;
const asked = (provider: KafkaProvider) => provider.provide(shop, 'kafka');
const mechanismOf = (provider: KafkaProvider, access = DataAccess.READ_WRITE) =>
  asked(provider).login!.credentialFor(newWorkload(newTopology(), 'orders'), access).parts['sasl-mechanism']?.literal;
const external = (props: Partial<ExternalKafkaProps> = {}) => KafkaProvider.external({ bootstrapServers: ['k.example:9092'], credentials, ...props });

test('a third party takes every option; servers and brokers each have their role', () => {
  const all: Required<ExternalKafkaProps> = {
    bootstrapServers: ['a.example:9092', 'b.example:9092'], brokerHosts: ['*.kafka.example'], cidrs: ['203.0.113.0/24'], mechanism, credentials, readOnlyCredentials,
    tls: Tls.byClient(TlsAuthority.LOGIN),
  };
  const { locator } = asked(external(all));
  expect(locator.cidrs).toEqual(all.cidrs);
  expect(locator.addresses.map(({ role, host, port }) => [role, host, port])).toEqual([
    ['primary', 'a.example', 9092], ['alternate', 'b.example', 9092], ['member', '*.kafka.example', 9092],
  ]);
  expect(new Set(locator.addresses.map(({ tls }) => tls.authority))).toEqual(new Set([TlsAuthority.LOGIN]));
  expect([DataAccess.READ_WRITE, DataAccess.READ_ONLY].map(access => mechanismOf(external(all), access))).toEqual([mechanism, mechanism]);
});

test('a workload and a neighbour take every option', () => {
  const port = { port: 9093, targetPort: 9094, headless: true, tls: Tls.byClient(), mechanism, credentials, readOnlyCredentials };
  const options: Required<Omit<KafkaWorkloadOptions, 'service'>> = { ...port, existingService: 'its-own', serverEnvNames: EnvNames.DEFAULT, kubernetesService: {}, targetPortName: 'main' };
  const props: Required<InClusterKafkaProps> = { ...port, service: 'its-own', namespace: 'shop', podLabels: { a: 'b' } };
  for (const provider of [KafkaProvider.workload(newWorkload(shop, 'server'), options), KafkaProvider.inCluster(props)]) {
    const { locator, login } = asked(provider);
    expect(locator.primary).toMatchObject({ host: 'its-own.shop.svc', port: 9093, targetPort: 9094, headless: true, tls: port.tls });
    expect([login!.enforcesReadOnly, mechanismOf(provider)]).toEqual([true, mechanism]);
  }
});

test('wherever it runs, users with a password authenticate by PLAIN unless told, and need none where nobody has to enter', () => {
  const neighbour = { service: 's', namespace: 'n' };
  const workload = newWorkload(shop, 'w');
  const entered = [external(), KafkaProvider.inCluster({ ...neighbour, credentials }), KafkaProvider.workload(workload, { credentials })];
  expect(entered.map(provider => mechanismOf(provider))).toEqual(['PLAIN', 'PLAIN', 'PLAIN']);
  const open = [KafkaProvider.inCluster(neighbour), KafkaProvider.workload(workload), external({ credentials: undefined })];
  expect(open.map(provider => asked(provider).login)).toEqual([undefined, undefined, undefined]);
});

test.each<[string, KafkaProvider]>([
  ['a workload', KafkaProvider.workload(newWorkload(newTopology(), 'w'), { mechanism })],
  ['a neighbour', KafkaProvider.inCluster({ service: 's', namespace: 'n', mechanism })],
  ['a third party', external({ mechanism, credentials: undefined })],
])('BST017: refuses a mechanism that nobody enters with: %s', (_, provider) =>
  expectRefusal(() => asked(provider), 'BST017', 'chart/shop/kafka', 'the mechanism SCRAM-SHA-256', 'there are no credentials', 'leave the mechanism out'));

test('a client certificate needs no mechanism', () => expect(mechanismOf(external({ credentials: certificate, mechanism }))).toBeUndefined());

test('servers are verified by the authorities that a client trusts, unless one comes with the credential', () =>
  expect(asked(external({ credentials: readOnlyCredentials })).locator.primary.tls).toEqual(Tls.byClient().namingServer()));

test.each<[string, Partial<ExternalKafkaProps>, string]>([
  ['in the clear, without a login', { tls: Tls.NONE, credentials: undefined }, 'PLAINTEXT'],
  ['in the clear, with a password', { tls: Tls.NONE, credentials: readOnlyCredentials }, 'SASL_PLAINTEXT'],
  ['by TLS, without a login', { credentials: undefined }, 'SSL'],
  ['by TLS, with a password', {}, 'SASL_SSL'],
])('a third party is reached %s', (_, props, expected) => {
  const topology = newTopology();
  const entries = told(new Kafka(topology, 'kafka', { provider: external(props) }), newWorkload(topology, 'orders'));
  expect(readable(entries).SECURITY_PROTOCOL).toBe(expected);
});

test('a mesh finds brokers by the name that their clients send, however these verify them', () =>
  expect(asked(external({ tls: Tls.byClient(TlsAuthority.NONE) })).locator.primary.tls).toEqual(Tls.byClient(TlsAuthority.NONE).namingServer()));

test.each<[string, Credential]>([['a certificate', certificate], ['an authority', credentials]])('BST017: refuses %s that no handshake in the clear would use', (_, given) =>
  expectRefusal(() => asked(external({ tls: Tls.NONE, credentials: given })), 'BST017', 'chart/shop/kafka', 'the client starts no TLS', 'let clients start TLS, by Tls.byClient()'));

test.each<[string, (given: Credential) => KafkaProvider]>([
  ['external', given => external({ credentials: given })],
  ['workload', given => KafkaProvider.workload(newWorkload(newTopology(), 'w'), { credentials: given })],
  ['inCluster', given => KafkaProvider.inCluster({ service: 's', namespace: 'n', credentials: given })],
])('BST017: refuses a user without a password: %s', (_, provider) =>
  expectRefusal(() => asked(provider(vault.secret('x', { username: 'u' }))), 'BST017', 'chart/shop/kafka', 'due is "username" and "password", or "client-certificate" and "private-key"'));
