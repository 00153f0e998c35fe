import { guard } from '../private/boundary';
import { lockMembers } from '../private/lock-members';
import { quote, TopologyError } from '../private/topology-error';
import { Severity } from './finding';
import { ISubject } from './subject';

/**
 * What a check answers with: a subject and what is wrong with it. The topology makes a finding of it, with the check's code, and never with a
 * higher severity than the check declares.
 */
export class Problem {
  /**
   * Something is wrong, as severely as the check declares.
   *
   * @param subject what it is about: a workload, service, dependency, channel or object
   * @param problem what is wrong, with the values that show it, as part of a sentence
   * @param fix what to change, as part of a sentence; without it, the check's own
   * @throws BST015 if there is no such subject or text
   */
  public static of(subject: ISubject, problem: string, fix?: string): Problem {
    return new Problem(subject, problem, fix, Severity.ERROR);
  }

  /**
   * The rule could not be evaluated, because an input is unknown: a note.
   *
   * @param subject what would have been judged
   * @param why which input is unknown
   * @param fix how to make it known; without it, the check's own fix
   */
  public static unknown(subject: ISubject, why: string, fix?: string): Problem {
    return new Problem(subject, `not evaluated: ${why}`, fix, Severity.INFO);
  }

  /** What it is about. */
  public readonly subject: ISubject;
  /** What is wrong. */
  public readonly description: string;
  /** What to change; without it, the check's own fix. */
  public readonly fix?: string;
  /** The highest severity that a finding of it can have. */
  public readonly atMost: Severity;

  private constructor(subject: ISubject, problem: string, fix: string | undefined, atMost: Severity) {
    if (typeof subject?.path !== 'string') throw unusable('a problem is about a subject with a path', subject);
    if (typeof problem !== 'string' || problem.trim() === '') throw unusable('a problem says in words what is wrong', problem);
    if (fix !== undefined && typeof fix !== 'string') throw unusable('a fix says in words what to change', fix);
    this.subject = subject;
    this.description = problem;
    this.fix = fix;
    this.atMost = atMost;
    lockMembers(this);
  }

  /** The same as a warning, where the check declares an error: a bound is crossed, but nothing is proved. */
  public asWarning(): Problem {
    return this.atMost === Severity.ERROR ? new Problem(this.subject, this.description, this.fix, Severity.WARNING) : this;
  }
}

guard('Problem', Problem);

function unusable(rule: string, got: unknown): TopologyError {
  return new TopologyError({ code: 'BST015', path: '(check)', problem: `${rule}, not ${quote(got)}`, fix: 'use Problem.of(subject, problem, fix)' });
}
