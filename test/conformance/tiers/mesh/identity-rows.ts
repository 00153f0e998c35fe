import { Manifest } from '../../harness/manifests';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Load } from '../../pod-program/orders';
import { all, counts } from './counts';
import { MeshWorld } from './world';

const USERS = { kind: 'AuthorizationPolicy', name: 'users', namespace: 'books' };
const USER = '/users/1';
const CALLS = 5;

/** Paths that are not those of the declared operation, however they are written. */
const OTHER_PATHS = ['/admin', '/users', '/users/', '/users/1/orders', '/users/../admin', '/users/%2e%2e/admin', '/Users/1', '//users/1/..', '/users%2f1'];

/** Who may do what. */
export const IDENTITY_ROWS: readonly Row<MeshWorld>[] = [
  {
    behaviour: 'the declared caller may call the declared operation',
    async observe(world) {
      const { statuses, requests } = await asked(world, 'web', { path: USER });
      return { seen: `${counts(statuses)}, ${requests} reached the service`, holds: all({ statuses }, CALLS, '200') && requests === CALLS };
    },
    brokenBy: mutate(USERS, 'another account is allowed', policy => { principals(policy, ['cluster.local/ns/books/sa/website']); }),
  },
  refused('an identity that declared nothing gets 403', 'reviews-v1', { path: USER },
    mutate(USERS, 'every account of the namespace is allowed', policy => { principals(policy, ['cluster.local/ns/books/sa/*']); })),
  refused('the same ServiceAccount name in another namespace is another identity, and gets 403', 'stranger', { path: USER },
    mutate(USERS, 'the account is allowed in every namespace', policy => { principals(policy, ['*/sa/web']); })),
  refused('an operation that was not declared gets 403: another method', 'web', { path: USER, method: 'DELETE' },
    mutate(USERS, 'DELETE is allowed', ({ spec }) => { spec.rules[0].to[0].operation.methods.push('DELETE'); })),
  {
    behaviour: 'an operation that was not declared gets 403: another path, however it is written',
    async observe(world) {
      const outcomes = [];
      for (const path of OTHER_PATHS) outcomes.push({ path, ...await asked(world, 'web', { path, count: 1 }) });
      const let_in = outcomes.filter(({ statuses, requests }) => !all({ statuses }, 1, '403') || requests > 0);
      return { seen: let_in.map(({ path, statuses }) => `${path}: ${counts(statuses)}`).join(', ') || `${OTHER_PATHS.length} x 403, 0 reached the service`, holds: let_in.length === 0 };
    },
    brokenBy: mutate(USERS, 'a prefix instead of a template', ({ spec }) => { spec.rules[0].to[0].operation.paths = ['/users/*']; }),
  },
  {
    behaviour: 'a caller of another namespace, the ingress gateway, may call what it declared',
    async observe(world) {
      const outcome = await world.send('gateway', 'books/front-end', { count: CALLS });
      return { seen: counts(outcome.statuses), holds: all(outcome, CALLS, '200') };
    },
    brokenBy: mutate({ ...USERS, name: 'web' }, 'another account is allowed', policy => { principals(policy, ['cluster.local/ns/istio-ingress/sa/default']); }),
  },
  {
    behaviour: 'a client without a sidecar is refused before it can say anything: mutual TLS only',
    async observe(world) {
      await world.fresh('books/reviews');
      const { statuses } = await world.pod('legacy').ask('send', { url: `http://${world.address('reviews-v1')}:9080`, count: CALLS });
      const { requests } = await world.seen('books/reviews');
      return { seen: `${counts(statuses)}, ${requests} reached the service`, holds: all({ statuses }, CALLS, 'ECONNRESET') && requests === 0 };
    },
    brokenBy: mutate({ ...USERS, kind: 'PeerAuthentication', name: 'reviews' }, 'mode PERMISSIVE', ({ spec }) => { spec.mtls.mode = 'PERMISSIVE'; }),
  },
];

function refused(behaviour: string, pod: string, load: Omit<Load, 'url'>, brokenBy: Row<MeshWorld>['brokenBy']): Row<MeshWorld> {
  return {
    behaviour,
    async observe(world) {
      const { statuses, requests } = await asked(world, pod, load);
      return { seen: `${counts(statuses)}, ${requests} reached the service`, holds: all({ statuses }, CALLS, '403') && requests === 0 };
    },
    brokenBy,
  };
}

async function asked(world: MeshWorld, pod: string, load: Omit<Load, 'url'>) {
  await world.fresh('books/user-service');
  const { statuses } = await world.send(pod, 'books/user-service', { count: CALLS, ...load });
  return { statuses, requests: (await world.seen('books/user-service')).requests };
}

function principals({ spec }: Manifest, names: string[]): void {
  spec.rules[0].from[0].source.principals = names;
}
