import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { Redis } from '../../src/backing-services/redis';
import { RedisProvider } from '../../src/backing-services/redis-provider';
import { Topology } from '../../src/topology';
import { Declaration } from '../support/topology';

const twin = 'error twin: twin is the Service "users-api.shop", which test/shop/users-api is as well; depend on test/shop/users-api, and take twin out';

describe('BST626 own-service-as-anothers', () => {
  test.each<[string, string, string, string[]]>([
    ['finds a service that the topology makes', 'users-api', 'shop', [twin]],
    ['accepts one of the same name elsewhere', 'users-api', 'team-b', []],
    ['accepts another one there', 'users', 'shop', []],
  ])('%s', (_, service, namespace, expected) => {
    const declared = new Declaration();
    declared.api(declared.workload('users'));
    new HttpService(declared.topology, 'twin', { provider: HttpProvider.inCluster({ service, namespace }) });
    expect(declared.found('BST626')).toEqual(expected);
  });

  test('finds it whatever kind and port it is taken for, also if the Service was there already', () => {
    const declared = new Declaration();
    new HttpService(declared.topology, 'users', { provider: HttpProvider.workload(declared.workload('web'), { existingService: 'users-api' }) });
    new Redis(declared.topology, 'twin', { provider: RedisProvider.inCluster({ service: 'users-api', namespace: 'shop', port: 1 }) });
    expect(declared.found('BST626')).toHaveLength(1);
  });

  test('advises the one at the port that is dialled, of several at one Service', () => {
    const declared = new Declaration();
    const server = declared.workload('server');
    [80, 81].forEach(port => new HttpService(declared.topology, `at-${port}`, { provider: HttpProvider.workload(server, { service: 'front', port }) }));
    new HttpService(declared.topology, 'twin', { provider: HttpProvider.inCluster({ service: 'front', namespace: 'shop', port: 81 }) });
    expect(declared.found('BST626')).toEqual([expect.stringContaining('depend on test/shop/at-81')]);
  });

  test('accepts it in another topology, whose services are another team\'s', () => {
    const declared = new Declaration();
    declared.api(declared.workload('users'));
    const other = new Topology(declared.chart, 'other');
    new HttpService(other, 'users', { provider: HttpProvider.inCluster({ service: 'users-api', namespace: 'shop' }) });
    expect([...declared.topology.findings, ...other.findings].filter(({ code }) => code === 'BST626')).toEqual([]);
  });
});
