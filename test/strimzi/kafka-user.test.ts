import { StrimziKafka, Workload } from '../../src';
import { KafkaTopic } from '../../src/model/kafka-topic';
import { newKafka } from '../support/declare';
import { Emitted, emitted, yaml } from '../support/emitted';
import { Declaration } from '../support/topology';

function user(declare: (web: Workload, topic: (name: string) => KafkaTopic) => void, namespace = 'shop'): Emitted {
  const declared = new Declaration();
  const kafka = newKafka(declared.topology);
  declare(declared.workload('web', { namespace }), name => kafka.topic(name));
  new StrimziKafka(declared.chart, 'strimzi', { topology: declared.topology });
  return emitted(declared.chart, 'KafkaUser')[0];
}

test('the smallest user publishes to one topic', () => expect(yaml([user((web, topic) => web.publishes(topic('created')))])).toMatchSnapshot());

test('a user that publishes, consumes, and does both', () => expect(yaml([user((web, topic) => {
  web.publishes(topic('invoiced'));
  web.consumes(topic('created'), { consumerGroup: 'billing' });
  const both = topic('retried');
  web.publishes(both);
  web.consumes(both);
})])).toMatchSnapshot());

test('it stands where the User Operator looks, named for the namespace and the workload', () => {
  const { metadata } = user((web, topic) => web.publishes(topic('created')), 'people');
  expect(metadata).toEqual({ name: 'people.web.events', namespace: 'kafka', labels: { 'strimzi.io/cluster': 'events' } });
});

test('nobody may create topics or is given rights on the cluster', () => {
  const { spec } = user((web, topic) => {
    web.publishes(topic('a'));
    web.consumes(topic('b'));
  });
  const operations = spec.authorization.acls.flatMap((acl: any) => acl.operations.map((operation: string) => `${acl.resource.type} ${operation}`));
  expect(new Set(operations)).toEqual(new Set(['group Read', 'topic Describe', 'topic Read', 'topic Write']));
});

test('a user that publishes in transactions may write under ids of its prefix, whatever stands behind it', () => {
  const { spec } = user((web, topic) => {
    web.consumes(topic('created'));
    web.publishes(topic('invoiced'), { transactionalIdPrefix: 'billing-' });
    web.publishes(topic('mailed'), { transactionalIdPrefix: 'billing-' });
  });
  expect(spec.authorization.acls.filter((acl: any) => acl.resource.type === 'transactionalId')).toEqual([
    { type: 'allow', resource: { type: 'transactionalId', name: 'billing-', patternType: 'prefix' }, operations: ['Describe', 'Write'], host: '*' },
  ]);
});
