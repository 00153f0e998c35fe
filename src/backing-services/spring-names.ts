import { INamedBinding } from '../model/env-names';
import { PresetVariables } from './preset-names';

const DATA_SOURCE: PresetVariables = {
  due: { SPRING_DATASOURCE_URL: '{jdbc-url}' }, ifTold: { SPRING_DATASOURCE_USERNAME: '{username}', SPRING_DATASOURCE_PASSWORD: '{password}' },
};

/** User and password, as most of its properties name them. */
function login(prefix: string): Readonly<Record<string, string>> {
  return { [`${prefix}_USERNAME`]: '{username}', [`${prefix}_PASSWORD`]: '{password}' };
}

/** Properties of Spring Boot, by the type of the binding: dots are "_" in a variable, and dashes are left out. */
const PROPERTIES: Readonly<Record<string, PresetVariables>> = {
  postgresql: DATA_SOURCE,
  mysql: DATA_SOURCE,
  sqlserver: DATA_SOURCE,
  redis: { due: { SPRING_DATA_REDIS_URL: '{url}' } },
  mongodb: { due: { SPRING_DATA_MONGODB_URI: '{url}' } },
  rabbitmq: {
    due: { SPRING_RABBITMQ_ADDRESSES: '{addresses}', SPRING_RABBITMQ_VIRTUALHOST: '{virtual-host}', SPRING_RABBITMQ_SSL_ENABLED: '{ssl}' },
    ifTold: login('SPRING_RABBITMQ'),
  },
  elasticsearch: { due: { SPRING_ELASTICSEARCH_URIS: '{uris}' }, ifTold: login('SPRING_ELASTICSEARCH') },
  cassandra: {
    due: { SPRING_CASSANDRA_CONTACTPOINTS: '{contact-points}', SPRING_CASSANDRA_LOCALDATACENTER: '{datacenter}' },
    ifTold: { SPRING_CASSANDRA_KEYSPACENAME: '{keyspace}', ...login('SPRING_CASSANDRA') },
  },
  ldap: { due: { SPRING_LDAP_URLS: '{urls}', SPRING_LDAP_BASE: '{base-dn}' }, ifTold: login('SPRING_LDAP') },
  smtp: { due: { SPRING_MAIL_HOST: '{host}', SPRING_MAIL_PORT: '{port}' }, ifTold: login('SPRING_MAIL') },
  kafka: {
    due: { SPRING_KAFKA_BOOTSTRAPSERVERS: '{bootstrap-servers}', SPRING_KAFKA_SECURITY_PROTOCOL: '{security-protocol}' },
    ifTold: {
      SPRING_KAFKA_CONSUMER_GROUPID: '{group-id}', SPRING_KAFKA_PRODUCER_TRANSACTIONIDPREFIX: '{transactional-id-prefix}',
      SPRING_KAFKA_PROPERTIES_SASL_MECHANISM: '{sasl-mechanism}', SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG: '{sasl-jaas-config}',
      SPRING_KAFKA_SSL_TRUSTSTORELOCATION: 'file:{ca:file}',
    },
  },
};

/** What a truststore is that is a file of certificates. */
const TRUSTSTORE_IN_PEM = { SPRING_KAFKA_SSL_TRUSTSTORETYPE: 'PEM' };

/** How the servers of Redis are entered, where no URL says it. */
const ENTERED = {
  SPRING_DATA_REDIS_USERNAME: '{username}', SPRING_DATA_REDIS_PASSWORD: '{password}', SPRING_DATA_REDIS_DATABASE: '{database}',
  SPRING_DATA_REDIS_SENTINEL_USERNAME: '{sentinel-username}', SPRING_DATA_REDIS_SENTINEL_PASSWORD: '{sentinel-password}',
};

/** Of several servers of Redis, in place of a URL, by a role that only they have. */
const REDIS_OF_SEVERAL: Readonly<Record<string, PresetVariables>> = {
  sentinels: {
    due: { SPRING_DATA_REDIS_SENTINEL_NODES: '{sentinels}', SPRING_DATA_REDIS_SENTINEL_MASTER: '{sentinel-master}', SPRING_DATA_REDIS_SSL_ENABLED: '{ssl}' }, ifTold: ENTERED,
  },
  nodes: { due: { SPRING_DATA_REDIS_CLUSTER_NODES: '{nodes}', SPRING_DATA_REDIS_SSL_ENABLED: '{ssl}' }, ifTold: ENTERED },
};

/** What Spring Boot reads. */
export function springNames({ bindingType, entries }: INamedBinding): PresetVariables | undefined {
  if (!Object.hasOwn(PROPERTIES, bindingType)) return undefined;
  const ofSeveral = bindingType === 'redis' ? entries.find(({ role }) => Object.hasOwn(REDIS_OF_SEVERAL, role)) : undefined;
  if (ofSeveral) return REDIS_OF_SEVERAL[ofSeveral.role];
  const { due, ifTold } = PROPERTIES[bindingType];
  const trusts = bindingType === 'kafka' && entries.some(({ role, file }) => role === 'ca' && file !== undefined);
  return { due: { ...due, ...trusts ? TRUSTSTORE_IN_PEM : {} }, ifTold };
}
