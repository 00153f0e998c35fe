import { App, Chart } from 'cdk8s';
import { TopologyDocuments } from 'cdk8s-backing-services';
import { words } from '../../clients/client';
import { PG, PSYCOPG2, PSYCOPG2_BY_FILES } from '../../clients/postgres';
import { rolesOfCluster } from '../../fixtures/grants';
import { Mutation, mutate } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { passwordOf } from './stored';
import { GrantsWorld } from './world';

const WHO = ['LEDGER_URL', 'select current_user'];

function changeSecret(name: string, says: string, change: (spec: any) => void): Mutation {
  return mutate({ kind: 'ExternalSecret', name, namespace: 'ledger' }, says, ({ spec }) => change(spec));
}

/** What topology.json says of how a consumer's password is changed. */
function planOf(consumer: string) {
  const topology = rolesOfCluster(new Chart(new App(), 'ledger', { namespace: 'ledger' }));
  return TopologyDocuments.of(topology).bindings.find(binding => binding.consumer.endsWith(`/${consumer}`))!.rotation!;
}

const encoded = (consumer: string) => encodeURIComponent(passwordOf(consumer, 0)).replaceAll("'", '%27');

export const PASSWORDS: readonly Row<GrantsWorld>[] = [
  {
    behaviour: 'the password of one consumer opens the role of no other',
    async observe(world) {
      const own = await world.ask({ client: PSYCOPG2, deployment: 'left', asks: WHO });
      const others = await world.ask({ client: PSYCOPG2, deployment: 'left', asks: WHO, instead: text => text.replace(encoded('left'), encoded('right')) });
      return { seen: `its own: ${words(own)}\nthat of another: ${words(others)}`, holds: own.answer === 'ledger.left.ledger' && /password authentication/.test(others.refused ?? '') };
    },
    brokenBy: changeSecret('left-ledger', 'with the password of right', spec => { spec.data[0].remoteRef.key = 'ledger/right'; }),
  },
  {
    behaviour: 'a generated password: the server has it from the Secret that the consumer reads, and nobody else knows it',
    async observe(world) {
      const answers = [];
      for (const client of [PSYCOPG2, PG]) answers.push(await world.ask({ client, deployment: 'scribe', asks: ['NOTES_URL', 'select min(text) from notes'] }));
      return { seen: answers.map(words).join('\n'), holds: answers.every(({ answer }) => answer === 'a note') };
    },
    brokenBy: changeSecret('ledger.scribe.notes.ledger', 'the name of another role', spec => { spec.target.template.data.username = 'somebody'; }),
  },
  {
    behaviour: 'rotation, told in variables: the server has the second password at once; a container that runs is refused until it is restarted, as topology.json says',
    async observe(world) {
      const running = world.start('worker');
      const first = await world.askIn(running, { client: PSYCOPG2, asks: WHO });
      await world.rotate('worker');
      world.refresh(running);
      const stale = await world.askIn(running, { client: PSYCOPG2, asks: WHO });
      const restarted = await world.ask({ client: PSYCOPG2, deployment: 'worker', asks: WHO });
      const { noticedBy, restartedBy, serverSecret, sources } = planOf('worker');
      return {
        seen: `first: ${words(first)}\nsecond, without a restart: ${words(stale)}\nrestarted: ${words(restarted)}\n`
          + `plan: ${sources.map(({ entry }) => entry).filter(Boolean).join()} to ${serverSecret}, noticed by ${noticedBy}, restarted by ${restartedBy}`,
        holds: first.answer !== undefined && /password authentication/.test(stale.refused ?? '') && restarted.answer === 'ledger.worker.ledger'
          && noticedBy.startsWith('restart') && restartedBy === 'Reloader' && serverSecret === 'ledger.worker.ledger.ledger',
      };
    },
    brokenBy: changeSecret('ledger.worker.ledger.ledger', 'without the label cnpg.io/reload', spec => { delete spec.target.template.metadata.labels['cnpg.io/reload']; }),
  },
  {
    behaviour: 'rotation, told in files: a container that runs finds the second password and enters without a restart, as topology.json says',
    async observe(world) {
      const running = world.start('filer');
      const ask = () => world.askIn(running, { client: PSYCOPG2_BY_FILES, asks: ['/bindings/ledger', 'select current_user'] });
      const first = await ask();
      await world.rotate('filer');
      const unread = await ask();
      world.refresh(running);
      const second = await ask();
      const { noticedBy, withoutDowntime } = planOf('filer');
      return {
        seen: `first: ${words(first)}\nsecond, before its files have it: ${words(unread)}\nafterwards: ${words(second)}\nplan: noticed by ${noticedBy}`,
        holds: first.answer !== undefined && unread.refused !== undefined && second.answer === 'ledger.filer.ledger' && noticedBy === 'files' && !withoutDowntime,
      };
    },
    brokenBy: changeSecret('filer-ledger', 'refreshPolicy: CreatedOnce', spec => { spec.refreshPolicy = 'CreatedOnce'; }),
  },
];
