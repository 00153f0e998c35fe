import { AddressRole, Cassandra, CassandraProvider, DataAccess, K8ssandraProps, Tls } from '../../src';
import { k8ssandra } from '../../src/backing-services/k8ssandra';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, topologyWithoutNamespace, vault } from '../support/declare';

const given = { cluster: 'shop', datacenter: 'dc1' };
const declare = (props: Partial<K8ssandraProps> = {}, shop = newTopology()) => new Cassandra(shop, 'db', { provider: CassandraProvider.k8ssandra({ ...given, ...props }) });
const read = (props: Partial<K8ssandraProps> = {}, access = DataAccess.READ_WRITE) => readable(told(declare(props), newWorkload(newTopology(), 'w'), access));
const made = (props: Partial<K8ssandraProps> = {}) => k8ssandra({ ...given, namespace: 'data', ...props }, 'p');

test('serves by the headless Service of the datacenter, beside those that the operator makes', () => {
  const { locator, furtherServices, furtherSecrets, serviceAccounts, database, settings } = made({ keyspace: 'orders' });
  expect(locator).toMatchObject({ operator: 'k8ssandra', resource: 'dc1', namespace: 'data', podLabels: { 'cassandra.datastax.com/cluster': 'shop', 'cassandra.datastax.com/datacenter': 'dc1' } });
  expect(locator.addresses.map(({ role, host, port, headless, tls }) => [role, host, port, headless, tls])).toEqual([[AddressRole.PRIMARY, 'shop-dc1-service.data.svc', 9042, true, Tls.NONE]]);
  expect(furtherServices).toEqual(['shop-seed-service', 'shop-dc1-additional-seed-service', 'shop-dc1-all-pods-service', 'shop-dc1-node-port-service']);
  expect([furtherSecrets, serviceAccounts, database, settings]).toEqual([['dc1-ca-keystore', 'dc1-keystore'], [], 'orders', { datacenter: 'dc1' }]);
});

test('a consumer enters as the superuser unless there is a user', () => {
  expect(read()).toMatchObject({ USERNAME: '{shop-superuser username}', PASSWORD: '{shop-superuser password}', LOCAL_DATACENTER: 'dc1' });
  expect(read({ superuserSecret: 'admin' }).USERNAME).toBe('{admin username}');
  expect(read({ credentials: vault.secret('user') }).USERNAME).toBe('{user username}');
  expect(made({ credentials: vault.secret('user') }).furtherSecrets).toContain('shop-superuser');
});

test('names that Kubernetes does not take are written as the operator writes them', () => {
  const { locator } = made({ cluster: 'My_Shop 2', datacenter: 'DC 1', resource: 'dc-1' });
  expect([locator.primary.service, locator.podLabels]).toEqual([
    'my-shop-dc-1-service', { 'cassandra.datastax.com/cluster': 'My_Shop2', 'cassandra.datastax.com/datacenter': 'dc-1' },
  ]);
  expect(read({ cluster: 'My_Shop 2' }).USERNAME).toBe('{my-shop-superuser username}');
});

test('takes TLS, a port and the account of the pods', () => {
  const { locator, serviceAccounts } = made({ caSecret: 'own-ca', port: 9142, serviceAccountName: 'cassandra' });
  expect([locator.primary.port, locator.primary.tls.isOfClient, serviceAccounts]).toEqual([9142, true, ['cassandra']]);
  expect(read({ caSecret: 'own-ca' })['(ca.crt)']).toBe('{own-ca ca.crt}');
});

test.each<[string, Partial<K8ssandraProps>, string]>([
  ['BST801', { cluster: '1a' }, 'the name of a Cassandra cluster'], ['BST801', { cluster: 'a-' }, 'the name of a Cassandra cluster'], ['BST801', { datacenter: 'DC 1' }, 'as resource'],
  ['BST801', { serviceAccountName: 'A' }, 'an object name'], ['BST801', { cluster: 'a'.repeat(48) }, 'shorter names'], ['BST801', { keyspace: 'a-b' }, 'a keyspace'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => declare(props), code, 'chart/shop/db', words));

test('BST013: the namespace of the resource is known', () =>
  expectRefusal(() => declare({}, topologyWithoutNamespace()), 'BST013', 'chart/shop/db', 'CassandraDatacenter', 'CassandraProvider.k8ssandra()'));

test('survives hostile text', () => survivesHostileText(cluster => declare({ cluster })));
