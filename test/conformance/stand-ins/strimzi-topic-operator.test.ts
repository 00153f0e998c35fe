import { Manifest } from '../harness/manifests';
import { topicOf } from './strimzi-topic-operator';

const topic = (spec: object) => ({ metadata: { name: 'order-placed' }, spec }) as Manifest;

test('a topic has the name of its object, and what is not said is left to the broker', () => {
  expect(topicOf(topic({}))).toEqual(['order-placed', { partitions: -1, replicas: -1, settings: {} }]);
});

test('a topic is what it says', () => {
  const spec = { topicName: 'OrderPlaced', partitions: 3, replicas: 2, config: { 'retention.ms': 1000, 'cleanup.policy': ['compact', 'delete'], 'preallocate': false } };
  expect(topicOf(topic(spec))).toEqual(['OrderPlaced', {
    partitions: 3, replicas: 2, settings: { 'retention.ms': '1000', 'cleanup.policy': 'compact,delete', 'preallocate': 'false' },
  }]);
});
