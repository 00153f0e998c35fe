import { CloudNativePgProps, DataAccess, Postgres, PostgresProvider, SecretMaker, ServiceOwner } from '../../src';
import { cloudNativePg } from '../../src/backing-services/cloud-native-pg';
import { expectRefusal, newTopology, newWorkload, survivesHostileText, topologyWithoutNamespace } from '../support/declare';

const declare = (props: Partial<CloudNativePgProps>) =>
  new Postgres(newTopology(), 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', ...props }) });
const partsOf = (props: CloudNativePgProps) =>
  cloudNativePg(props, 'p').login!.credentialFor(newWorkload(newTopology(), 'orders'), DataAccess.READ_WRITE).parts;

test('is served where the operator serves it; those who only read have an address of their own', () => {
  const { locator, provider } = cloudNativePg({ cluster: 'orders', namespace: 'data' }, 'p');
  expect(provider).toBe('cloudnative-pg');
  expect(locator).toMatchObject({ owner: ServiceOwner.OPERATOR, resource: 'orders', namespace: 'data', podLabels: { 'cnpg.io/cluster': 'orders' } });
  expect(locator.addresses.map(({ role, host, port, tls }) => [role, host, port, tls.start, tls.authority])).toEqual([
    ['primary', 'orders-rw.data.svc', 5432, 'protocol', 'login'],
    ['read-only', 'orders-ro.data.svc', 5432, 'protocol', 'login'],
  ]);
});

test('reads the Secrets that the operator writes', () => {
  const { ca, ...parts } = partsOf({ cluster: 'orders', namespace: 'data' });
  expect(ca).toMatchObject({ secretName: 'orders-ca', key: 'ca.crt', maker: SecretMaker.OPERATOR, producer: 'CloudNativePG Cluster orders' });
  expect(Object.entries(parts).map(([name, { secretName, key, isUrlSafe }]) => [name, secretName, key, isUrlSafe])).toEqual([
    ['database', 'orders-app', 'dbname', true],
    ['password', 'orders-app', 'password', true],
    ['uri', 'orders-app', 'uri', false],
    ['username', 'orders-app', 'username', true],
  ]);
});

test('names what the operator makes besides', () => {
  const { furtherServices, furtherSecrets, serviceAccounts } = declare({ cluster: 'orders' })._provision;
  expect([furtherServices, furtherSecrets, serviceAccounts]).toEqual([['orders-r'], ['orders-server', 'orders-replication', 'orders-superuser'], ['orders']]);
});

test('takes every option', () => {
  const all: Required<CloudNativePgProps> = { cluster: 'orders', namespace: 'data', caSecret: 'my-ca', serviceAccountName: 'pg' };
  expect(declare(all).locator).toMatchObject({ resource: 'orders', namespace: 'data' });
  expect(partsOf(all).ca.secretName).toBe('my-ca');
  expect(declare(all)._provision.serviceAccounts).toEqual(['pg']);
});

test('lives in the namespace of the topology unless told', () => expect(declare({}).locator.namespace).toBe('shop'));

test('BST013: refuses to live in no namespace', () => {
  const provider = PostgresProvider.cloudNativePg({ cluster: 'orders' });
  const words = ['the namespace of the CloudNativePG Cluster is unknown', 'PostgresProvider.cloudNativePg()'];
  expectRefusal(() => new Postgres(topologyWithoutNamespace(), 'db', { provider }), 'BST013', 'chart/shop/db', ...words);
});

test.each([{ cluster: 'Orders' }, { cluster: 'a.b' }, { cluster: 'a'.repeat(51) }, { namespace: 'My Data' }, { caSecret: 'my ca' }, { serviceAccountName: 'my account' }])('BST801: refuses %j', props =>
  expectRefusal(() => declare(props), 'BST801', 'chart/shop/db', `"${Object.values(props)[0]}"`, 'allowed is an RFC 1', 'choose such a name'));

test('accepts a cluster name of 50 characters', () => expect(declare({ cluster: 'a'.repeat(50) }).locator.primary.host).toMatch(/^a{50}-rw\.shop\.svc$/));

test('survives hostile text', () => survivesHostileText(text => [{ cluster: text }, { namespace: text }, { caSecret: text }, { serviceAccountName: text }].forEach(props => declare(props))));
