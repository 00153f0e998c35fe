import { Credential, DataAccess, KubernetesSecret, RabbitMq, RabbitMqClusterProps, RabbitMqProvider, SecretMaker, ServiceOwner, Tls, TlsAuthority } from '../../src';
import { rabbitMqCluster } from '../../src/backing-services/rabbit-mq-cluster';
import { expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, topologyWithoutNamespace, vault } from '../support/declare';

const declare = (props: Partial<RabbitMqClusterProps>) => new RabbitMq(newTopology(), 'broker', { provider: RabbitMqProvider.clusterOperator({ cluster: 'events', ...props }) });
const read = (props: Partial<RabbitMqClusterProps>, access?: DataAccess) => readable(told(declare(props), newWorkload(newTopology(), 'orders'), access));

test('is served where the operator serves it, by the pods that it labels', () => {
  const { locator, provider } = rabbitMqCluster({ cluster: 'events', namespace: 'mq' }, 'p');
  expect(provider).toBe('rabbitmq-cluster-operator');
  expect(locator).toMatchObject({ owner: ServiceOwner.OPERATOR, resource: 'events', namespace: 'mq', podLabels: { 'app.kubernetes.io/name': 'events' } });
  expect(locator.addresses.map(({ role, host, port, tls }) => [role, host, port, tls.start])).toEqual([['primary', 'events.mq.svc', 5672, 'none']]);
});

test('its default user enters, whose name and password can stand in a URL: Kubernetes composes a variable of them, and no file', () => {
  const { username } = declare({}).login!.credentialFor(newWorkload(newTopology(), 'orders'), DataAccess.READ_WRITE).parts;
  expect(username).toMatchObject({ secretName: 'events-default-user', key: 'username', maker: SecretMaker.OPERATOR, producer: 'RabbitmqCluster events', isUrlSafe: true });
  const entries = read({ virtualHost: 'team/a' });
  expect(entries).toMatchObject({
    'URL': 'amqp://{events-default-user username}:{events-default-user password}@events.shop.svc:5672/team%2Fa', '(username)': '{events-default-user username}', '(virtual-host)': 'team/a',
  });
  expect(entries).not.toHaveProperty('(uri)');
});

test('another user may enter, and one who only reads as a user of its own', () => {
  const user = KubernetesSecret.ofOperator('orders-user-credentials', { producer: 'User orders' });
  const credentials = Credential.of({ username: user.key('username').urlSafe(), password: user.key('password').urlSafe() });
  const props = { credentials, readOnlyCredentials: vault.secret('reader') };
  expect(read(props).URL).toContain('//{orders-user-credentials username}:{orders-user-credentials password}@');
  expect(read(props, DataAccess.READ_ONLY)).toMatchObject({ 'URL': expect.stringContaining('{reader username %}'), '(uri)': expect.anything() });
});

test('with an authority clients start TLS at the port of that, and verify the server by it', () => {
  expect(read({ caSecret: 'events-tls' })).toMatchObject({ 'URL': expect.stringMatching(/^amqps:.*:5671\/%2F$/), 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{events-tls ca.crt}' });
  expect(declare({ credentials: vault.secret('u', { username: 'u', password: 'p', ca: 'ca' }) }).locator.primary.tls).toBe(Tls.byClient(TlsAuthority.LOGIN));
  expect(declare({ tls: Tls.byClient() }).locator.primary).toMatchObject({ port: 5671, tls: Tls.byClient() });
});

test('names what the operator makes besides, and the account that its pods run as', () => {
  const names = ({ furtherServices, furtherSecrets, serviceAccounts }: RabbitMq['_provision']) => [furtherServices, furtherSecrets, serviceAccounts];
  expect(names(declare({})._provision)).toEqual([['events-nodes'], ['events-erlang-cookie'], ['events-server']]);
  expect(names(declare({ credentials: vault.secret('u') })._provision)).toEqual([['events-nodes'], ['events-erlang-cookie', 'events-default-user'], ['events-server']]);
});

test('takes every option', () => {
  const all: Required<RabbitMqClusterProps> = {
    cluster: 'events', namespace: 'mq', credentials: vault.secret('u'), readOnlyCredentials: vault.secret('r'), virtualHost: 'orders', tls: Tls.byClient(TlsAuthority.LOGIN), caSecret: 'own-ca',
  };
  expect(declare(all).locator).toMatchObject({ namespace: 'mq', primary: { tls: all.tls } });
});

test('BST013: refuses to live in no namespace', () => {
  const provider = RabbitMqProvider.clusterOperator({ cluster: 'events' });
  expectRefusal(() => new RabbitMq(topologyWithoutNamespace(), 'broker', { provider }), 'BST013', 'chart/shop/broker', 'the namespace of the RabbitmqCluster is unknown', 'RabbitMqProvider.clusterOperator()');
});

test('BST017: clients cannot verify by an authority that nobody gives', () =>
  expectRefusal(() => declare({ tls: Tls.byClient(TlsAuthority.LOGIN) }), 'BST017', 'chart/shop/broker', 'the part "ca"'));

test.each([{ cluster: 'Events' }, { cluster: 'a'.repeat(58) }, { namespace: 'My MQ' }, { caSecret: 'my ca' }])('BST801: refuses %j', props =>
  expectRefusal(() => declare(props), 'BST801', 'chart/shop/broker', `"${Object.values(props)[0]}"`, 'allowed is an RFC 1'));

test('survives hostile text', () => survivesHostileText(text => [{ cluster: text }, { namespace: text }, { caSecret: text }, { virtualHost: text }].forEach(props => declare(props))));
