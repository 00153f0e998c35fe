import { Duration } from 'cdk8s';
import { Kafka } from '../../src/backing-services/kafka';
import { KafkaProvider } from '../../src/backing-services/kafka-provider';
import { CleanupPolicy, KafkaTopicOptions } from '../../src/backing-services/kafka-topic-options';
import { DependencyPolicy } from '../../src/model/dependency-policy';
import { EnforcementVerdict } from '../../src/model/enforcement';
import { Platform } from '../../src/platform/platform';
import { StrimziEnforcement } from '../../src/strimzi/strimzi-enforcement';
import { newKafka, vault } from '../support/declare';
import { Declaration } from '../support/topology';

/** Typed: a new field of a dependency has to be decided here too. */
const EXPECTED: Record<keyof Required<DependencyPolicy>, boolean> = {
  timeout: false, connectTimeout: false, interaction: false, retry: false, circuitBreaker: false, connectionPool: false, operations: false,
  access: false, clientConnections: false, consumerGroup: true, transactionalIdPrefix: true, criticality: false, bindingName: false,
  envNames: false, delivery: false, containers: false,
};

function managed({ topology }: Declaration): Kafka {
  return new Kafka(topology, 'kafka', { provider: KafkaProvider.external({ bootstrapServers: ['b.example.com:9096'], credentials: vault.secret('kafka') }) });
}

/** What BST616 finds of a topic with these options, with every output there is. */
function found(kafka: (declared: Declaration) => Kafka, options: KafkaTopicOptions): string[] {
  const declared = new Declaration();
  kafka(declared).topic('created', options);
  new Platform(declared.chart, 'platform', { topology: declared.topology });
  return declared.found('BST616');
}

test.each(Object.entries(EXPECTED))('Strimzi carries %s of a dependency: %p', (field, carried) => {
  const declared = new Declaration();
  const consumed = declared.workload('web').consumes(newKafka(declared.topology).topic('created'));
  expect(new StrimziEnforcement().field(consumed, field).verdict).toBe(carried ? EnforcementVerdict.CARRIED : EnforcementVerdict.NOT_MINE);
});

test('no ACL of Strimzi\'s holds a group of another broker', () => {
  const declared = new Declaration();
  const consumed = declared.workload('web').consumes(managed(declared).topic('created'));
  expect(new StrimziEnforcement().field(consumed, 'consumerGroup').verdict).toBe(EnforcementVerdict.NOT_MINE);
});

test('a topic of a cluster that Strimzi runs is what it is declared to be', () =>
  expect(found(({ topology }) => newKafka(topology), { partitions: 12, replicas: 3, minInSyncReplicas: 2 })).toEqual([]));

test('BST616 says that a managed broker\'s owner has to make the topic as declared', () =>
  expect(found(managed, { partitions: 12, replicas: 3, minInSyncReplicas: 2 })).toEqual([
    'warning kafka/created: partitions, replicas, minInSyncReplicas cannot be carried: kafka is not run by Strimzi, so its owner makes topic created; '
    + 'have kafka\'s owner make the topic so, and acknowledge this, or take it out of the declaration']));

test.each<[string, (declared: Declaration) => KafkaProvider]>([
  ['another team\'s', () => KafkaProvider.inCluster({ service: 'kafka', namespace: 'messaging' })],
  ['a workload\'s', declared => KafkaProvider.workload(declared.workload('broker'))],
])('BST616 says it of %s broker, of each option', (_, provider) => {
  const kafka = (declared: Declaration) => new Kafka(declared.topology, 'kafka', { provider: provider(declared) });
  const said = (options: KafkaTopicOptions) => found(kafka, options).map(text => text.replace(/ cannot be carried: .*/, ''));
  expect(said({ partitions: 12 })).toEqual(['warning kafka/created: partitions']);
  expect(said({ replicas: 3 })).toEqual(['warning kafka/created: replicas']);
  for (const options of [{ minInSyncReplicas: 2 }, { retention: Duration.days(1) }, { cleanupPolicy: CleanupPolicy.COMPACT }, { settings: { 'flush.ms': '1' } }]) {
    expect(said(options)).toEqual([`warning kafka/created: ${Object.keys(options)[0]}`]);
  }
  expect(said({ settings: { 'flush.ms': '1' }, retention: Duration.days(1), minInSyncReplicas: 1 })).toEqual(['warning kafka/created: minInSyncReplicas, retention, settings']);
  expect(said({ settings: {} })).toEqual([]);
});

test('BST616 accepts a managed broker\'s topic of which nothing is said', () => expect(found(managed, { topicName: 'Created' })).toEqual([]));
