import { Address } from '../model/address';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest, ChannelRead } from '../model/binding-request';
import { BindingValue } from '../model/binding-value';
import { Credential } from '../model/credential';
import { SecretEncoding } from '../model/secret-encoding';
import { namesSecret } from '../private/literal-secret';
import { quote, TopologyError } from '../private/topology-error';
import { credentialEntries } from './credential-entries';

const { literal, secret, encoded, join } = BindingValue;

/**
 * What a Kafka client needs. Credentials never travel in the locator.
 * File names: https://servicebinding.io/spec/core/1.1.0/ and, for Kafka, those that Spring Cloud Bindings and kube-service-bindings read.
 */
export function kafkaEntries(bootstrap: Address[], request: BindingRequest): BindingEntry[] {
  const { credential, consumerGroups, transactionalIdPrefix, _reads: reads } = request;
  const [{ tls }] = bootstrap;
  const servers = bootstrap.map(({ hostAndPort }) => hostAndPort).join(',');
  const protocol = `${credential?.has('sasl-mechanism') ? 'SASL' : 'PLAIN'}${tls.isOfClient ? '_SSL' : ''}`;
  const part = (name: string, variable: string, file = name) => (
    credential?.has(name) ? [BindingEntry.of(name, secret(credential, name), { variable, file })] : []);
  return [
    BindingEntry.text('bootstrap-servers', servers, { variable: 'BROKERS', file: 'bootstrap-servers' }),
    BindingEntry.text('security-protocol', SECURITY_PROTOCOLS[protocol], { variable: 'SECURITY_PROTOCOL', file: 'securityProtocol' }),
    ...part('sasl-mechanism', 'SASL_MECHANISM', 'saslMechanism'),
    ...part('username', 'USERNAME'),
    ...part('password', 'PASSWORD'),
    ...jaasConfig(credential),
    ...consumerGroups.length === 1 ? [BindingEntry.text('group-id', consumerGroups[0], { variable: 'GROUP_ID', file: 'group.id' })] : groupsOf(reads),
    ...transactionalIdPrefix === undefined ? [] : [
      BindingEntry.text('transactional-id-prefix', transactionalIdPrefix, { variable: 'TRANSACTIONAL_ID_PREFIX', file: 'transactional.id.prefix' }),
    ],
    ...credentialEntries(credential, tls, ['sasl-mechanism', 'username', 'password']),
  ];
}

/** The login modules of Kafka's Java client, by the mechanism. Source: https://kafka.apache.org/documentation/#security_sasl_jaasconfig_client */
const LOGIN_MODULES: Readonly<Record<string, string>> = {
  'PLAIN': 'org.apache.kafka.common.security.plain.PlainLoginModule',
  'SCRAM-SHA-256': 'org.apache.kafka.common.security.scram.ScramLoginModule',
  'SCRAM-SHA-512': 'org.apache.kafka.common.security.scram.ScramLoginModule',
};

/** `sasl.jaas.config`, which Java's clients read in place of user and password. */
function jaasConfig(credential: Credential | undefined): BindingEntry[] {
  const mechanism = credential?.has('sasl-mechanism') ? credential.part('sasl-mechanism').literal ?? '' : '';
  if (!credential?.has('username') || !credential.has('password') || !Object.hasOwn(LOGIN_MODULES, mechanism)) return [];
  const option = (part: string) => [literal(` ${part}=`), encoded(credential, part, SecretEncoding.JAAS)];
  return [BindingEntry.of('sasl-jaas-config', join(literal(`${LOGIN_MODULES[mechanism]} required`), ...option('username'), ...option('password'), literal(';')))];
}

/** A client has one `group.id`, so that a program with several groups has a client for each, and asks by topic which is whose. */
function groupsOf(reads: readonly ChannelRead[]): BindingEntry[] {
  const told = new Map<string, ChannelRead['channel']>();
  return reads.map(({ channel, group }) => {
    const words = channel.name.toLowerCase().split(/[^a-z0-9]+/).filter(word => word !== '');
    const variable = ['GROUP_ID', ...words].join('_').toUpperCase();
    const other = told.get(variable);
    told.set(variable, channel);
    if (other) throw untold(channel, variable, `which tells the group of ${quote(other.name)} already`);
    if (variable.length > LONGEST) throw untold(channel, variable, `which has ${variable.length} characters; allowed are ${LONGEST}`);
    if (namesSecret(variable)) throw untold(channel, variable, 'which is the name of a secret');
    return BindingEntry.text(['group-id', ...words].join('-'), group, { variable, file: ['group.id', ...words].join('.') });
  });
}

/** What a role, the last part of a variable and an annotation for a file may have. */
const LONGEST = 63;

/** What a topic is called in the program is its id, so that another id helps where its name on the broker cannot change. */
function untold({ name, path }: ChannelRead['channel'], variable: string, why: string): TopologyError {
  return new TopologyError({
    code: 'BST019',
    path,
    problem: `its consumer has several groups, and would be told that of ${quote(name)} by ${quote(variable)}, ${why}`,
    fix: `give the topic another id, and ${quote(name)} as its topicName, or read all topics of the cluster with one consumerGroup`,
  });
}

/** Source: https://kafka.apache.org/documentation/#producerconfigs_security.protocol */
const SECURITY_PROTOCOLS: Record<string, string> = {
  SASL: 'SASL_PLAINTEXT',
  SASL_SSL: 'SASL_SSL',
  PLAIN: 'PLAINTEXT',
  PLAIN_SSL: 'SSL',
};
