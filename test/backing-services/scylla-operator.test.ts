import { Cassandra, CassandraProvider, ScyllaOperatorProps, Tls } from '../../src';
import { scyllaOperator } from '../../src/backing-services/scylla-operator';
import { expectRefusal, newTopology, newWorkload, readable, told, topologyWithoutNamespace, vault } from '../support/declare';

const given = { cluster: 'events', datacenter: 'eu1' };
const declare = (props: Partial<ScyllaOperatorProps> = {}, shop = newTopology()) => new Cassandra(shop, 'db', { provider: CassandraProvider.scyllaOperator({ ...given, ...props }) });
const read = (props: Partial<ScyllaOperatorProps> = {}) => readable(told(declare(props), newWorkload(newTopology(), 'w')));
const made = (props: Partial<ScyllaOperatorProps> = {}) => scyllaOperator({ ...given, namespace: 'data', ...props }, 'p');

test('serves by the client Service, and takes the operator\'s names', () => {
  const { locator, furtherSecrets, serviceAccounts, database } = made({ keyspace: 'orders' });
  expect(locator).toMatchObject({
    operator: 'scylla-operator', resource: 'events', namespace: 'data', primary: { host: 'events-client.data.svc', port: 9042, headless: false, tls: Tls.NONE },
    podLabels: { 'app.kubernetes.io/name': 'scylla', 'app.kubernetes.io/managed-by': 'scylla-operator', 'scylla/cluster': 'events' },
  });
  expect(furtherSecrets).toContain('events-auth-token');
  expect([serviceAccounts, database]).toEqual([['events-member'], 'orders']);
});

test('nobody needs a credential until there is one', () => {
  expect(read()).not.toHaveProperty('USERNAME');
  expect(read({ credentials: vault.secret('user') })).toMatchObject({ USERNAME: '{user username}', PASSWORD: '{user password}', LOCAL_DATACENTER: 'eu1' });
});

test('takes TLS and a port', () => {
  expect(made({ caSecret: 'own-ca', port: 9142, credentials: vault.secret('user') }).locator.primary).toMatchObject({ port: 9142, tls: { isOfClient: true } });
  expect(read({ caSecret: 'own-ca', credentials: vault.secret('user') })['(ca.crt)']).toBe('{own-ca ca.crt}');
});

test.each<[string, Partial<ScyllaOperatorProps>, string]>([
  ['BST801', { cluster: 'a'.repeat(57) }, 'at most 56 characters'], ['BST801', { keyspace: 'a-b' }, 'a keyspace'], ['BST801', { datacenter: '' }, 'a datacenter'],
  ['BST017', { caSecret: 'ca' }, 'give credentials too'], ['BST017', { readOnlyCredentials: vault.secret('r') }, 'give credentials too'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => declare(props), code, 'chart/shop/db', words));

test('BST013: the namespace of the resource is known', () =>
  expectRefusal(() => declare({}, topologyWithoutNamespace()), 'BST013', 'chart/shop/db', 'ScyllaDB cluster', 'CassandraProvider.scyllaOperator()'));
