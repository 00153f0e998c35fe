import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../harness/eventually';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { MeshWorld } from './world';

const CALLS = 5;
const telemetry = (name: string) => ({ kind: 'Telemetry', name, namespace: 'detours' });

/** What proxies log and trace. */
export const TELEMETRY_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'accessLogs { filter }: the proxy of front logs what failed, and nothing of what did not, although its namespace logs everything',
    async observe(world) {
      const [failed, answered] = [pathOf('closed'), pathOf('pages')];
      await front(world, answered);
      await front(world, failed);
      await logged(world, 'front', failed);
      const seen = [failed, answered].map(path => linesOf(world, 'front', path));
      return { seen: `${seen[0]} lines of ${CALLS} failures, ${seen[1]} of ${CALLS} others`, holds: seen[0] === CALLS && seen[1] === 0 };
    },
    brokenBy: mutate(telemetry('front'), 'a filter without a provider, which Istio drops', ({ spec }) => { delete spec.accessLogging[0].providers; }),
  },
  {
    behaviour: 'accessLogs { mode: SERVER, disabled }: pages logs nothing of what it is asked, and guest, which says nothing of logs, logs that as its namespace does',
    async observe(world) {
      const path = pathOf('pages');
      await world.send('guest', 'detours/matched', { count: CALLS, path });
      await logged(world, 'guest', path);
      const seen = ['guest', 'pages-v2'].map(pod => linesOf(world, pod, path));
      return { seen: `${seen[0]} lines of guest, ${seen[1]} of pages`, holds: seen[0] === CALLS && seen[1] === 0 };
    },
    brokenBy: mutate(telemetry('pages'), 'the other side', ({ spec }) => { spec.accessLogging[0].match.mode = 'CLIENT'; }),
  },
  {
    behaviour: 'tracing { tags }: spans of front carry a literal, a request\'s header or else its default, and a variable of the proxy; all are traced, as its namespace says',
    async observe(world) {
      await world.outside.ask('forget', {});
      await front(world, '/', { 'x-visitor': 'ann' });
      await front(world, '/');
      const tags = await spans(world, 'front.detours', 2 * CALLS);
      const seen = tags.map(({ team, visitor, cluster }) => [team, visitor, cluster].join(' '));
      const counted = ['ann', 'nobody'].map(visitor => seen.filter(each => each === `shop ${visitor} Kubernetes`).length);
      return { seen: `${seen.length} spans, ${counted[0]} of ann, ${counted[1]} of nobody`, holds: seen.length === 2 * CALLS && counted.every(count => count === CALLS) };
    },
    brokenBy: mutate(telemetry('front'), 'another header', ({ spec }) => { spec.tracing[0].customTags.visitor.header.name = 'x-guest'; }),
  },
  {
    behaviour: 'tracing { samplingPercentage: 0 }: no request of guest is traced, although its namespace traces all of them',
    async observe(world) {
      await world.outside.ask('forget', {});
      await world.send('guest', 'detours/matched', { count: 100 });
      const found = (await spans(world, 'guest.detours', 1)).length;
      return { seen: `${found} spans of guest`, holds: found === 0 };
    },
    brokenBy: mutate(telemetry('guest'), 'the share is left to the namespace', ({ spec }) => { delete spec.tracing[0].randomSamplingPercentage; }),
  },
];

/** A path that no other row asks for, nor this one before. */
function pathOf(begin: string): string {
  return `/${begin}/${Date.now()}`;
}

async function front(world: MeshWorld, path: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  await world.send('front', 'detours/answered', { count: CALLS, path, headers });
}

function linesOf(world: MeshWorld, pod: string, path: string): number {
  return world.pod(pod).printed.split('\n').filter(line => line.includes(` ${path} `)).length;
}

/** Waits until a proxy has written what it logs of a path, and the others, which write once a second, had the time to. */
async function logged(world: MeshWorld, pod: string, path: string): Promise<void> {
  await eventually(`the proxy of ${pod} logs ${path}`, () => linesOf(world, pod, path) >= CALLS, 5_000).catch(() => undefined);
  await sleep(1_500);
}

/** The tags of the spans of a service, once there are as many or none comes any more. A sidecar keeps up to four back for five seconds. */
async function spans(world: MeshWorld, service: string, count: number): Promise<readonly Readonly<Record<string, string>>[]> {
  const found = () => world.outside.ask('spans', { service });
  await eventually(`${count} spans of ${service}`, async () => (await found()).length >= count, 7_000).catch(() => undefined);
  return found();
}
