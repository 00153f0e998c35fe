import { Address } from '../model/address';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { credentialEntries } from './credential-entries';

const { secret } = BindingValue;

/**
 * What a Kafka client needs. Credentials never travel in the locator.
 * File names: https://servicebinding.io/spec/core/1.1.0/ and, for Kafka, those that Spring Cloud Bindings and kube-service-bindings read.
 */
export function kafkaEntries(bootstrap: Address[], { credential, consumerGroups }: BindingRequest): BindingEntry[] {
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
    ...consumerGroups.length === 1 ? [BindingEntry.text('group-id', consumerGroups[0], { variable: 'GROUP_ID', file: 'group.id' })] : [],
    ...credentialEntries(credential, tls, ['sasl-mechanism', 'username', 'password']),
  ];
}

/** Source: https://kafka.apache.org/documentation/#producerconfigs_security.protocol */
const SECURITY_PROTOCOLS: Record<string, string> = {
  SASL: 'SASL_PLAINTEXT',
  SASL_SSL: 'SASL_SSL',
  PLAIN: 'PLAINTEXT',
  PLAIN_SSL: 'SSL',
};
