import { PSYCOPG2 } from '../../clients/postgres';
import { changeVariable } from '../../harness/change-variable';
import { Mutation, mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { IOREDIS, REDIS_PY, REDIS_PY_BY_PARTS } from './client';
import { everybodyEnters } from './everybody';
import { StoresWorld } from './world';

const LEGACY = { namespace: 'named', deployment: 'legacy' };

/** The template of one key of a Secret. */
function changeTemplate(name: string, namespace: string, key: string, says: string, change: (template: string) => string): Mutation {
  return mutate({ kind: 'ExternalSecret', name, namespace }, says, ({ spec: { target: { template: { data } } } }) => { data[key] = change(data[key]); });
}

/** Credentials that are no user and password of one entry, and variables that are no URL. */
export const SHAPES: readonly Row<StoresWorld>[] = [
  everybodyEnters(
    'a credential of three parts from two stores: user and authority by properties of one, the password a whole entry of the other',
    { server: 'postgres', client: PSYCOPG2, namespace: 'pieces', deployment: 'collector', variables: ['DATABASE_URL'] },
    mutate({ kind: 'ExternalSecret', name: 'collector-database', namespace: 'pieces' }, 'every part is fetched from the first store', ({ spec }) => {
      for (const part of spec.data) delete part.sourceRef;
    })),
  everybodyEnters(
    'EnvNames.map: psycopg2.connect(os.environ["PG_DSN"]) enters by a connection string of keywords, with hostile users and passwords',
    { server: 'postgres', client: PSYCOPG2, ...LEGACY, variables: ['PG_DSN'] },
    changeTemplate('legacy-database', 'named', 'PG_DSN', 'quotes are not escaped', template => template.replaceAll(/ \| replace "'" "[^"]*"/g, ''))),
  everybodyEnters(
    'EnvNames.map: a program that knows no URLs enters a cache by REDIS_ADDR, REDIS_USER and REDIS_PASS',
    { server: 'redis', client: REDIS_PY_BY_PARTS, ...LEGACY, variables: ['REDIS_ADDR', 'REDIS_USER', 'REDIS_PASS'] },
    changeVariable('legacy', 'named', 'REDIS_ADDR', 'without the port', variable => { variable.value = variable.value!.replace(/:\d+$/, ''); })),
  everybodyEnters(
    'a cache without users is entered by the password alone: redis.from_url(os.environ["PLAIN_CACHE_URL"])',
    { server: 'redis', client: REDIS_PY, ...LEGACY, variables: ['PLAIN_CACHE_URL'], as: 'default' },
    changeVariable('legacy', 'named', 'PLAIN_CACHE_URL', 'is the URL of nobody', variable => {
      delete variable.valueFrom;
      variable.value = 'rediss://plain.cache.example.com:6379/0';
    })),
  everybodyEnters(
    "a cache without users is entered by Node's ioredis too",
    { server: 'redis', client: IOREDIS, namespace: 'named', deployment: 'modern', variables: ['PLAIN_CACHE_URL'], as: 'default' },
    changeTemplate('modern-plain-cache', 'named', 'uri', 'the password stands where a user does', template => template.replace('://:', '://'))),
];
