import { BindingEntry, BindingRequest } from '../model/binding-entry';
import { BindingValue } from '../model/binding-value';
import { SecretReference } from '../model/secret-reference';
import { ServiceEndpoint } from '../model/service-endpoint';
import { IWorkload } from '../model/workload-interface';

/**
 * Where a Kafka cluster is and how it is entered.
 *
 * @internal
 */
export interface KafkaLocation {
  readonly endpoint: ServiceEndpoint;
  readonly provider: string;
  readonly brokers: string;
  readonly mechanism: string;
  /** Name that a consumer authenticates with, if it is known and not kept in a Secret. */
  readonly usernameOf?: (consumer: IWorkload) => string | undefined;
  readonly credentialsOf: (consumer: IWorkload) => SecretReference;
  /** Keeps the authority of the brokers' certificates, if clients do not trust it by themselves. */
  readonly authorityOf: (consumer: IWorkload) => SecretReference | undefined;
}

const CA_FILE = 'ca.crt';
const SECURITY_PROTOCOL = 'SASL_SSL';
const { literal, secret } = BindingValue;

/**
 * What a Kafka client needs. Credentials never travel in the locator.
 * File names: https://servicebinding.io/spec/core/1.1.0/ and, for Kafka, those that Spring Cloud Bindings and kube-service-bindings read.
 */
export function kafkaEntries(location: KafkaLocation, request: BindingRequest): BindingEntry[] {
  const { consumer, folder, groups } = request;
  const credentials = location.credentialsOf(consumer);
  const authority = location.authorityOf(consumer);
  const username = location.usernameOf?.(consumer);
  return [
    { variable: 'BROKERS', file: 'bootstrap-servers', value: literal(location.brokers) },
    { variable: 'SECURITY_PROTOCOL', file: 'securityProtocol', value: literal(SECURITY_PROTOCOL) },
    { variable: 'SASL_MECHANISM', file: 'saslMechanism', value: literal(location.mechanism) },
    { variable: 'USERNAME', file: 'username', value: username === undefined ? secret(credentials, 'username') : literal(username) },
    { variable: 'PASSWORD', file: 'password', value: secret(credentials, 'password') },
    ...groups.length === 1 ? [{ variable: 'GROUP_ID', file: 'group.id', value: literal(groups[0]) }] : [],
    ...authority ? [
      { variable: 'CA_FILE', value: literal(`${folder}/${CA_FILE}`) },
      { file: CA_FILE, value: secret(authority, 'ca') },
    ] : [],
  ];
}
