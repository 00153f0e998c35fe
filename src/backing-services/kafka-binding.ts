import { Address } from '../model/address';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
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

/** A client has one `group.id`, so that a program with several groups has a client for each, and asks by topic which is whose. */
function groupOf({ topic, group }: TopicRead): BindingEntry {
  const words = topic.toLowerCase().split(/[^a-z0-9]+/).filter(word => word !== '');
  return BindingEntry.text(['group-id', ...words].join('-'), group, {
    variable: ['GROUP_ID', ...words].join('_').toUpperCase(),
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
