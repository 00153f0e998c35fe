import { Credential, Redis, RedisProvider, StageParity, Tls } from '../../src';
import { newTopology, newWorkload, vault } from '../support/declare';

const stage = (credentials: Credential, tls?: Tls) => {
  const topology = newTopology();
  newWorkload(topology, 'web').uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials, tls }) }));
  return topology;
};
const plain = vault.secret('cache');
const withCa = vault.secret('cache', { username: 'u', password: 'p', ca: 'ca' });

test('stages of several apps that are the same to code have no findings', () => expect(StageParity.findings([stage(plain), stage(plain), stage(plain)])).toEqual([]));

test('what differs is found, each stage told by its place', () => {
  const path = 'chart/shop/workloads/web uses cache';
  expect(StageParity.findings([stage(plain, Tls.NONE), stage(withCa)])).toEqual([
    expect.objectContaining({ code: 'BST750', severity: 'error', path, problem: expect.stringContaining('web reads "CACHE_CA_FILE" of cache in stage 2 (chart/shop) and not in stage 1 (chart/shop)') }),
    expect.objectContaining({ code: 'BST751', severity: 'warning', path, problem: expect.stringContaining('no TLS in stage 1 (chart/shop)') }),
  ]);
});

test('no stage and one stage have nothing to be compared with', () => expect([...StageParity.findings([]), ...StageParity.findings([stage(plain)])]).toEqual([]));
