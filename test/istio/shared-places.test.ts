import { TcpProvider, TcpService, Topology } from '../../src';
import { sharedPlaces } from '../../src/istio/shared-places';
import { newWorkload } from '../support/declare';
import { Declaration } from '../support/topology';

function sharedBy(consumers: string[][], placesOf: (name: string) => string[]): string[] {
  const declared = new Declaration();
  consumers.forEach((namespaces, i) => {
    const service = new TcpService(declared.topology, `s${i}`, { provider: TcpProvider.external({ host: `s${i}.example.com`, port: 1 }) });
    for (const namespace of namespaces) declared.workload(`w${i}-${namespace}`, { namespace }).uses(service);
  });
  return sharedPlaces([declared.topology.read()], service => placesOf(service.name)).map(({ service, other, namespace }) => `${service.name} ${other.name} ${namespace}`);
}

test('every later service is paired with the first in its place, in each namespace that sees both', () => {
  expect(sharedBy([['a', 'b'], ['a', 'b'], ['b']], () => ['here'])).toEqual(['s1 s0 a', 's1 s0 b', 's2 s0 b']);
});

test('services in different places, in different namespaces, or in none are not paired', () => {
  expect(sharedBy([['a'], ['a']], name => [name])).toEqual([]);
  expect(sharedBy([['a'], ['b']], () => ['here'])).toEqual([]);
  expect(sharedBy([['a'], ['a']], () => [])).toEqual([]);
});

test('a service may have several places, and never shares one with itself', () =>
  expect(sharedBy([['a'], ['a']], name => ['here', 'here', name])).toEqual(['s1 s0 a']));

test('the first of two topologies is by path, whichever is read first', () => {
  const declared = new Declaration();
  const graphs = [declared.topology, new Topology(declared.chart, 'another')].map(topology => {
    newWorkload(topology, 'web').uses(new TcpService(topology, 's', { provider: TcpProvider.external({ host: 's.example.com', port: 1 }) }));
    return topology.read();
  });
  expect(sharedPlaces(graphs, () => ['here']).map(({ service, other }) => [service.path, other.path])).toEqual([['test/shop/s', 'test/another/s']]);
});
