import { ICheck } from '../model/check';
import { Finding, isSeverity, leastSevere, Severity } from '../model/finding';
import { Problem } from '../model/problem';
import { accept } from '../private/boundary';
import { isBranded } from '../private/brand';
import { oneLine, quote, TopologyError } from '../private/topology-error';
import { CODE_IN_WORDS, isCode } from './check-code';

const RESERVED = /^BST\d/;
const TEXTS = ['title', 'rationale', 'fix'] as const;

/** A check of a topology or of an app. @internal */
export interface Check<Context> extends ICheck {
  check(context: Context): Problem[];
}

/** A check, as it described itself when it was added: its findings have this code and at most this severity, whatever it answers later. @internal */
export class AddedCheck<Context> {
  public readonly code: string;
  public readonly title: string;
  private readonly severity: Severity;
  private readonly fix: string;

  /** Throws BST015 unless the check says all that a finding and its reader need. */
  constructor(private readonly check: Check<Context>, path: string) {
    const problem = unusable(check);
    if (problem !== undefined) throw new TopologyError({ code: 'BST015', path, problem, fix: 'give the check a code of its own, a title, severity, rationale and fix' });
    this.code = check.code;
    this.title = check.title;
    this.severity = check.severity;
    this.fix = check.fix;
  }

  /** What the check finds; a check that fails itself is a finding, so that no rule is silently left out. */
  public judge(context: Context, path: string): Finding[] {
    try {
      const problems = this.check.check(context);
      accept('Problem[]', problems, 'what check() gives', path);
      return problems.map(problem => this.finding(problem));
    } catch (error) {
      return [this.failed(path, error)];
    }
  }

  private finding({ subject, description, fix, atMost }: Problem): Finding {
    return {
      code: this.code,
      severity: leastSevere(this.severity, atMost),
      path: oneLine(subject.path),
      problem: oneLine(description),
      fix: oneLine(fix ?? this.fix),
    };
  }

  private failed(path: string, error: unknown): Finding {
    return {
      code: this.code,
      severity: Severity.ERROR,
      path: oneLine(path),
      problem: oneLine(`the check "${this.title}" failed itself: ${error instanceof Error ? error.message : String(error)}`),
      fix: 'report this as a bug of the check',
    };
  }
}

/** Why a check cannot be used; nothing if it can. */
function unusable(check: Check<never>): string | undefined {
  const { code, severity } = check;
  if (!isCode(code)) return `a check has the code ${quote(code)}: allowed are ${CODE_IN_WORDS}`;
  if (RESERVED.test(code) && !isBranded(check, 'OurCheck')) return `a check has the code ${quote(code)}, but codes that begin with BST are those of this package`;
  if (!isSeverity(severity)) return `check ${code} has the severity ${quote(severity)}: allowed are those of Severity`;
  const missing = TEXTS.find(text => typeof check[text] !== 'string' || check[text].trim() === '');
  if (missing !== undefined) return `check ${code} has the ${missing} ${quote(check[missing])}: allowed are words`;
  return typeof check.check === 'function' ? undefined : `check ${code} has no method check(context)`;
}
