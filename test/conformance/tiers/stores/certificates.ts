import { Answer, Client, words } from '../../clients/client';
import { PG, PSYCOPG2 } from '../../clients/postgres';
import { changeVariable } from '../../harness/change-variable';
import { Mutation, mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { IOREDIS, REDIS_PY } from './client';
import { StoresWorld } from './world';

const VISITOR = { namespace: 'impostors', deployment: 'visitor' };
const DATABASE = [[PSYCOPG2, 'select current_user'], [PG, 'select current_user']] as const;
const CACHE = [[REDIS_PY, 'PING'], [IOREDIS, 'PING']] as const;

/** Both clients see by the certificate that the server is another, and do not enter. */
function nobodyEnters(behaviour: string, variable: string, clients: readonly (readonly [Client, string])[], brokenBy: Mutation): Row<StoresWorld> {
  return {
    behaviour,
    async observe(world) {
      const answers: Answer[] = [];
      const seen: string[] = [];
      for (const [client, asks] of clients) {
        const [answer] = await world.ask({ ...VISITOR, client, asks: [variable, asks] });
        answers.push(answer);
        seen.push(`${client.library}: ${words(answer)}`);
      }
      return { seen: seen.join('\n'), holds: answers.every(({ refused }) => /certificate/i.test(refused ?? '')) };
    },
    brokenBy,
  };
}

const databaseTls = (variable: string, says: string, [from, to]: [string, string]): Mutation => (
  changeVariable(VISITOR.deployment, VISITOR.namespace, variable, says, changed => { changed.value = changed.value!.replace(from, to); }));
const databaseUri = (name: string, says: string, [from, to]: [string, string]): Mutation => (
  mutate({ kind: 'ExternalSecret', name, namespace: VISITOR.namespace }, says, ({ spec }) => { spec.target.template.data.uri = spec.target.template.data.uri.replace(from, to); }));
const cacheUri = (name: string, says: string): Mutation => (
  mutate({ kind: 'ExternalSecret', name, namespace: VISITOR.namespace }, says, ({ spec }) => { spec.target.template.data.uri += `?${says}`; }));

export const CERTIFICATES: readonly Row<StoresWorld>[] = [
  nobodyEnters(
    'clients refuse a PostgreSQL server whose certificate another authority signed', 'STRANGER_DB_URL', DATABASE,
    databaseTls('STRANGER_DB_URL', 'with sslmode=require and no authority', ['sslmode=verify-full&sslrootcert=/bindings/stranger-db/ca.crt', 'sslmode=require'])),
  nobodyEnters(
    'clients refuse a PostgreSQL server whose certificate is for other host names', 'RENAMED_DB_URL', DATABASE,
    databaseTls('RENAMED_DB_URL', 'with sslmode=verify-ca', ['verify-full', 'verify-ca'])),
  nobodyEnters(
    'clients refuse a PostgreSQL server outside for which no authority that they trust themselves vouches', 'OWN_DB_URL', DATABASE,
    databaseUri('visitor-own-db', 'with sslmode=require', ['verify-full', 'require'])),
  nobodyEnters(
    'clients refuse a Redis server whose certificate another authority signed', 'STRANGER_CACHE_URL', CACHE,
    cacheUri('visitor-stranger-cache', 'ssl_cert_reqs=none')),
  nobodyEnters(
    'clients refuse a Redis server whose certificate is for another host name', 'RENAMED_CACHE_URL', CACHE,
    cacheUri('visitor-renamed-cache', 'ssl_check_hostname=false')),
];
