import { DataAccess, SecretReference } from '../../src';
import { kafkaEntries, KafkaLocation } from '../../src/backing-services/kafka-binding';
import { newTopology, newWorkload, readable, requestFrom, vault } from '../support/declare';

const credentials = vault.secret('shop/kafka', { caProperty: 'ca' });
const orders = newWorkload(newTopology(), 'orders');
const location: KafkaLocation = {
  endpoint: { origin: 'external' as never, host: 'k', port: 9092 },
  provider: 'kafka',
  brokers: 'k:9092,l:9092',
  mechanism: 'PLAIN',
  credentialsOf: () => credentials,
  authorityOf: () => undefined,
};
const entries = (more: Partial<KafkaLocation>, groups: string[] = []) =>
  readable(kafkaEntries({ ...location, ...more }, requestFrom(orders, DataAccess.READ_WRITE, groups)));

test('tells brokers, how to enter and with what', () => {
  expect(entries({})).toEqual({
    'BROKERS': 'k:9092,l:9092',
    '(bootstrap-servers)': 'k:9092,l:9092',
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

test('a user name that is known is told as text', () => expect(entries({ usernameOf: ({ name }) => `user-${name}` }).USERNAME).toBe('user-orders'));

test.each([[[], undefined], [['g'], 'g'], [['g', 'h'], undefined]])('of the groups %j the variable is %p', (groups, group) =>
  expect([entries({}, groups).GROUP_ID, entries({}, groups)['(group.id)']]).toEqual([group, group]));

test('an authority is a file, and the variable says where', () => {
  const told = entries({ authorityOf: (): SecretReference => credentials });
  expect([told.CA_FILE, told['(ca.crt)'], told['(CA_FILE)']]).toEqual(['/bindings/b/ca.crt', '{shop/kafka ca}', undefined]);
  expect(Object.keys(entries({})).filter(key => /ca/i.test(key) && !/mechanism/i.test(key))).toEqual([]);
});
