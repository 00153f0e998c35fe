import { Finding, Severity } from '../model/finding';
import { ISubject } from '../model/subject';
import { oneLine, quote, TopologyError } from '../private/topology-error';

/** That findings of a code are accepted at a path, and why. @internal */
export interface Acknowledgement {
  readonly code: string;
  readonly path: string;
  readonly reason: string;
}

/** What one topology accepts, each with a reason. @internal */
export class Acknowledgements {
  private readonly byCode = new Map<string, Acknowledgement[]>();

  /** All, in the order in which they were given, code by code. */
  public get all(): Acknowledgement[] {
    return [...this.byCode.values()].flat();
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
    if (typeof reason !== 'string' || reason.trim().length < 10) {
      throw new TopologyError({
        code: 'BST023',
        path: at.path,
        problem: `reason ${quote(reason)} for acknowledging ${quote(code)}: allowed are at least 10 characters`,
        fix: 'say why the finding is right here',
      });
    }
    this.byCode.set(code, [...this.byCode.get(code) ?? [], { code, path: at.path, reason: oneLine(reason.trim()) }]);
  }

  /** Those that accept a finding. */
  public accepting({ code, path }: Finding): Acknowledgement[] {
    return (this.byCode.get(code) ?? []).filter(given => encloses(given.path, path));
  }

  /** Whether anything of a code is accepted. */
  public concern(code: string): boolean {
    return this.byCode.has(code);
  }
}

/** The finding (BST001) about an acknowledgement that matched nothing. */
export function unmatched(given: Acknowledgement): Finding {
  return {
    code: 'BST001',
    severity: Severity.WARNING,
    path: given.path,
    problem: `${given.code} is acknowledged here ("${given.reason}"), but there is no such finding`,
    fix: 'remove the acknowledgement, or move it to the element that the finding names',
  };
}

/** A scope encloses what is below it, and a workload the dependencies beside it, whose ids begin with its name. */
function encloses(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`) || inner.startsWith(`${outer} `) || outer === '';
}
