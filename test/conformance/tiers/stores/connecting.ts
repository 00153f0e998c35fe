import { words } from '../../clients/client';
import { PG, PSYCOPG2, PSYCOPG2_BY_FILES } from '../../clients/postgres';
import { changeVariable } from '../../harness/change-variable';
import { Mutation, mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { IOREDIS, REDIS_PY } from './client';
import { everybodyEnters, WHO_AM_I } from './everybody';
import { StoresWorld } from './world';

const uriOf = (name: string, namespace: string, says: string, change: (uri: string) => string): Mutation => (
  mutate({ kind: 'ExternalSecret', name, namespace }, says, ({ spec }) => { spec.target.template.data.uri = change(spec.target.template.data.uri); }));
const withoutReplace = (uri: string) => uri.replaceAll(' | replace "+" "%20"', '');
const withoutUrlquery = (uri: string) => uri.replaceAll(' | urlquery | replace "+" "%20"', '');

export const CONNECTING: readonly Row<StoresWorld>[] = [
  everybodyEnters(
    'psycopg2.connect(os.environ["DATABASE_URL"]) enters the database of CloudNativePG with hostile users and passwords',
    { server: 'postgres', client: PSYCOPG2, variables: ['DATABASE_URL'], namespace: 'books', deployment: 'web' },
    mutate({ kind: 'Deployment', name: 'web', namespace: 'books' }, 'DATABASE_URL before DATABASE_URI', ({ spec }) => {
      spec.template.spec.containers[0].env.sort((a: { name: string }) => (a.name === 'DATABASE_URL' ? -1 : 0));
    })),
  everybodyEnters(
    'the same program enters the database of another provider, an endpoint with credentials in a store',
    { server: 'postgres', client: PSYCOPG2, variables: ['DATABASE_URL'], namespace: 'managed-books', deployment: 'web' },
    uriOf('web-database', 'managed-books', 'without the replacement of "+"', withoutReplace)),
  everybodyEnters(
    "Node's pg enters the database of CloudNativePG",
    { server: 'postgres', client: PG, variables: ['ORDERS_DB_URL'], namespace: 'shop', deployment: 'orders' },
    changeVariable('orders', 'shop', 'ORDERS_DB_URL', 'renamed to DATABASE_URL', variable => { variable.name = 'DATABASE_URL'; })),
  everybodyEnters(
    "Node's pg enters the database of an endpoint",
    { server: 'postgres', client: PG, variables: ['ARCHIVE_URL'], namespace: 'archive', deployment: 'archivist' },
    uriOf('archivist-archive', 'archive', 'without urlquery', withoutUrlquery)),
  everybodyEnters(
    'EnvNames.map: psycopg2, which trusts no authority until it is told to, enters the same database by those of its image',
    { server: 'postgres', client: PSYCOPG2, variables: ['ARCHIVE_URL'], namespace: 'archive', deployment: 'copyist' },
    mutate({ kind: 'ExternalSecret', name: 'copyist-archive', namespace: 'archive' }, 'without sslrootcert', ({ spec: { target: { template: { data } } } }) => {
      data.ARCHIVE_URL = data.ARCHIVE_URL.replace('&sslrootcert=system', '');
    })),
  everybodyEnters(
    'redis.from_url(os.environ["REDIS_URL"]) enters a cache with hostile users and passwords',
    { server: 'redis', client: REDIS_PY, variables: ['REDIS_URL'], namespace: 'books', deployment: 'web' },
    uriOf('web-redis', 'books', 'redis instead of rediss', uri => uri.replace('rediss:', 'redis:'))),
  everybodyEnters(
    "Node's ioredis enters a cache",
    { server: 'redis', client: IOREDIS, variables: ['CACHE_URL'], namespace: 'shop', deployment: 'orders' },
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
