import { Address } from '../model/address';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { quote, TopologyError } from '../private/topology-error';
import { credentialEntries } from './credential-entries';

const { secret } = BindingValue;

/** A topic that a consumer reads, and the group that it reads it with. @internal */
export interface TopicRead {
  readonly topic: string;
  readonly group: string;
}

/**
 * What a Kafka client needs. Credentials never travel in the locator.
 * File names: https://servicebinding.io/spec/core/1.1.0/ and, for Kafka, those that Spring Cloud Bindings and kube-service-bindings read.
 */
export function kafkaEntries(bootstrap: Address[], { credential, consumerGroups }: BindingRequest, reads: readonly TopicRead[] = []): BindingEntry[] {
  const [{ tls }] = bootstrap;
  const servers = bootstrap.map(({ host, port }) => `${host}:${port}`).join(',');
  const protocol = `${credential?.has('sasl-mechanism') ? 'SASL' : 'PLAIN'}${tls.isOfClient ? '_SSL' : ''}`;
  const part = (name: string, variable: string, file = name) => (
    credential?.has(name) ? [BindingEntry.of(name, secret(credential, name), { variable, file })] : []);
  return [
    BindingEntry.text('bootstrap-servers', servers, { variable: 'BROKERS', file: 'bootstrap-servers' }),
    BindingEntry.text('security-protocol', SECURITY_PROTOCOLS[protocol], { variable: 'SECURITY_PROTOCOL', file: 'securityProtocol' }),
    ...part('sasl-mechanism', 'SASL_MECHANISM', 'saslMechanism'),
    ...part('username', 'USERNAME'),
    ...part('password', 'PASSWORD'),
    ...consumerGroups.length === 1 ? [BindingEntry.text('group-id', consumerGroups[0], { variable: 'GROUP_ID', file: 'group.id' })] : reads.map(groupOf),
    ...credentialEntries(credential, tls, ['sasl-mechanism', 'username', 'password']),
  ];
}

/**
 * The topics whose groups are told one by one, each under a name of its own. Throws BST019 if the names of two come to one and their groups differ; one
 * group is told once.
 */
export function namedReads(reads: readonly TopicRead[], path: string): TopicRead[] {
  const named = new Map<string, TopicRead>();
  for (const read of reads) {
    const name = wordsOf(read.topic).join('-');
    const other = named.get(name) ?? read;
    if (other.group !== read.group) throw oneName(other, read, path);
    named.set(name, other);
  }
  return [...named.values()];
}

function oneName(one: TopicRead, other: TopicRead, path: string): TopologyError {
  return new TopologyError({
    code: 'BST019',
    path,
    problem: `the groups of the topics ${quote(one.topic)} and ${quote(other.topic)} would be told in one variable, ${groupVariable(one)}`,
    fix: 'read both with one consumerGroup, or give one an id of other words and its name on the broker as topicName',
  });
}

function wordsOf(topic: string): string[] {
  return topic.toLowerCase().split(/[^a-z0-9]+/).filter(word => word !== '');
}

function groupVariable({ topic }: TopicRead): string {
  return ['GROUP_ID', ...wordsOf(topic)].join('_').toUpperCase();
}

/** A client has one `group.id`, so that a program with several groups has a client for each, and asks by topic which is whose. */
function groupOf({ topic, group }: TopicRead): BindingEntry {
  const words = wordsOf(topic);
  return BindingEntry.text(['group-id', ...words].join('-'), group, {
    variable: groupVariable({ topic, group }),
    file: ['group.id', ...words].join('.'),
  });
}

/** Source: https://kafka.apache.org/documentation/#producerconfigs_security.protocol */
const SECURITY_PROTOCOLS: Record<string, string> = {
  SASL: 'SASL_PLAINTEXT',
  SASL_SSL: 'SASL_SSL',
  PLAIN: 'PLAINTEXT',
  PLAIN_SSL: 'SSL',
};
