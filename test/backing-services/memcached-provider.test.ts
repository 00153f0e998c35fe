import { Memcached, MemcachedProvider } from '../../src';
import { newTopology, newWorkload, vault } from '../support/declare';

const locatorOf = (provider: MemcachedProvider, topology = newTopology()) => new Memcached(topology, 'cache', { provider }).locator;

test.each([[undefined, 11211], [11212, 11212]])('asked for port %p, a workload of ours and a neighbour serve at %i', (port, served) => {
  const topology = newTopology();
  expect(locatorOf(MemcachedProvider.workload(newWorkload(topology, 'server'), { port }), topology).primary).toMatchObject({ host: 'cache.shop.svc', port: served });
  expect(locatorOf(MemcachedProvider.inCluster({ service: 'mc', namespace: 'other', port })).primary).toMatchObject({ host: 'mc.other.svc', port: served });
});

test('one who only reads enters with the credentials for that', () => {
  const provider = MemcachedProvider.external({ host: 'cache.example', credentials: vault.secret('rw'), readOnlyCredentials: vault.secret('ro') });
  expect(new Memcached(newTopology(), 'cache', { provider }).login!.enforcesReadOnly).toBe(true);
});
