import { Address, BindingEntry, Credential, CredentialPart, DataAccess, Locator, Tls, TlsAuthority, Topology } from '../../src';
import { kafkaEntries } from '../../src/backing-services/kafka-binding';
import { BindingRequest } from '../../src/model/binding-request';
import { expectRefusal, newKafka, newTopology, newWorkload, readable, textOf, vault } from '../support/declare';

const VERIFIED = Tls.byClient(TlsAuthority.LOGIN);
const orders = newWorkload(newTopology(), 'orders');
const sasl = (credential: Credential) => credential.with('sasl-mechanism', CredentialPart.text('PLAIN'));
const credentials = sasl(vault.secret('shop/kafka'));
const certificate = vault.secret('kafka', { 'client-certificate': 'c', 'private-key': 'k', 'ca': 'ca' });
const servers = (tls: Tls): Address[] => ['k.example', 'l.example'].map(host => Locator.external({ addresses: [{ host, port: 9092, tls }] }).primary);
const entries = (credential: Credential | undefined, tls = VERIFIED, groups: string[] = []) =>
  readable(kafkaEntries(servers(tls), BindingRequest._of(orders, DataAccess.READ_WRITE, groups, credential)));

/** What a consumer is told that reads two topics with the groups `g` and `h`. */
function tell(...topics: string[]): BindingEntry[] {
  const kafka = newKafka(newTopology());
  const reads = topics.map((topic, i) => ({ channel: kafka.existingTopic(topic), group: 'gh'[i] }));
  return kafkaEntries(servers(VERIFIED), BindingRequest._of(orders, DataAccess.READ_WRITE, ['g', 'h'], credentials)._reading(reads));
}

test('tells every server, how to enter and with what', () => {
  expect(entries(credentials)).toEqual({
    'BROKERS': 'k.example:9092,l.example:9092',
    '(bootstrap-servers)': 'k.example:9092,l.example:9092',
    'SECURITY_PROTOCOL': 'SASL_SSL',
    '(securityProtocol)': 'SASL_SSL',
    'SASL_MECHANISM': 'PLAIN',
    '(saslMechanism)': 'PLAIN',
    'USERNAME': '{shop/kafka username}',
    '(username)': '{shop/kafka username}',
    'PASSWORD': '{shop/kafka password}',
    '(password)': '{shop/kafka password}',
  });
});

test('Java\'s clients find their login module with user and password, quoted as JAAS reads them', () => {
  const jaas = (credential?: Credential) => kafkaEntries(servers(VERIFIED), BindingRequest._of(orders, DataAccess.READ_WRITE, [], credential))
    .flatMap(({ role, value }) => role === 'sasl-jaas-config' ? [textOf(value)] : []);
  const scram = credentials.with('sasl-mechanism', CredentialPart.text('SCRAM-SHA-256'));
  expect([...jaas(credentials), ...jaas(scram)]).toEqual([
    'org.apache.kafka.common.security.plain.PlainLoginModule required username={shop/kafka username jaas} password={shop/kafka password jaas};',
    'org.apache.kafka.common.security.scram.ScramLoginModule required username={shop/kafka username jaas} password={shop/kafka password jaas};',
  ]);
  expect([jaas(), jaas(certificate), jaas(credentials.with('sasl-mechanism', CredentialPart.text('GSSAPI')))]).toEqual([[], [], []]);
});

test.each<[string, Credential | undefined, Tls]>([
  ['SASL_SSL', credentials, VERIFIED], ['SASL_PLAINTEXT', credentials, Tls.NONE], ['SSL', certificate, VERIFIED], ['SSL', undefined, Tls.byClient()],
  ['PLAINTEXT', undefined, Tls.NONE], ['PLAINTEXT', undefined, Tls.BY_MESH],
])('clients speak %s', (protocol, credential, tls) => expect(entries(credential, tls).SECURITY_PROTOCOL).toBe(protocol));

test.each([[[], undefined], [['g'], 'g'], [['g', 'h'], undefined]])('of the groups %j the variable is %p', (groups, group) =>
  expect([entries(credentials, VERIFIED, groups).GROUP_ID, entries(credentials, VERIFIED, groups)['(group.id)']]).toEqual([group, group]));

test('of several groups each topic has its own, under its name', () => {
  const told = readable(tell('Order_Created', 'paid.v1'));
  expect(told).toMatchObject({ 'GROUP_ID_ORDER_CREATED': 'g', 'GROUP_ID_PAID_V1': 'h', '(group.id.order.created)': 'g', '(group.id.paid.v1)': 'h' });
  expect(told).not.toHaveProperty('GROUP_ID');
});

const LONGEST = 'a'.repeat(63 - 'GROUP_ID_'.length);

test.each<[string, string[], string, string]>([
  ['that differ only in punctuation', ['order.created', 'order-created'], '"order-created" by "GROUP_ID_ORDER_CREATED"', 'tells the group of "order.created" already'],
  ['that differ only in case', ['Created', 'created'], '"created" by "GROUP_ID_CREATED"', 'tells the group of "Created" already'],
  ['without a letter', ['_', '-'], '"-" by "GROUP_ID"', 'tells the group of "_" already'],
  ['of more letters than a variable takes', ['created', `${LONGEST}a`], '_A', '64 characters; allowed are 63'],
  ['that a secret would be called by', ['created', 'reset-token'], '"GROUP_ID_RESET_TOKEN"', 'the name of a secret'],
])('BST019: refuses several groups for topics %s, and says what helps', (_, topics, got, why) =>
  expectRefusal(() => tell(...topics), 'BST019', `chart/shop/kafka/${topics[1]}`, got, why, 'give the topic another id', 'as its topicName', 'one consumerGroup'));

test('the longest id that a variable takes is told', () => expect(readable(tell('created', LONGEST))[`GROUP_ID_${LONGEST.toUpperCase()}`]).toBe('h'));

test('an authority is a file where clients verify by it, and the variable says where', () => {
  const known = sasl(vault.secret('kafka', { username: 'u', password: 'p', ca: 'ca' }));
  expect(entries(known)).toMatchObject({ 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{kafka ca}' });
  expect(entries(known, Tls.byClient())).not.toHaveProperty('CA_FILE');
});

test('a client certificate takes the place of user and password', () => {
  expect(entries(certificate)).toMatchObject({ CLIENT_CERTIFICATE_FILE: '/bindings/b/client.crt', PRIVATE_KEY_FILE: '/bindings/b/client.key' });
  expect(Object.keys(entries(certificate)).filter(name => /^(USERNAME|PASSWORD|SASL_MECHANISM)$/.test(name))).toEqual([]);
});

test('one that publishes in transactions is told what their ids begin with; nobody else is', () => {
  const kafka = newKafka(newTopology());
  const request = (prefix?: string) => BindingRequest._of(orders, DataAccess.READ_WRITE, [], credentials)._reading([], prefix);
  const told = (prefix?: string) => readable(kafkaEntries(servers(VERIFIED), request(prefix)));
  expect(told('orders-')).toMatchObject({ 'TRANSACTIONAL_ID_PREFIX': 'orders-', '(transactional.id.prefix)': 'orders-' });
  expect(told()).not.toHaveProperty('TRANSACTIONAL_ID_PREFIX');
  const web = newWorkload(kafka.topology as Topology, 'web');
  web.consumes(kafka.topic('paid'));
  web.publishes(kafka.topic('created'), { transactionalIdPrefix: 'web-' });
  expect(readable((kafka.topology as Topology).read().bindingsOf(web)[0].entries).TRANSACTIONAL_ID_PREFIX).toBe('web-');
});
