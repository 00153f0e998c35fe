import { byCodePoint } from '../../build-tools/files';
import { Result } from './harness/run-tier';
import { cell, markdown } from './harness/table';
import { Tier } from './harness/tier';

/** docs/conformance.md: what was declared is what really happened. */
export function page(tiers: readonly Tier[], results: readonly Result[]): string {
  return [
    '<!-- Written by `npm run conformance -- --write`. Do not edit. -->', '',
    '# Conformance', '',
    'What this library synthesizes is put on real systems, and what they do is observed. `npm run conformance` runs it again; `npm run conformance -- --prove`',
    'changes the YAML once for each row and shows that exactly that row fails.', '',
    ...tiers.flatMap(({ name, real, standIns }) => [
      `## ${name}`, '',
      `Real: ${real.map(cell).join(', ')}.`, '',
      ...standIns.length === 0 ? [] : [`Standing in for what cannot run outside a cluster: ${[...standIns].sort(byCodePoint).map(cell).join('; ')}.`, ''],
      markdown(results.filter(({ tier }) => tier === name)), '',
    ]),
  ].join('\n');
}
