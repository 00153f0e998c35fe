import { Kafka, KafkaProvider } from '../../src';
import { bootstrapAddresses, bootstrapHosts } from '../../src/model/bootstrap-addresses';
import { newKafka, newTopology, vault } from '../support/declare';

const managed = () => new Kafka(newTopology(), 'kafka', {
  provider: KafkaProvider.external({ bootstrapServers: ['b-1.example.com:9096', 'b-2.example.com:9096'], brokerHosts: ['*.example.com'], credentials: vault.secret('kafka') }),
});

test('clients begin at the bootstrap servers, not at the brokers that they learn of', () => {
  expect(bootstrapAddresses(managed()).map(({ host, port }) => [host, port])).toEqual([['b-1.example.com', 9096], ['b-2.example.com', 9096]]);
  expect(bootstrapHosts(managed())).toEqual(['b-1.example.com', 'b-2.example.com']);
});

test('the host of an operator\'s cluster is its own', () => expect(bootstrapHosts(newKafka(newTopology()))).toEqual(['events-kafka-bootstrap.kafka.svc']));
