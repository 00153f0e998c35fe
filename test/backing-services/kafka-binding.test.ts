import { Address, Credential, CredentialPart, DataAccess, Locator, Tls, TlsAuthority } from '../../src';
import { kafkaEntries, namedReads } from '../../src/backing-services/kafka-binding';
import { BindingRequest } from '../../src/model/binding-request';
import { expectRefusal, newTopology, newWorkload, readable, vault } from '../support/declare';

const VERIFIED = Tls.byClient(TlsAuthority.LOGIN);
const orders = newWorkload(newTopology(), 'orders');
const sasl = (credential: Credential) => credential.with('sasl-mechanism', CredentialPart.text('PLAIN'));
const credentials = sasl(vault.secret('shop/kafka'));
const certificate = vault.secret('kafka', { 'client-certificate': 'c', 'private-key': 'k', 'ca': 'ca' });
const servers = (tls: Tls): Address[] => ['k.example', 'l.example'].map(host => Locator.external({ addresses: [{ host, port: 9092, tls }] }).primary);
const entries = (credential: Credential | undefined, tls = VERIFIED, groups: string[] = []) =>
  readable(kafkaEntries(servers(tls), BindingRequest._of(orders, DataAccess.READ_WRITE, groups, credential)));

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

test.each<[string, Credential | undefined, Tls]>([
  ['SASL_SSL', credentials, VERIFIED], ['SASL_PLAINTEXT', credentials, Tls.NONE], ['SSL', certificate, VERIFIED], ['SSL', undefined, Tls.byClient()],
  ['PLAINTEXT', undefined, Tls.NONE], ['PLAINTEXT', undefined, Tls.BY_MESH],
])('clients speak %s', (protocol, credential, tls) => expect(entries(credential, tls).SECURITY_PROTOCOL).toBe(protocol));

test.each([[[], undefined], [['g'], 'g'], [['g', 'h'], undefined]])('of the groups %j the variable is %p', (groups, group) =>
  expect([entries(credentials, VERIFIED, groups).GROUP_ID, entries(credentials, VERIFIED, groups)['(group.id)']]).toEqual([group, group]));

test('of several groups each topic has its own, under its name', () => {
  const reads = [{ topic: 'Order_Created', group: 'g' }, { topic: 'paid.v1', group: 'h' }];
  const told = readable(kafkaEntries(servers(VERIFIED), BindingRequest._of(orders, DataAccess.READ_WRITE, ['g', 'h'], credentials), reads));
  expect(told).toMatchObject({ 'GROUP_ID_ORDER_CREATED': 'g', 'GROUP_ID_PAID_V1': 'h', '(group.id.order.created)': 'g', '(group.id.paid.v1)': 'h' });
  expect(told).not.toHaveProperty('GROUP_ID');
});

test('BST019: refuses topics whose groups differ and whose names come to one, and says how to tell them apart', () => {
  const reads = [{ topic: 'paid', group: 'f' }, { topic: 'paid.v1', group: 'g' }, { topic: 'paid-v1', group: 'h' }];
  expectRefusal(() => namedReads(reads, 'p'), 'BST019', 'p', 'the topics "paid.v1" and "paid-v1" would be told in one variable, GROUP_ID_PAID_V1', 'with one consumerGroup', 'as topicName');
});

test('topics whose names come to one are told once if they are read with one group', () => {
  const reads = [{ topic: 'paid.v1', group: 'g' }, { topic: 'paid-v1', group: 'g' }, { topic: 'other', group: 'h' }];
  expect(namedReads(reads, 'p').map(({ topic }) => topic)).toEqual(['paid.v1', 'other']);
});

test('an authority is a file where clients verify by it, and the variable says where', () => {
  const known = sasl(vault.secret('kafka', { username: 'u', password: 'p', ca: 'ca' }));
  expect(entries(known)).toMatchObject({ 'CA_FILE': '/bindings/b/ca.crt', '(ca.crt)': '{kafka ca}' });
  expect(entries(known, Tls.byClient())).not.toHaveProperty('CA_FILE');
});

test('a client certificate takes the place of user and password', () => {
  expect(entries(certificate)).toMatchObject({ CLIENT_CERTIFICATE_FILE: '/bindings/b/client.crt', PRIVATE_KEY_FILE: '/bindings/b/client.key' });
  expect(Object.keys(entries(certificate)).filter(name => /^(USERNAME|PASSWORD|SASL_MECHANISM)$/.test(name))).toEqual([]);
});
