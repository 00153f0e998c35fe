import { Client, words } from '../../clients/client';
import { PSYCOPG2 } from '../../clients/postgres';
import { changeVariable } from '../../harness/change-variable';
import { Mutation, mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { REDIS_PY } from './client';
import { StoresWorld } from './world';

/** How to write and to read, and how a server says that somebody may not write. */
interface Store {
  readonly client: Client;
  readonly write: readonly string[];
  readonly read: readonly string[];
  readonly refuses: RegExp;
}

const POSTGRES = { client: PSYCOPG2, write: ["insert into notes values ('note') returning 'written'"], read: ['select count(*)::text from notes'] };
const REDIS: Store = { client: REDIS_PY, write: ['INCR', 'notes'], read: ['EXISTS', 'notes'], refuses: /no permissions/i };

/** What the writer and the reader of the fixture can do. */
function onlyTheWriterWrites(behaviour: string, variable: string, { client, write, read, refuses }: Store, brokenBy: Mutation): Row<StoresWorld> {
  return {
    behaviour,
    async observe(world) {
      const ask = async (deployment: string, asks: readonly string[]) => (await world.ask({ client, namespace: 'access', deployment, asks: [variable, ...asks] }))[0];
      const [written, refused, found] = [await ask('writer', write), await ask('reader', write), await ask('reader', read)];
      return {
        seen: `writer writes: ${words(written)}\nreader writes: ${words(refused)}\nreader reads: ${words(found)}`,
        holds: written.answer !== undefined && refuses.test(refused.failed ?? '') && found.answer !== undefined,
      };
    },
    brokenBy,
  };
}

const asTheWriter = (name: string, entry: string): Mutation => (
  mutate({ kind: 'ExternalSecret', name, namespace: 'access' }, `reads ${entry}`, ({ spec }) => { for (const { remoteRef } of spec.data) remoteRef.key = entry; }));

export const ACCESS: readonly Row<StoresWorld>[] = [
  onlyTheWriterWrites(
    'READ_ONLY with CloudNativePG leads to a replica, which takes no writes; READ_WRITE to the primary', 'LEDGER_URL',
    { ...POSTGRES, refuses: /read-only transaction/ },
    changeVariable('reader', 'access', 'LEDGER_URL', 'leads to the primary', variable => { variable.value = variable.value!.replace('ledger-ro', 'ledger-rw'); })),
  onlyTheWriterWrites(
    'READ_ONLY with an endpoint of PostgreSQL enters as a user that may not write', 'JOURNAL_URL',
    { ...POSTGRES, refuses: /permission denied/ },
    asTheWriter('reader-journal', 'access/journal')),
  onlyTheWriterWrites('READ_ONLY with an endpoint of Redis enters as a user that may not write', 'SESSIONS_URL', REDIS, asTheWriter('reader-sessions', 'access/sessions')),
];
