import { Observation } from './row';

/** Something that a tool says and that is as it should be. */
export interface Expected {
  /** Matches what is said of it. */
  readonly said: RegExp;
  readonly because: string;
}

/** As many texts as a table can hold. */
const SHOWN = 5;

/**
 * Whether all that was said is expected. An expectation that nothing meets fails too: it has no place any more.
 *
 * @param of what it was said of, in a few words
 */
export function judged(said: readonly string[], expectations: readonly Expected[], of: string): Observation {
  const unexpected = said.filter(text => !expectations.some(expected => expected.said.test(text)));
  const unmet = expectations.filter(expected => !said.some(text => expected.said.test(text)));
  const wrong = [...unexpected.slice(0, SHOWN), ...unmet.map(({ because }) => `not said any more: ${because}`)];
  const reasons = expectations.map(expected => `${said.filter(text => expected.said.test(text)).length} times ${expected.because}`);
  return { seen: wrong.length === 0 ? `${of}: nothing but what is expected (${reasons.join('; ')})` : wrong.join('\n'), holds: wrong.length === 0 };
}
