import { capped } from './capped';
import { byNearness } from './nearest';

/** What a refusal says: one wrong call, thrown at once. */
export interface Refusal {
  /** Stable code, documented in docs/checks.md. */
  readonly code: string;
  /** Construct path of the element that the call was made on. */
  readonly path: string;
  /** What is wrong, with the value received and the values allowed. */
  readonly problem: string;
  /** What to write instead. */
  readonly fix: string;
}

/**
 * Thrown at once when a single call is wrong; what only the whole topology shows becomes a `Finding`.
 *
 * Not exported from the package: jsii carries no exception classes across languages, the code in the message does.
 */
export class TopologyError extends Error {
  public readonly code: string;

  constructor(refusal: Refusal) {
    super(oneLine(`${refusal.code} ${refusal.path}: ${refusal.problem}; ${refusal.fix}`));
    this.name = 'TopologyError';
    this.code = refusal.code;
  }
}

const LONGEST_QUOTE = 80;

/** Renders a received value for a message: quoted, on one line, cut where it is long. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return oneLine(JSON.stringify(cut));
}

/**
 * Escapes what ends a line, steers a terminal or turns the direction of writing, so that no name can forge a message. Besides, runners of builds act
 * upon `##[command]`, `##vso[command]` and `##teamcity[message]` wherever in a line they stand, as others may upon another word, and fold what
 * `section_start:` begins; upon `::command::`, `---` and `+++` at its start alone, where no line of ours has a name.
 * Sources: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs, https://www.jetbrains.com/help/teamcity/service-messages.html,
 * https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections, https://buildkite.com/docs/pipelines/configure/managing-log-output
 */
export function oneLine(text: string): string {
  const printable = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escaped);
  return printable.replace(/##[\w-]*\[|section_(?:start|end):/gi, command => command.slice(0, -1) + escaped(command.slice(-1)));
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

const MOST_LISTED = 20;

/** Renders the allowed values for a message, sorted; of too many, those nearest to the value received, if it is given. */
export function listed(values: Iterable<string>, near?: string): string {
  const sorted = [...values].sort();
  const shown = near !== undefined && sorted.length > MOST_LISTED ? byNearness(near, sorted) : sorted;
  return sorted.length === 0 ? 'none' : capped(shown.map(quote), MOST_LISTED);
}
