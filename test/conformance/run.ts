import { join, resolve } from 'node:path';
import { runIsolated } from './harness/isolation';
import { Tier } from './harness/tier';
import { parseOptions } from './options';
import { TIERS } from './tiers';
import { Component } from './toolbox/component';

/** `npm run conformance`: fetches and builds what is missing, then runs the tiers where nothing else can be reached. */
async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2), TIERS.map(({ name }) => name));
  const chosen = TIERS.filter(({ name, isNightly }) => options.only.length === 0 ? options.nightly || !isNightly : options.only.includes(name));
  const possible = chosen.filter(({ needs }) => needs.every(component => component.build !== undefined || component.present()));
  const missing = await provide([...new Set(possible.flatMap(({ needs }) => needs))]);
  for (const component of chosen.flatMap(({ needs }) => needs)) if (!component.build && !component.present()) missing.set(component, 'it is not here');
  const runnable = chosen.filter(tier => !tier.needs.some(component => missing.has(component)));
  for (const tier of chosen.filter(other => !runnable.includes(other))) {
    for (const component of tier.needs.filter(need => missing.has(need))) printSkip(tier, component, missing.get(component)!);
  }
  const skipped = chosen.length > runnable.length;
  if (runnable.length === 0) return options.strict ? 1 : 0;
  const inside = [process.execPath, '--import', 'tsx', join(__dirname, 'inside.ts'), JSON.stringify({ ...options, only: runnable.map(({ name }) => name) })];
  const status = runIsolated(inside, {
    TSX_TSCONFIG_PATH: join(__dirname, '../tsconfig.json'),
    ...options.seed === undefined ? {} : { CONFORMANCE_SEED: options.seed },
    ...options.logs === undefined ? {} : { CONFORMANCE_LOGS: resolve(options.logs) },
  });
  return status !== 0 || (skipped && options.strict) ? 1 : 0;
}

/** Makes every component usable that can be made so; returns the others, each with the reason. */
async function provide(components: readonly Component[]): Promise<Map<Component, string>> {
  const missing = new Map<Component, string>();
  for (const component of components.filter(other => !other.present())) {
    const start = Date.now();
    try {
      await withProgress(component.name, () => component.build!());
      console.log(`${component.name}: built in ${((Date.now() - start) / 1000).toFixed(0)} s`);
    } catch (error) {
      missing.set(component, (error as Error).message);
    }
  }
  return missing;
}

/** A build may take minutes in which it prints nothing. */
async function withProgress(name: string, build: () => Promise<void>): Promise<void> {
  console.log(`${name}: building`);
  const start = Date.now();
  const ticker = setInterval(() => console.log(`${name}: still building after ${((Date.now() - start) / 1000).toFixed(0)} s`), 30_000);
  try {
    await build();
  } finally {
    clearInterval(ticker);
  }
}

function printSkip(tier: Tier, component: Component, reason: string): void {
  console.log(`skip  ${tier.name}: needs ${component.name}: ${reason}; to get it: ${component.install}`);
}

main().then(status => { process.exitCode = status; }, error => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
