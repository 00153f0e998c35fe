import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build-tools/files';
import { Row } from './harness/row';
import { Proof, proveTier, Result, runTier } from './harness/run-tier';
import { line } from './harness/table';
import { Options } from './options';
import { page } from './page';
import { TIERS } from './tiers';

const PAGE = join(ROOT, 'docs/conformance.md');

/** The part of the run that happens in namespaces of its own: harness/isolation.ts. */
async function main(options: Options): Promise<boolean> {
  const isChosen = ({ behaviour }: Row<any>) => options.rows.length === 0 || options.rows.some(text => behaviour.includes(text));
  const tiers = TIERS.filter(({ name }) => options.only.includes(name)).map(tier => ({ ...tier, rows: tier.rows.filter(isChosen) }));
  if (options.prove) {
    const proofs: Proof[] = [];
    for (const tier of tiers) proofs.push(...await proveTier(tier, proof => console.log(proofLine(proof))));
    return conclude(proofs, 'proven');
  }
  const results: Result[] = [];
  for (const tier of tiers) results.push(...await runTier(tier, result => console.log(line(result)), options.nightly));
  if (options.write && results.every(({ holds }) => holds)) {
    writeFileSync(PAGE, page(TIERS, { results, day: new Date().toISOString().slice(0, 10), isNightly: options.nightly }, readFileSync(PAGE, 'utf8')));
  }
  return conclude(results, 'passed');
}

function proofLine({ tier, behaviour, says, failed, holds }: Proof): string {
  const others = failed.filter(name => name !== behaviour);
  const wrong = [...failed.includes(behaviour) ? [] : ['the row did not fail'], ...others.map(name => `failed too: ${name}`)];
  return `${holds ? 'proven' : 'NOT PROVEN'}  ${tier}  ${behaviour}\n        ${says}${wrong.map(text => `\n        ${text}`).join('')}`;
}

function conclude(outcomes: readonly { readonly holds: boolean }[], word: string): boolean {
  const held = outcomes.filter(({ holds }) => holds).length;
  console.log(`\nconformance: ${held} ${word}, ${outcomes.length - held} failed`);
  return held === outcomes.length;
}

// The first process of a namespace gets no signal that it does not ask for.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
main(JSON.parse(process.argv[2]) as Options).then(holds => process.exit(holds ? 0 : 1), error => {
  console.error((error as Error).stack);
  process.exit(1);
});
