import { words } from '../../clients/client';
import { PG, PSYCOPG2 } from '../../clients/postgres';
import { mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { GrantsWorld } from './world';

const PROVIDED = ['by-container', 'by-operator', 'by-managed'] as const;

/** One program, three providers. */
export const PROVIDERS: readonly Row<GrantsWorld>[] = [{
  behaviour: 'one program enters its database by LEDGER_URL, in a container with a generated password, as a role of CloudNativePG, and at a managed server',
  async observe(world) {
    const seen: string[] = [];
    let holds = true;
    for (const namespace of PROVIDED) {
      const answers = [];
      for (const client of [PSYCOPG2, PG]) answers.push(await world.ask({ client, namespace, deployment: 'client', asks: ['LEDGER_URL', 'select current_database()'] }));
      seen.push(`${namespace}: ${answers.map(words).join(', ')}`);
      holds &&= answers.every(({ answer }) => answer !== undefined && world.variablesOf('client', namespace).includes('LEDGER_URL'));
    }
    return { seen: seen.join('\n'), holds };
  },
  brokenBy: mutate({ kind: 'ExternalSecret', name: 'client-ledger', namespace: 'by-managed' }, 'the password is not encoded', ({ spec }) => {
    spec.target.template.data.uri = spec.target.template.data.uri.replaceAll(/ \| urlquery[^}]*/g, ' ');
  }),
}];
