import { Finding, Severity } from '../model/finding';
import { linesOf } from './finding-lines';
import { JudgedTopology } from './judged-topology';

/** What was printed of a topology last; cdk8s validates several times in a synthesis. */
const printed = new WeakMap<JudgedTopology, string>();

/** Prints, on standard error, what was found and does not fail the synthesis: each finding on a line, those of each topology once. */
export function printNotices(topology: JudgedTopology, findings: readonly Finding[]): void {
  const notices = findings.filter(({ severity }) => severity !== Severity.ERROR);
  const text = linesOf(notices, ({ severity, code }) => `${severity} ${code}`).join('\n');
  if (text === (printed.get(topology) ?? '')) return;
  printed.set(topology, text);
  if (text !== '') console.warn(text);
}
