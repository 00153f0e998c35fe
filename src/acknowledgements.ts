import { IConstruct } from 'constructs';
import { Finding, Severity } from './model/check';
import { quote, TopologyError } from './private/topology-error';

interface Acknowledgement {
  readonly code: string;
  readonly path: string;
  readonly reason: string;
}

/** Findings that somebody accepted, each with a reason. @internal */
export class Acknowledgements {
  private readonly given: Acknowledgement[] = [];

  public add(code: string, at: IConstruct, reason: string): void {
    if (typeof reason !== 'string' || reason.trim().length < 10) {
      throw new TopologyError({
        code: 'BST014',
        path: at.node.path,
        problem: `reason ${quote(reason)} for acknowledging ${quote(code)}: allowed are at least 10 characters`,
        fix: 'say why the finding is right here',
      });
    }
    this.given.push({ code, path: at.node.path, reason: reason.trim() });
  }

  /** The findings that nobody accepted, and one more (BST001) for each acknowledgement that matched nothing. */
  public applyTo(findings: Finding[]): Finding[] {
    const used = new Set<Acknowledgement>();
    const open = findings.filter(finding => {
      const accepted = this.given.filter(given => given.code === finding.code && encloses(given.path, finding.path));
      accepted.forEach(given => used.add(given));
      return accepted.length === 0;
    });
    return [...open, ...this.given.filter(given => !used.has(given)).map(unused)];
  }
}

/** A scope encloses what is below it, and a workload the dependencies beside it, whose ids begin with its name. */
function encloses(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`) || inner.startsWith(`${outer} `) || outer === '';
}

function unused(given: Acknowledgement): Finding {
  return {
    code: 'BST001',
    severity: Severity.WARNING,
    path: given.path,
    problem: `${given.code} is acknowledged here ("${given.reason}"), but there is no such finding`,
    fix: 'remove the acknowledgement, or move it to the element that the finding names',
  };
}
