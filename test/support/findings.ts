import { Chart, Testing } from 'cdk8s';
import { ITopologyCheck } from '../../src/model/check';
import { CheckContext } from '../../src/model/check-context';
import { Finding, Severity } from '../../src/model/finding';
import { Problem } from '../../src/model/problem';
/** A check with the code ACME999 that finds what it is told to. */
export function checkOf(check: (context: CheckContext) => Problem[], code = 'ACME999'): ITopologyCheck {
  return { code, title: `made-up of ${code}`, severity: Severity.ERROR, rationale: 'r', fix: 'do right', check };
}

/** A finding, an error of that check unless told otherwise. */
export const finding = (path: string, { code = 'ACME999', severity = Severity.ERROR, problem = 'is wrong' } = {}): Finding =>
  ({ code, severity, path, problem, fix: 'do right' });

/** What a check answers, for a finding to come of it. */
function problemOf({ path, problem, severity }: Finding): Problem {
  const answer = Problem.of({ path }, problem);
  return severity === Severity.ERROR ? answer : severity === Severity.WARNING ? answer.asWarning() : Problem.unknown({ path }, problem);
}

/** Checks that find what they are told to. */
export const finds = (...found: Finding[]) => (
  { checks: [...new Set(found.map(({ code }) => code))].map(code => checkOf(() => found.filter(each => each.code === code).map(problemOf), code)) });

/** What a synthesis says: nothing, or why it fails. */
export function synthesisOf(chart: Chart): string {
  try {
    Testing.synth(chart);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
