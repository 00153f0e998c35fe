import { Question } from '../../clients/client';
import { everyLogin } from '../../clients/everybody';
import { Mutation } from '../../harness/mutation';
import { Row } from '../../harness/row';
import { Logins } from './credentials';
import { StoresWorld } from './world';

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
  const asked = { ...question, asks: [...variables, ...WHO_AM_I[server]] };
  return everyLogin<Logins, StoresWorld>(behaviour, asked, login => as ?? login[server].username, brokenBy);
}
