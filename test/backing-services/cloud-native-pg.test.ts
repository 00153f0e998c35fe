import { CloudNativePgProps, EndpointOrigin, Postgres, PostgresProvider, SecretOrigin } from '../../src';
import { cloudNativePg } from '../../src/backing-services/cloud-native-pg';
import { expectRefusal, newTopology, survivesHostileText, topologyWithoutNamespace } from '../support/declare';

const declare = (props: Partial<CloudNativePgProps>) =>
  new Postgres(newTopology(), 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders', ...props }) });

test('is served where the operator serves it', () => {
  const { endpoint, readOnlyHost } = cloudNativePg('orders', 'data', undefined, 'p');
  expect(endpoint).toEqual({
    origin: EndpointOrigin.OPERATOR,
    host: 'orders-rw.data.svc',
    port: 5432,
    serviceName: 'orders-rw',
    namespace: 'data',
    operator: { operator: 'cloudnative-pg', name: 'orders' },
    podLabels: { 'cnpg.io/cluster': 'orders' },
    moreHosts: ['orders-ro.data.svc'],
  });
  expect(readOnlyHost).toBe('orders-ro.data.svc');
});

test('reads the Secrets that the operator writes', () => {
  const { credentials, authority } = cloudNativePg('orders', 'data', undefined, 'p');
  expect(credentials).toMatchObject({ origin: SecretOrigin.OPERATOR, secretName: 'orders-app', keys: { username: 'username', password: 'password', database: 'dbname', uri: 'uri' } });
  expect(authority).toMatchObject({ secretName: 'orders-ca', keys: { ca: 'ca.crt' }, producer: 'CloudNativePG Cluster orders' });
});

test('takes every option', () => {
  const all: Required<CloudNativePgProps> = { cluster: 'orders', namespace: 'data', caSecret: 'my-ca' };
  expect(declare(all).endpoint).toMatchObject({ host: 'orders-rw.data.svc', namespace: 'data' });
  expect(cloudNativePg(all.cluster, all.namespace, all.caSecret, 'p').authority?.secretName).toBe('my-ca');
});

test('lives in the namespace of the topology unless told', () => expect(declare({}).endpoint.namespace).toBe('shop'));

test('BST013: refuses to live in no namespace', () => {
  const provider = PostgresProvider.cloudNativePg({ cluster: 'orders' });
  expectRefusal(() => new Postgres(topologyWithoutNamespace(), 'db', { provider }), 'BST013', 'chart/shop/db', 'the namespace of the CloudNativePG Cluster is unknown', 'PostgresProvider.cloudNativePg()');
});

test.each([{ cluster: 'Orders' }, { cluster: 'a.b' }, { cluster: 'a'.repeat(51) }, { namespace: 'My Data' }, { caSecret: 'my ca' }])('BST801: refuses %j', props =>
  expectRefusal(() => declare(props), 'BST801', 'chart/shop/db', `"${Object.values(props)[0]}"`, 'allowed is an RFC 1', 'choose such a name'));

test('accepts a cluster name of 50 characters', () => expect(declare({ cluster: 'a'.repeat(50) }).endpoint.host).toMatch(/^a{50}-rw\.shop\.svc$/));

test('survives hostile text', () => survivesHostileText(text => [{ cluster: text }, { namespace: text }, { caSecret: text }].forEach(props => declare(props))));
