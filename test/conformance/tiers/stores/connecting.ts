import { Mutation, mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { IOREDIS, PG, PSYCOPG2, PSYCOPG2_BY_FILES, REDIS_PY, words } from './client';
import { Logins } from './credentials';
import { changeVariable } from './variables';
import { Question, StoresWorld } from './world';

const WHO_AM_I = { postgres: ['select current_user'], redis: ['ACL', 'WHOAMI'] };

/** Every hostile user enters with its password, as itself. */
function everybodyEnters(
  behaviour: string, server: keyof Logins, variable: string, question: Omit<Question, 'asks'>, brokenBy: Mutation,
): Row<StoresWorld> {
  return {
    behaviour,
    async observe(world) {
      const answers = await world.ask({ ...question, asks: [variable, ...WHO_AM_I[server]] }, world.logins);
      const wrong = answers.filter(({ answer }, i) => answer !== world.logins[i][server].username);
      const figure = `${(answers.length - wrong.length).toLocaleString('en')} of ${answers.length.toLocaleString('en')} connected`;
      return { seen: wrong.length === 0 ? figure : `${figure}; one got ${words(wrong[0])}`, holds: wrong.length === 0 && answers.length === world.logins.length };
    },
    brokenBy,
  };
}

const uriOf = (name: string, namespace: string, says: string, change: (uri: string) => string): Mutation => (
  mutate({ kind: 'ExternalSecret', name, namespace }, says, ({ spec }) => { spec.target.template.data.uri = change(spec.target.template.data.uri); }));
const withoutReplace = (uri: string) => uri.replaceAll(' | replace "+" "%20"', '');
const withoutUrlquery = (uri: string) => uri.replaceAll(' | urlquery | replace "+" "%20"', '');

export const CONNECTING: readonly Row<StoresWorld>[] = [
  everybodyEnters(
    'psycopg2.connect(os.environ["DATABASE_URL"]) enters the database of CloudNativePG with hostile users and passwords',
    'postgres', 'DATABASE_URL', { client: PSYCOPG2, namespace: 'books', deployment: 'web' },
    mutate({ kind: 'Deployment', name: 'web', namespace: 'books' }, 'DATABASE_URL before DATABASE_URI', ({ spec }) => {
      spec.template.spec.containers[0].env.sort((a: { name: string }) => (a.name === 'DATABASE_URL' ? -1 : 0));
    })),
  everybodyEnters(
    'the same program enters the database of another provider, an endpoint with credentials in a store',
    'postgres', 'DATABASE_URL', { client: PSYCOPG2, namespace: 'managed-books', deployment: 'web' },
    uriOf('web-database', 'managed-books', 'without the replacement of "+"', withoutReplace)),
  everybodyEnters(
    "Node's pg enters the database of CloudNativePG",
    'postgres', 'ORDERS_DB_URL', { client: PG, namespace: 'shop', deployment: 'orders' },
    changeVariable('orders', 'shop', 'ORDERS_DB_URL', 'renamed to DATABASE_URL', variable => { variable.name = 'DATABASE_URL'; })),
  everybodyEnters(
    "Node's pg enters the database of an endpoint",
    'postgres', 'ARCHIVE_URL', { client: PG, namespace: 'archive', deployment: 'archivist' },
    uriOf('archivist-archive', 'archive', 'without urlquery', withoutUrlquery)),
  everybodyEnters(
    'redis.from_url(os.environ["REDIS_URL"]) enters a cache with hostile users and passwords',
    'redis', 'REDIS_URL', { client: REDIS_PY, namespace: 'books', deployment: 'web' },
    uriOf('web-redis', 'books', 'redis instead of rediss', uri => uri.replace('rediss:', 'redis:'))),
  everybodyEnters(
    "Node's ioredis enters a cache",
    'redis', 'CACHE_URL', { client: IOREDIS, namespace: 'shop', deployment: 'orders' },
    uriOf('orders-cache', 'shop', 'without urlquery', withoutUrlquery)),
  {
    behaviour: 'a program that reads the files of the binding instead enters too: they hold user and password as they are',
    async observe(world) {
      const asks = ['/bindings/archive', ...WHO_AM_I.postgres];
      const [answer] = await world.ask({ client: PSYCOPG2_BY_FILES, namespace: 'archive', deployment: 'archivist', asks });
      return { seen: `user ${words(answer)}`, holds: answer.answer === world.logins[0].postgres.username };
    },
    brokenBy: mutate({ kind: 'ExternalSecret', name: 'archivist-archive', namespace: 'archive' }, 'the password percent-encoded', ({ spec }) => {
      spec.target.template.data.password = '{{ .password | urlquery }}';
    }),
  },
];
