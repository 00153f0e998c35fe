import * as fc from 'fast-check';
import { kafkaAccessName, kafkaUserName } from '../../src/private/kafka-user-name';
import { Names } from '../../src/private/names';

const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
const dashed = fc.constantFrom('a', 'b', 'a-b', 'b-c', 'a-b-c', 'c');
const parts = fc.oneof(fc.tuple(label, label, label, label), fc.tuple(dashed, dashed, dashed, dashed));

test('a workload is known to Kafka by its namespace, its name and the cluster', () => {
  expect(kafkaUserName({ namespace: 'shop', name: 'orders' }, { resource: 'events', namespace: 'kafka' })).toBe('shop.orders.events');
  expect(kafkaAccessName({ namespace: 'shop', name: 'orders' }, { resource: 'events', namespace: 'kafka' })).toBe('orders.kafka.events-kafka');
});

test('no two workloads and no two clusters of a namespace make one user, wherever a dash stands, and each user can name an object', () => {
  fc.assert(fc.property(parts, parts, ([namespace, name, resource], [otherNamespace, otherName, otherResource]) => {
    const user = kafkaUserName({ namespace, name }, { resource });
    const other = kafkaUserName({ namespace: otherNamespace, name: otherName }, { resource: otherResource });
    expect(user === other).toBe(namespace === otherNamespace && name === otherName && resource === otherResource);
    expect(user).toMatch(Names.SUBDOMAIN.pattern);
  }));
});

test('no two workloads of a namespace and no two clusters make one KafkaAccess', () => {
  fc.assert(fc.property(parts, parts, ([, name, namespace, resource], [, otherName, otherNamespace, otherResource]) => {
    const access = kafkaAccessName({ namespace: 'shop', name }, { namespace, resource });
    const other = kafkaAccessName({ namespace: 'shop', name: otherName }, { namespace: otherNamespace, resource: otherResource });
    expect(access === other).toBe(name === otherName && namespace === otherNamespace && resource === otherResource);
    expect(access).toMatch(Names.SUBDOMAIN.pattern);
  }));
});

test('the longest names make an object name still, in full', () => {
  const [longest, cluster] = ['a'.repeat(63), { resource: 'a'.repeat(47), namespace: 'a'.repeat(63) }];
  expect(kafkaUserName({ namespace: longest, name: longest }, cluster)).toHaveLength(175);
  expect(kafkaAccessName({ namespace: longest, name: longest }, cluster)).toHaveLength(181);
});
