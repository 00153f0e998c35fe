import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { Kafka } from '../../src/backing-services/kafka';
import { KafkaProvider } from '../../src/backing-services/kafka-provider';
import { Tls } from '../../src/model/tls';
import { hasHostsInCommon } from '../../src/traffic/hosts-in-common';
import { newKafka, newTopology, vault } from '../support/declare';

const topology = newTopology();
const brokers = (id: string, ...hosts: string[]) => new Kafka(topology, id, {
  provider: KafkaProvider.external({ bootstrapServers: ['b0.example.com:9092'], brokerHosts: hosts, credentials: vault.secret(id) }),
});

test('brokers outside are known as one; a host by itself, the hosts of what clients do not pick from, and brokers in the cluster are not', () => {
  const store = new HttpService(topology, 'store', { provider: HttpProvider.external('https://store.example.com', { furtherHosts: ['cdn.example.net'] }) });
  expect([brokers('several', 'b1.example.com'), brokers('one'), store, newKafka(topology)].map(hasHostsInCommon)).toEqual([true, false, false, false]);
});

test('brokers that a mesh tells apart by no name are known each by itself; an address beside names, which has none, changes nothing', () => {
  const inTheClear = (id: string, ...others: string[]) => new Kafka(topology, id, {
    provider: KafkaProvider.external({ bootstrapServers: ['c0.example.com:9092', ...others], tls: Tls.NONE }),
  });
  const named = (id: string, ...others: string[]) => brokers(id, ...others);
  expect([inTheClear('clear', 'c1.example.com:9092'), inTheClear('alone'), named('mixed', '203.0.113.9', 'b2.example.com')].map(hasHostsInCommon)).toEqual([false, false, true]);
});
