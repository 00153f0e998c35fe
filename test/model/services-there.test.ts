import { HttpProvider, HttpService, Redis, RedisProvider } from '../../src';
import { AppReading } from '../../src/judging/app-reading';
import { AppContext } from '../../src/model/app-context';
import { saidServices, servicesThere } from '../../src/model/services-there';
import { serviceByHand } from '../support/services-by-hand';
import { Declaration } from '../support/topology';

const contextOf = ({ app, topology }: Declaration) => AppContext._of([topology.read()], new AppReading(app).objects);

function declare(): Declaration {
  const declared = new Declaration();
  new HttpService(declared.topology, 'a', { provider: HttpProvider.workload(declared.workload('web'), { existingService: 'there', port: 80 }) });
  new HttpService(declared.topology, 'b', { provider: HttpProvider.workload(declared.workload('made')) });
  new Redis(declared.topology, 'c', { provider: RedisProvider.inCluster({ service: 'cache', namespace: 'shop' }) });
  return declared;
}

test('Services of workloads are said to be there, and those that are made or another\'s are not', () =>
  expect(saidServices(contextOf(declare())).map(({ service, workload, namespace, name }) => [service.name, workload.name, namespace, name]))
    .toEqual([['a', 'web', 'shop', 'there']]));

test('a Service of the app is the one that is meant by name and namespace, before one without a namespace', () => {
  const declared = declare();
  serviceByHand(declared.chart, 'there', [{ port: 81 }], {}, '');
  expect(servicesThere(contextOf(declared)).map(({ made }) => made.ports[0].port)).toEqual([81]);
  const other = declare();
  serviceByHand(other.chart, 'cache', [{ port: 82 }]);
  expect(servicesThere(contextOf(other))).toEqual([]);
});
