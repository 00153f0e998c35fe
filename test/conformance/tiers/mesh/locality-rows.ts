import { eventually } from '../../harness/eventually';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { counts } from './counts';
import { MeshWorld } from './world';

const NEAREST = 'resilience/nearest';
const COUNT = 40;
const [EAST, WEST, NORTH] = ['spread-east', 'spread-west', 'spread-north'];

/** Where requests of a caller in us-east go, whose service runs in three regions. */
export const LOCALITY_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'Locality.failover({ "us-east": "us-west", … }): all requests go to the caller\'s region; when it fails, to the region that is named for it, and back after the breaker\'s time',
    async observe(world) {
      await world.fresh(NEAREST);
      const near = await sent(world, COUNT);
      await world.pod(EAST).ask('answer', { port: PORT, status: 500 });
      await sent(world, 4);
      const far = await sent(world, COUNT);
      await world.fresh(NEAREST);
      await eventually('requests are back in us-east', async () => (await sent(world, 1))[EAST] === 1, 10_000);
      const back = await sent(world, COUNT);
      return {
        seen: `${counts(near)}; of a region that fails ${counts(far)}; later ${counts(back)}`,
        holds: near[EAST] === COUNT && far[WEST] === COUNT && back[EAST] === COUNT,
      };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'nearest' }, 'another region takes over', ({ spec }) => {
      spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0].to = 'us-north';
    }),
  },
  {
    behaviour: 'Locality.distribute({ from: "us-east", to: { us-east 1, us-west 69, us-north 30 % } }): that is how requests of the caller are shared',
    async observe(world) {
      const { answeredBy } = await world.send('caller', 'resilience/elsewhere', { count: 200 });
      const [east = 0, west = 0, north = 0] = [answeredBy[EAST], answeredBy[WEST], answeredBy[NORTH]];
      return { seen: counts(answeredBy), holds: east < 15 && west > 105 && west < 170 && north > 30 && north < 90 };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'elsewhere' }, 'half and half', ({ spec }) => {
      spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to = { 'us-east': 1, 'us-west': 49, 'us-north': 50 };
    }),
  },
  {
    behaviour: 'Locality.zoneAware({ minClusterSize: 2 }): of two zones with a caller and an endpoint each, all requests stay in that of their caller',
    async observe(world) {
      const [first, second] = await Promise.all(['commuters-first', 'commuters-second'].map(caller => world.send(caller, 'resilience/stalls', { count: COUNT })));
      return {
        seen: `${counts(first.answeredBy)} of the one caller, ${counts(second.answeredBy)} of the other`,
        holds: first.answeredBy['stalls-first'] === COUNT && second.answeredBy['stalls-second'] === COUNT,
      };
    },
    brokenBy: mutate({ kind: 'DestinationRule', name: 'stalls' }, 'zones of three endpoints and more', ({ spec }) => {
      spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.minClusterSize = 3;
    }),
  },
];

const PORT = 8020;

async function sent(world: MeshWorld, count: number): Promise<Readonly<Record<string, number>>> {
  return (await world.send('caller', NEAREST, { count })).answeredBy;
}
