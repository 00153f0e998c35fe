import { byCodePoint } from '../../build-tools/files';
import { Result } from './harness/run-tier';
import { cell, markdown } from './harness/table';
import { Tier } from './harness/tier';

/** What a run saw, and on which day. */
export interface Seen {
  readonly results: readonly Result[];
  readonly day: string;
  /** @default false */
  readonly isNightly?: boolean;
}

const HEAD = [
  '<!-- Written by `npm run conformance -- --write`. Do not edit. -->', '',
  '# Conformance', '',
  'What this library synthesizes is put on real systems, and what they do is observed. `npm run conformance` runs it again; `npm run conformance -- --prove`',
  'changes the YAML once for each row and shows that exactly that row fails. `npm run conformance -- --nightly` runs those too whose systems are dear to build, and asks for more.', '',
];

/** docs/conformance.md: what was declared is what really happened. Of a tier that was not run it says what it said before. */
export function page(tiers: readonly Tier[], { results, day, isNightly }: Seen, before: string): string {
  return [...HEAD, ...tiers.flatMap(tier => {
    const seen = results.filter(result => result.tier === tier.name);
    return seen.length === 0 ? sectionOf(before, tier.name) : section(tier, seen, isNightly ? `${day}, in a nightly run` : day);
  })].join('\n');
}

function section({ name, real, standIns }: Tier, seen: readonly Result[], day: string): string[] {
  return [
    `## ${name}`, '',
    `Real: ${real.map(cell).join(', ')}.`, '',
    ...standIns.length === 0 ? [] : [`Standing in for what cannot run outside a cluster: ${[...standIns].sort(byCodePoint).map(cell).join('; ')}.`, ''],
    `Last seen: ${day}.`, '',
    markdown(seen), '',
  ];
}

/** The section as it stands on the page; nothing if there is none. */
function sectionOf(text: string, name: string): string[] {
  const [, ...sections] = text.split(/^(?=## )/m);
  return sections.filter(found => found.startsWith(`## ${name}\n`)).map(found => `${found.trimEnd()}\n`);
}
