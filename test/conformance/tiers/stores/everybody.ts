import { Mutation } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { words } from './client';
import { Logins } from './credentials';
import { Question, StoresWorld } from './world';

/** How a server is asked whom it took a client for. */
export const WHO_AM_I = { postgres: ['select current_user'], redis: ['ACL', 'WHOAMI'] };

/** Which container enters which kind of server. */
interface Entry extends Omit<Question, 'asks'> {
  readonly server: keyof Logins;
  /** The variables that the program reads. */
  readonly variables: readonly string[];
  /** Whom the server is to take everybody for. @default - each for itself */
  readonly as?: string;
}

/** Every hostile user enters with its password. */
export function everybodyEnters(behaviour: string, { server, variables, as, ...question }: Entry, brokenBy: Mutation): Row<StoresWorld> {
  return {
    behaviour,
    async observe(world) {
      const answers = await world.ask({ ...question, asks: [...variables, ...WHO_AM_I[server]] }, world.logins);
      const wrong = answers.filter(({ answer }, i) => answer !== (as ?? world.logins[i][server].username));
      const figure = `${(answers.length - wrong.length).toLocaleString('en')} of ${answers.length.toLocaleString('en')} connected${as === undefined ? '' : ` as ${as}`}`;
      return { seen: wrong.length === 0 ? figure : `${figure}; one got ${words(wrong[0])}`, holds: wrong.length === 0 && answers.length === world.logins.length };
    },
    brokenBy,
  };
}
