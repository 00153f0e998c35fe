import { Finding, Severity } from '../model/finding';
import { ISubject } from '../model/subject';
import { oneLine, quote, TopologyError } from '../private/topology-error';
import { CODE_IN_WORDS, isCode } from './check-code';

/** That findings of a code are accepted at a path, and why. @internal */
export interface Acknowledgement {
  readonly code: string;
  readonly path: string;
  readonly reason: string;
}

/** Those of one code, found by the path of a finding. */
class ByPath {
  public readonly all: Acknowledgement[] = [];
  private readonly byPath = new Map<string, { readonly position: number; readonly given: Acknowledgement }[]>();
  private readonly lengths = new Set<number>();

  public add(given: Acknowledgement): void {
    const entry = { position: this.all.length, given };
    const others = this.byPath.get(given.path);
    if (others) others.push(entry); else this.byPath.set(given.path, [entry]);
    this.lengths.add(given.path.length);
    this.all.push(given);
  }

  /**
   * Those at the path or at what encloses it, in the order of giving. A scope encloses what is below it, and a workload the dependencies beside it,
   * whose ids begin with its name.
   */
  public enclosing(path: string): Acknowledgement[] {
    const found = [];
    for (const length of this.lengths) {
      if (length === 0 || length === path.length || path[length] === '/' || path[length] === ' ') found.push(...this.byPath.get(path.slice(0, length)) ?? []);
    }
    return found.sort((a, b) => a.position - b.position).map(({ given }) => given);
  }
}

/** What one topology accepts, or several together, each with a reason. @internal */
export class Acknowledgements {
  /** What several accept of one code. */
  public static together(several: readonly Acknowledgements[], code: string): Acknowledgements {
    const together = new Acknowledgements();
    for (const { byCode } of several) byCode.get(code)?.all.forEach(given => together.hold(given));
    return together;
  }

  private readonly byCode = new Map<string, ByPath>();

  /** All, in the order in which they were given, code by code. */
  public get all(): Acknowledgement[] {
    return [...this.byCode.values()].flatMap(({ all }) => all);
  }

  public add(code: string, at: ISubject, reason: string): void {
    if (typeof at?.path !== 'string') {
      throw new TopologyError({
        code: 'BST023',
        path: '(topology)',
        problem: `${quote(code)} is acknowledged at ${quote(at)}, which has no path`,
        fix: 'give the element, dependency or channel that the finding is about, or Subject.of(construct)',
      });
    }
    if (!isCode(code)) {
      throw new TopologyError({
        code: 'BST002',
        path: at.path,
        problem: `${quote(code)} is acknowledged, and no check can have that code: allowed are ${CODE_IN_WORDS}`,
        fix: 'give the code with which the finding begins',
      });
    }
    if (typeof reason !== 'string' || reason.trim().length < 10) {
      throw new TopologyError({
        code: 'BST023',
        path: at.path,
        problem: `reason ${quote(reason)} for acknowledging ${quote(code)}: allowed are at least 10 characters`,
        fix: 'say why the finding is right here',
      });
    }
    this.hold({ code, path: oneLine(at.path), reason: oneLine(reason.trim()) });
  }

  /** Those that accept a finding. */
  public accepting({ code, path }: Finding): Acknowledgement[] {
    return this.byCode.get(code)?.enclosing(path) ?? [];
  }

  private hold(given: Acknowledgement): void {
    const held = this.byCode.get(given.code) ?? new ByPath();
    this.byCode.set(given.code, held);
    held.add(given);
  }
}

/**
 * The finding (BST001) about an acknowledgement that matched nothing. It is a warning even where no check has the code: the output that brings the check
 * may be left out in this stage.
 */
export function unmatched({ code, path, reason }: Acknowledgement, known: ReadonlySet<string>): Finding {
  const [problem, fix] = known.has(code)
    ? ['there is no such finding', 'remove the acknowledgement, or move it to the element that the finding names']
    : ['no check that was asked has this code', 'give the code of a finding, add the check or the output that it is for, or remove the acknowledgement'];
  return { code: 'BST001', severity: Severity.WARNING, path, problem: `${code} is acknowledged here ("${reason}"), but ${problem}`, fix };
}
