import { App, Chart } from 'cdk8s';
import { Credential, Finding, Redis, RedisProvider, Tls, Topology } from '../../src';
import { newWorkload, vault } from '../support/declare';

const withCa = vault.secret('cache', { username: 'u', password: 'p', ca: 'ca' });

/** How a stage enters its cache. */
interface Entered {
  readonly credentials?: Credential;
  readonly tls?: Tls;
}

/** What is found in an app of a chart for each stage. */
function found(stageOf: (stage: string) => string | undefined, of: (stage: string) => Entered): Finding[] {
  const app = new App();
  const topologies = ['dev', 'prod'].map(stage => {
    const topology = new Topology(new Chart(app, stage, { namespace: stage }), 'shop', { stageOf: stageOf(stage) });
    const { credentials = vault.secret('cache'), tls } = of(stage);
    newWorkload(topology, 'web').uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: `${stage}.example.com`, credentials, tls }) }));
    return topology;
  });
  return topologies.flatMap(({ findings }) => findings).filter(({ code }) => code.startsWith('BST75'));
}

const isProd = (stage: string) => stage === 'prod';

describe('stages of one system', () => {
  test('BST750: find what code would have to know, where it is declared', () => {
    expect(found(() => 'shop', stage => isProd(stage) ? { credentials: withCa } : {})).toEqual([{
      code: 'BST750', severity: 'error', path: 'prod/shop/workloads/web uses cache',
      problem: 'web reads "CACHE_CA_FILE" of cache in prod/shop and not in dev/shop: its code would have to know the stage',
      fix: 'declare the same in both, with credentials of the same parts and envNames that name what both have',
    }]);
  });

  test('BST751: warn of TLS that one has alone', () => expect(found(() => 'shop', stage => isProd(stage) ? {} : { tls: Tls.NONE })).toEqual([expect.objectContaining({
    code: 'BST751', severity: 'warning', path: 'prod/shop/workloads/web uses cache',
    fix: 'serve TLS in both and have it verified by the part "ca" of the credentials, or acknowledge that it differs',
  })]));

  test('find nothing where they are the same', () => expect(found(() => 'shop', () => ({}))).toEqual([]));

  test.each<[string, (stage: string) => string | undefined]>([['systems', stage => stage], ['topologies of which nobody says it', () => undefined]])(
    'two %s are not compared', (_, stageOf) => expect(found(stageOf, stage => isProd(stage) ? { credentials: withCa } : {})).toEqual([]));
});
