import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { all, counts } from './counts';
import { entering } from './entering';
import { MeshWorld } from './world';

const COUNT = 400;
const CALLS = 5;

/** What a waypoint makes of requests of pods of ambient, and what pods behind it are told. */
export const LOBBY_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'a waypoint sends a quarter of what the declared caller asks to v2, by an HTTPRoute of the Service',
    async observe(world) {
      const { answeredBy } = await world.send('visitor', 'lobby/desk', { count: COUNT });
      const share = (answeredBy['desk-v2'] ?? 0) / COUNT;
      return { seen: counts(answeredBy), holds: answeredBy['desk-v1'] !== undefined && Math.abs(share - 0.25) < 0.08 };
    },
    brokenBy: mutate({ kind: 'HTTPRoute', name: 'desk', namespace: 'lobby' }, 'half of it', ({ spec }) => { for (const backend of spec.rules[0].backendRefs) backend.weight = 50; }),
  },
  {
    behaviour: 'a waypoint refuses another identity with 403, and nothing reaches the service',
    async observe(world) {
      const { statuses, requests } = await entering(world, 'passer-by', 'lobby/desk');
      return { seen: `${counts(statuses)}, ${requests} reached the service`, holds: all({ statuses }, CALLS, '403') && requests === 0 };
    },
    brokenBy: mutate({ kind: 'AuthorizationPolicy', name: 'desk', namespace: 'lobby' }, 'every account of the namespace', ({ spec }) => { spec.rules[0].from[0].source.principals = ['cluster.local/ns/lobby/sa/*']; }),
  },
  {
    behaviour: 'ztunnel is told to let in the waypoint alone to pods behind it',
    async observe(world) {
      const told = await world.toldToZtunnel('desk-v1');
      const seen = told.map(({ action = 'ALLOW', groups }) => `${action} ${JSON.stringify(groups)}`).join('; ');
      return { seen, holds: seen === 'ALLOW [{"rules":[{"matches":[{"principals":[{"exact":"cluster.local/ns/lobby/sa/waypoint"}]}]}]}]' };
    },
    brokenBy: mutate({ kind: 'AuthorizationPolicy', name: 'desk-pods', namespace: 'lobby' }, 'callers too', ({ spec }) => { spec.rules[0].from[0].source.principals.push('cluster.local/ns/lobby/sa/visitor'); }),
  },
];
