import { App, Chart } from 'cdk8s';
import { Redis, RedisProvider, Tls, Topology } from '../../src';
import { newWorkload, vault } from '../support/declare';

/** The codes that are found of two stages whose caches are entered so. */
function found(dev: Tls | undefined, prod: Tls | undefined): string[] {
  const app = new App();
  const topologies = Object.entries({ dev, prod }).map(([stage, tls]) => {
    const topology = new Topology(new Chart(app, stage, { namespace: stage }), 'shop', { stageOf: 'shop' });
    newWorkload(topology, 'web').uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: `${stage}.example.com`, credentials: vault.secret('cache'), tls }) }));
    return topology;
  });
  return topologies.flatMap(({ findings }) => findings).flatMap(({ code }) => (code.startsWith('BST75') ? [code] : []));
}

test('BST751: warns of TLS that one stage has alone, whichever it is', () => {
  expect([found(Tls.NONE, undefined), found(undefined, Tls.NONE)]).toEqual([['BST751'], ['BST751']]);
  expect(found(undefined, undefined)).toEqual([]);
});
