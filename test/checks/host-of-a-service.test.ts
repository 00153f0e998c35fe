import { ApiObject } from 'cdk8s';
import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { Kafka } from '../../src/backing-services/kafka';
import { KafkaProvider } from '../../src/backing-services/kafka-provider';
import { Topology } from '../../src/topology';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';

const leads = (host: string, service: string) => [`error out: the host "${host}" leads to the Kubernetes Service "${service}" of this cluster; `
  + 'declare it with an inCluster provider, which takes the Service and its namespace, and targetPort where its pods listen on another port'];

function found(url: string, declare: (declared: Declaration) => unknown): string[] {
  const declared = new Declaration();
  declare(declared);
  new HttpService(declared.topology, 'out', { provider: HttpProvider.external(url) });
  return declared.found('BST622');
}

describe('BST622 host-of-a-service', () => {
  const ours = (declared: Declaration) => declared.api(declared.workload('users'));
  const neighbours = (declared: Declaration) =>
    new HttpService(declared.topology, 'stock', { provider: HttpProvider.inCluster({ service: 'stock', namespace: 'team-b' }) });

  test.each<[string, string, (declared: Declaration) => unknown, string[]]>([
    ['finds our own, as the search path completes it', 'http://users-api.shop', ours, leads('users-api.shop', 'users-api.shop')],
    ['finds another team\'s that is declared', 'https://stock.team-b/v1', neighbours, leads('stock.team-b', 'stock.team-b')],
    ['finds one of its pods', 'http://pod-0.stock.team-b', neighbours, leads('pod-0.stock.team-b', 'stock.team-b')],
    ['finds one of another topology', 'http://users-api.other', declared => new HttpService(new Topology(declared.chart, 'two'), 'x', {
      provider: HttpProvider.inCluster({ service: 'users-api', namespace: 'other' }),
    }), leads('users-api.other', 'users-api.other')],
    ['finds one that somebody writes by hand', 'http://legacy.shop', declared => new ApiObject(declared.chart, 's', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'legacy' } }),
      leads('legacy.shop', 'legacy.shop')],
    ['accepts another name that ends like a namespace', 'http://api.shop', ours, []],
    ['accepts a host that has such a name in front', 'http://users-api.shop.example.com', ours, []],
  ])('%s', (_, url, declare, expected) => expect(found(url, declare)).toEqual(expected));

  test('finds brokers whose names stand for those of a Service', () => {
    const declared = new Declaration();
    ours(declared);
    new Kafka(declared.topology, 'out', { provider: KafkaProvider.external({ bootstrapServers: ['a.example.com:9092'], brokerHosts: ['*.users-api.shop'], credentials: vault.secret('k') }) });
    expect(declared.found('BST622')).toEqual(leads('*.users-api.shop', 'users-api.shop'));
  });
});
