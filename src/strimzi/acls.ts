import { Dependency } from '../model/dependency';
import { DependencyVerb } from '../model/dependency-verb';
import { KafkaTopic } from '../model/kafka-topic';
import { byCodePoint } from '../private/names';

type ResourceType = 'topic' | 'group' | 'transactionalId';

/** A rule of Strimzi's simple authorization. @internal */
export interface KafkaAcl {
  readonly type: 'allow';
  readonly resource: { readonly type: ResourceType; readonly name: string; readonly patternType: 'literal' | 'prefix' };
  readonly operations: string[];
  readonly host: '*';
}

/**
 * The rules that these dependencies need and no more: Describe and Write to publish, Describe and Read to consume, Read on the
 * consumer group, Describe and Write on transactional ids. No Create, because topics are declared, and no IdempotentWrite, because Write implies it since Kafka 2.8.
 * Source: https://kafka.apache.org/documentation/#operations_in_kafka
 */
export function aclsFor(dependencies: Dependency[]): KafkaAcl[] {
  const operations = new Map<string, Set<string>>();
  const allow = (resource: string, ...names: string[]) =>
    operations.set(resource, new Set([...operations.get(resource) ?? [], ...names]));
  for (const { verb, channel, policy } of dependencies) {
    if (!KafkaTopic.isKafkaTopic(channel)) continue;
    if (policy.transactionalIdPrefix !== undefined) allow(`transactionalId ${policy.transactionalIdPrefix}`, 'Describe', 'Write');
    if (verb === DependencyVerb.PUBLISHES) allow(`topic ${channel.topicName}`, 'Describe', 'Write');
    if (verb === DependencyVerb.CONSUMES) {
      allow(`topic ${channel.topicName}`, 'Describe', 'Read');
      allow(`group ${policy.consumerGroup}`, 'Read');
    }
  }
  return [...operations].sort(([a], [b]) => byCodePoint(a, b)).map(([resource, names]) => acl(resource, [...names].sort()));
}

function acl(resource: string, operations: string[]): KafkaAcl {
  const [type, name] = resource.split(' ') as [ResourceType, string];
  return { type: 'allow', resource: { type, name, patternType: type === 'transactionalId' ? 'prefix' : 'literal' }, operations, host: '*' };
}
