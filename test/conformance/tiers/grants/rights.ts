import { Answer, words } from '../../clients/client';
import { PSYCOPG2 } from '../../clients/postgres';
import { Manifest } from '../../harness/manifests';
import { Mutation, mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { GrantsWorld } from './world';

/** Where a consumer asks, instead of where it is sent. */
interface Elsewhere {
  readonly primary?: boolean;
  readonly database?: string;
}

/** Asks as a consumer of the ledger. */
async function as(world: GrantsWorld, deployment: string, statement: string, at: Elsewhere = {}): Promise<Answer> {
  const instead = (text: string) => {
    const there = at.primary ? text.replace('ledger-ro.', 'ledger-rw.') : text;
    return at.database === undefined ? there : there.replace(/\/ledger\?/, `/${at.database}?`);
  };
  return world.ask({ client: PSYCOPG2, deployment, asks: ['LEDGER_URL', statement], instead });
}

function changeRole(consumer: string, says: string, change: (spec: any) => void): Mutation {
  return mutate({ kind: 'DatabaseRole', name: `ledger.${consumer}.ledger.ledger` }, says, ({ spec }: Manifest) => change(spec));
}

const isDenied = ({ failed }: Answer) => /permission denied/.test(failed ?? '');

export const RIGHTS: readonly Row<GrantsWorld>[] = [
  {
    behaviour: 'READ_WRITE: a consumer is a member of the owner of its database, and may write, and make tables',
    async observe(world) {
      const written = await as(world, 'writer', "insert into entries values ('second') returning 'written'");
      const made = await as(world, 'writer', "create table more (text text); select 'made'");
      return { seen: `writes: ${words(written)}\nmakes a table: ${words(made)}`, holds: written.answer === 'written' && made.answer === 'made' };
    },
    brokenBy: changeRole('writer', 'a member of those who read', spec => { spec.inRoles = ['ledger_readers']; }),
  },
  {
    behaviour: 'READ_ONLY: a consumer reads what the role of the readers is granted, and its own role is denied writes at the primary too, where it is not sent',
    async observe(world) {
      const read = await as(world, 'reader', 'select min(text) from entries');
      const sent = await as(world, 'reader', "insert into entries values ('x') returning 'written'");
      const written = await as(world, 'reader', "insert into entries values ('x') returning 'written'", { primary: true });
      return {
        seen: `reads: ${words(read)}\nwrites where it is sent: ${words(sent)}\nwrites at the primary: ${words(written)}`,
        holds: read.answer === 'first' && sent.failed !== undefined && isDenied(written),
      };
    },
    brokenBy: changeRole('reader', 'a member of the owner', spec => { spec.inRoles.push('ledger'); }),
  },
  {
    behaviour: 'a table that is made later, by a writer that has become the owner, is open to readers; one that it makes as itself is closed to them, which BST562 warns of',
    async observe(world) {
      const make = (name: string, first = '') => as(world, 'maker', `${first}create table ${name} as select 'there' as text; select current_user`);
      const [owners, own] = [await make('of_owner', 'set role ledger; '), await make('of_maker')];
      const [open, closed] = [await as(world, 'reader', 'select text from of_owner', { primary: true }), await as(world, 'reader', 'select text from of_maker', { primary: true })];
      return {
        seen: `made by ${words(owners)}: ${words(open)}\nmade by ${words(own)}: ${words(closed)}`,
        holds: owners.answer === 'ledger' && open.answer === 'there' && own.answer === 'ledger.maker.ledger' && isDenied(closed),
      };
    },
    brokenBy: changeRole('maker', 'a member of those who read', spec => { spec.inRoles = ['ledger_readers']; }),
  },
  {
    behaviour: 'where PUBLIC may no longer connect, the roles of another database of the Cluster do not get in, and the consumers of this one do',
    async observe(world) {
      const instead = (text: string) => text.replace(/\/notes\?/, '/ledger?');
      const stranger = await world.ask({ client: PSYCOPG2, deployment: 'stranger', asks: ['NOTES_URL', 'select current_user'], instead });
      const reader = await as(world, 'visitor', 'select current_user');
      return {
        seen: `a stranger: ${words(stranger)}\na consumer: ${words(reader)}`,
        holds: /permission denied for database/.test(stranger.refused ?? '') && reader.answer === 'ledger.visitor.ledger',
      };
    },
    brokenBy: changeRole('visitor', 'a member of no role', spec => { delete spec.inRoles; }),
  },
  {
    behaviour: 'a role reads no other database of its Cluster, nor what is kept of passwords; pg_read_all_data would do both',
    async observe(world) {
      const other = await as(world, 'auditor', 'select min(text) from notes', { database: 'notes' });
      const verifiers = await as(world, 'auditor', 'select count(rolpassword)::text from pg_authid');
      return { seen: `another database: ${words(other)}\nverifiers: ${words(verifiers)}`, holds: isDenied(other) && isDenied(verifiers) };
    },
    brokenBy: changeRole('auditor', 'a member of pg_read_all_data', spec => { spec.inRoles.push('pg_read_all_data'); }),
  },
  {
    behaviour: 'no role makes roles',
    async observe(world) {
      const made = await as(world, 'clerk', "create role mine; select 'made'", { primary: true });
      return { seen: words(made), holds: isDenied(made) };
    },
    brokenBy: changeRole('clerk', 'createrole', spec => { spec.createrole = true; }),
  },
  {
    behaviour: 'a role whose consumer is gone is dropped, and nobody enters as it',
    async observe(world) {
      const before = await as(world, 'leaver', 'select current_user');
      await world.remove('ledger.leaver.ledger.ledger');
      const after = await as(world, 'leaver', 'select current_user');
      return { seen: `before: ${words(before)}\nafter: ${words(after)}`, holds: before.answer === 'ledger.leaver.ledger' && after.refused !== undefined };
    },
    brokenBy: changeRole('leaver', 'databaseRoleReclaimPolicy: retain', spec => { spec.databaseRoleReclaimPolicy = 'retain'; }),
  },
];
