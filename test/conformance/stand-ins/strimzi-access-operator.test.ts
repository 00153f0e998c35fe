import { stringify } from 'yaml';
import { Manifests } from '../harness/manifests';
import { accessSecrets } from './strimzi-access-operator';

const cluster = { name: 'events', namespace: 'kafka', listeners: [{ name: 'tls', port: 9093 }], clusterCa: 'CA', clientsCa: 'other' };
const KAFKA = { name: 'events', namespace: 'kafka', listener: 'tls' };
const USER = { kind: 'KafkaUser', apiGroup: 'kafka.strimzi.io', name: 'books.web', namespace: 'kafka' };
const secrets = (kafka: object, user: object, labels: object = { 'strimzi.io/cluster': 'events' }) => accessSecrets(new Manifests([
  { kind: 'KafkaUser', metadata: { name: 'books.web', namespace: 'kafka', labels }, spec: {} },
  { kind: 'KafkaAccess', metadata: { name: 'access', namespace: 'books' }, spec: { kafka, user, secretName: 'web-kafka' } },
].map(object => ({ file: '', text: stringify(object) }))), 'books', cluster, { 'books.web': { 'password': 'p', 'sasl.jaas.config': 'j' } });

test('beside the KafkaAccess lies what a client needs', () => {
  expect(secrets(KAFKA, USER)).toEqual({
    'web-kafka': {
      'type': 'kafka', 'provider': 'strimzi', 'security.protocol': 'SASL_SSL', 'securityProtocol': 'SASL_SSL',
      'bootstrap.servers': 'events-kafka-bootstrap.kafka.svc:9093', 'bootstrapServers': 'events-kafka-bootstrap.kafka.svc:9093',
      'bootstrap-servers': 'events-kafka-bootstrap.kafka.svc:9093', 'ssl.truststore.crt': 'CA', 'username': 'books.web', 'user': 'books.web',
      'sasl.mechanism': 'SCRAM-SHA-512', 'saslMechanism': 'SCRAM-SHA-512', 'password': 'p', 'sasl.jaas.config': 'j',
    },
  });
});

test.each([
  ['cluster', { ...KAFKA, name: 'other' }, USER],
  ['namespace of the cluster', { name: 'events', listener: 'tls' }, USER],
  ['listener', { ...KAFKA, listener: 'plain' }, USER],
  ['user', KAFKA, { ...USER, name: 'books.other' }],
  ['namespace of the user', KAFKA, { ...USER, namespace: undefined }],
])('with another %s there is no Secret', (_, kafka, user) => expect(secrets(kafka, user)).toEqual({}));

test('a user without its cluster\'s label is not seen', () => expect(secrets(KAFKA, USER, {})).toEqual({}));
