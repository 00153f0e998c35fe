import { Manifest } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { counts } from './counts';
import { MeshWorld } from './world';

const BACKEND = { kind: 'AuthorizationPolicy', name: 'backend' };

/** Connections whose bytes the mesh does not read. */
export const TCP_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'TCP: the declared caller gets through',
    async observe(world) {
      const { ends, bytes } = await exchanged(world, 'caller');
      return { seen: `${counts(ends)}, ${bytes} bytes at the service`, holds: ends.echoed === 5 && bytes === 500 };
    },
    brokenBy: mutate(BACKEND, 'another account is allowed', policy => { ruleOf(policy, '7000').from[0].source.principals = ['cluster.local/ns/resilience/sa/backend']; }),
  },
  {
    behaviour: 'TCP: for a caller that declared nothing the connection is closed, and the service gets not a byte',
    async observe(world) {
      const { ends, bytes } = await exchanged(world, 'hasty');
      return { seen: `${counts(ends)}, ${bytes} bytes at the service`, holds: ends.closed === 5 && bytes === 0 };
    },
    brokenBy: mutate(BACKEND, 'it is allowed', policy => { ruleOf(policy, '7000').from[0].source.principals.push('cluster.local/ns/resilience/sa/hasty'); }),
  },
  {
    behaviour: 'TCP by a headless Service, whose name leads to pods: the declared caller gets through, and a caller that declared nothing does not',
    async observe(world) {
      const [declared, other] = [await exchanged(world, 'caller', 'direct'), await exchanged(world, 'hasty', 'direct')];
      return {
        seen: `${counts(declared.ends)}, ${declared.bytes} bytes at the service; of the other ${counts(other.ends)}, ${other.bytes} bytes`,
        holds: declared.ends.echoed === 5 && declared.bytes === 500 && other.ends.closed === 5 && other.bytes === 0,
      };
    },
    brokenBy: mutate(BACKEND, 'another account is allowed', policy => { ruleOf(policy, '7003').from[0].source.principals = ['cluster.local/ns/resilience/sa/hasty']; }),
  },
  {
    behaviour: 'TCP: a declared service outside is reached',
    async observe(world) {
      const target = { host: world.told('caller', 'TICKER_HOST'), port: Number(world.told('caller', 'TICKER_PORT')), text: 'tick'.repeat(25) };
      const end = await world.pod('caller').ask('exchange', target);
      return { seen: end, holds: end === 'echoed' };
    },
    brokenBy: mutate({ kind: 'ServiceEntry', name: 'ticker' }, 'another port', ({ spec }) => { spec.ports[0].number = 7101; }),
  },
];

async function exchanged(world: MeshWorld, pod: string, service = 'bytes') {
  await world.fresh(`resilience/${service}`);
  const told = (part: string) => world.told('caller', `${service.toUpperCase()}_${part}`);
  const target = { host: told('HOST'), port: Number(told('PORT')), text: 'x'.repeat(100) };
  const ends: Record<string, number> = {};
  for (let i = 0; i < 5; i++) {
    const end = await world.pod(pod).ask('exchange', target);
    ends[end] = (ends[end] ?? 0) + 1;
  }
  return { ends, bytes: (await world.seen(`resilience/${service}`)).bytes };
}

function ruleOf({ spec }: Manifest, port: string) {
  return (spec.rules as any[]).find(rule => rule.to[0].operation.ports.includes(port));
}
