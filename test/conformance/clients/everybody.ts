import { Mutation } from '../harness/mutation';
import { Observation, Row } from '../harness/row';
import { TierWorld } from '../harness/tier';
import { Answer, Question, words } from './client';

/** Containers beside servers that many users can enter. */
export interface AskedWorld<Logins> extends TierWorld {
  readonly logins: readonly Logins[];
  /** Runs a client in a container of the Deployment; it connects once for each content that the Secrets have with these logins. */
  ask(question: Question, logins: readonly Logins[]): Promise<Answer[]>;
}

/**
 * Every hostile user enters with its password, and is answered what is its own: most often the name that the server took it for.
 *
 * @param answer nothing for one that this client's own syntax has no place for: it does not try to enter
 */
export function everyLogin<Logins, World extends AskedWorld<Logins>>(
  behaviour: string, question: Question, answer: (login: Logins) => string | undefined, brokenBy: Mutation,
): Row<World> {
  return {
    behaviour,
    observe: world => enter(world, question, answer, world.logins.filter(login => answer(login) !== undefined)),
    brokenBy,
  };
}

/** All of these users enter, each with its password. */
export async function enter<Logins>(
  world: AskedWorld<Logins>, question: Question, answer: (login: Logins) => string | undefined, logins = world.logins,
): Promise<Observation> {
  return seenBy(await world.ask(question, logins), logins.map(answer));
}

/** Whether each was answered what is its own. */
export function seenBy(answers: readonly Answer[], expected: readonly (string | undefined)[]): Observation {
  const wrong = answers.filter((got, i) => got.answer !== expected[i]);
  const figure = `${(answers.length - wrong.length).toLocaleString('en')} of ${answers.length.toLocaleString('en')} connected`;
  return { seen: wrong.length === 0 ? figure : `${figure}; one got ${words(wrong[0])}`, holds: wrong.length === 0 && answers.length === expected.length };
}
