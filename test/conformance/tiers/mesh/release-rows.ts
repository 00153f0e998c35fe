import { RELEASED } from '../../fixtures/releases';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Outcome } from '../../pod-program/orders';
import { counts } from './counts';
import { MeshWorld } from './world';

const REQUESTS = 2_000;
const CONNECTIONS = 400;
const ROLLOUT = { kind: 'Rollout', name: 'editions', namespace: 'releases' };
const isQuarter = ({ answeredBy }: Outcome) => Math.abs((answeredBy['edition-canary'] ?? 0) / REQUESTS - 0.25) < 0.04;

const SWAPPED = mutate(ROLLOUT, 'the versions are called the other way round', ({ spec: { strategy: { canary: { trafficRouting: { istio: { destinationRule } } } } } }) => {
  Object.assign(destinationRule, { canarySubsetName: 'stable', stableSubsetName: 'canary' });
});

/** What becomes of requests while Argo Rollouts has given the new version a quarter of them. */
export const RELEASE_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'Pods.rollout(): at the step of 25 % a quarter goes to the new version, of the requests of a caller that repeats and of one that does not',
    async observe(world) {
      const [keen, calm] = [await world.send('keen', 'releases/editions', { count: REQUESTS }), await world.send('calm', 'releases/editions', { count: REQUESTS })];
      return { seen: `${counts(keen.answeredBy)}; ${counts(calm.answeredBy)}`, holds: isQuarter(keen) && isQuarter(calm) };
    },
    brokenBy: mutate(ROLLOUT, 'one route is not among those that it moves', ({ spec }) => {
      const { virtualServices } = spec.strategy.canary.trafficRouting.istio;
      for (const each of virtualServices) each.routes = each.routes?.filter((name: string) => !name.endsWith('retriable'));
    }),
  },
  {
    behaviour: 'Pods.rollout(): at a gateway too, whose routes are in a VirtualService that Argo Rollouts finds by its name',
    async observe(world) {
      const { host, port } = RELEASED;
      const knocked = await world.outside.ask('send', { url: `http://${world.address('door')}:${port}`, count: REQUESTS, headers: { host } });
      return { seen: counts(knocked.answeredBy), holds: isQuarter(knocked) };
    },
    brokenBy: mutate(ROLLOUT, 'the routes of the gateway are not told', ({ spec: { strategy: { canary: { trafficRouting: { istio } } } } }) => {
      istio.virtualServices = istio.virtualServices.filter(({ name }: { name: string }) => name === 'editions');
    }),
  },
  {
    behaviour: 'Pods.rollout(): a route to one version is not moved: who asks by its header gets the new one',
    async observe(world) {
      const { answeredBy } = await world.send('calm', 'releases/editions', { count: 20, headers: { 'x-preview': 'yes' } });
      return { seen: counts(answeredBy), holds: answeredBy['edition-canary'] === 20 };
    },
    brokenBy: SWAPPED,
  },
  {
    behaviour: 'Pods.rollout() and a TcpService: a quarter of the connections go to the new version',
    async observe(world) {
      await world.fresh('releases/editions');
      const target = { host: world.told('calm', 'SHEETS_HOST'), port: Number(world.told('calm', 'SHEETS_PORT')), text: 'x' };
      for (let i = 0; i < CONNECTIONS; i++) await world.pod('calm').ask('exchange', target);
      const [stable, canary] = await Promise.all(['edition-stable', 'edition-canary'].map(async pod => (await world.pod(pod).ask('seen', { port: 7000 })).connections));
      return { seen: `${stable} and ${canary} connections`, holds: stable + canary === CONNECTIONS && Math.abs(canary / CONNECTIONS - 0.25) < 0.1 };
    },
    brokenBy: mutate(ROLLOUT, 'the routes of callers are not told', ({ spec: { strategy: { canary: { trafficRouting: { istio } } } } }) => {
      istio.virtualServices = istio.virtualServices.filter(({ name }: { name: string }) => name !== 'editions');
    }),
  },
];
