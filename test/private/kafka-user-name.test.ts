import * as fc from 'fast-check';
import { kafkaAccessName, kafkaUserName } from '../../src/private/kafka-user-name';
import { Names } from '../../src/private/names';

const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);

test('a workload is known to Kafka by its namespace and name', () => {
  expect(kafkaUserName({ namespace: 'shop', name: 'orders' })).toBe('shop.orders');
  expect(kafkaAccessName({ namespace: 'shop', name: 'orders' }, 'events')).toBe('orders.events-kafka');
});

test('no two workloads make one user, and each user can name an object', () => {
  fc.assert(fc.property(label, label, label, label, (namespace, name, otherNamespace, otherName) => {
    const user = kafkaUserName({ namespace, name });
    const other = kafkaUserName({ namespace: otherNamespace, name: otherName });
    expect(user === other).toBe(namespace === otherNamespace && name === otherName);
    expect(user).toMatch(Names.SUBDOMAIN.pattern);
  }));
});

test('the longest names make an object name still', () => {
  const longest = 'a'.repeat(63);
  expect(kafkaUserName({ namespace: longest, name: longest }).length).toBeLessThanOrEqual(253);
  expect(kafkaAccessName({ namespace: longest, name: longest }, longest).length).toBeLessThanOrEqual(253);
});
