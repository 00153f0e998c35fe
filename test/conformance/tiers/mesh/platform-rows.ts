import { setTimeout as sleep } from 'node:timers/promises';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { MeshWorld } from './world';

/** What the mesh does besides. */
export const PLATFORM_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'tracing { samplingPercentage: 10 }: the collector gets about a tenth of 2,000 requests',
    async observe(world) {
      await world.outside.ask('forget', {});
      await world.send('web', 'books/reviews', { count: 2_000, concurrency: 8 });
      // A sidecar keeps up to four spans back.
      await sleep(300);
      const { 'web.books': traced = 0 } = await world.outside.ask('traces', {});
      return { seen: `${traced} traces of web`, holds: Math.abs(traced - 200) <= 60 };
    },
    brokenBy: mutate({ kind: 'Telemetry', name: 'web', namespace: 'books' }, 'a half is traced', ({ spec }) => { spec.tracing[0].randomSamplingPercentage = 50; }),
  },
  {
    behaviour: 'no sidecar refuses a resource',
    observe: async ({ refusals }) => ({ seen: refusals.join('\n') || 'none refused', holds: refusals.length === 0 }),
    brokenBy: mutate({ kind: 'DestinationRule', name: 'impostor' }, 'a server name that is longer than TLS allows', ({ spec }) => {
      spec.trafficPolicy.tls.sni = `${'impostor.'.repeat(30)}example.com`;
    }),
  },
];
