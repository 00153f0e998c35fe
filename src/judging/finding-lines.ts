import { Finding } from '../model/finding';

/** Findings of one code that are told one by one; of more there is the count, because nobody reads them and a log may take no more. */
const MOST_OF_A_CODE = 20;
const LONGEST = 2000;

/** Findings as lines, in the order given, code by code: bounded in number and length, each beginning with words of ours. @internal */
export function linesOf(findings: readonly Finding[], begin: (finding: Finding) => string): string[] {
  const byCode = new Map<string, Finding[]>();
  for (const finding of findings) {
    const others = byCode.get(finding.code);
    if (others) others.push(finding); else byCode.set(finding.code, [finding]);
  }
  return [...byCode.values()].flatMap(ofCode => {
    const lines = ofCode.slice(0, MOST_OF_A_CODE).map(finding => cut(`${begin(finding)} ${finding.path}: ${finding.problem}; ${finding.fix}`));
    const left = ofCode.length - lines.length;
    return left === 0 ? lines : [...lines, `${begin(ofCode[MOST_OF_A_CODE])} and ${left} more findings of this code, which the findings of the topology list`];
  });
}

function cut(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
