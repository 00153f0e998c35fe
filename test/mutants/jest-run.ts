import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build-tools/files';
import { fileNameOf, Outcome, Plan } from './plan';

/** Runs one step in jest; returns what each test file wrote. Files without work are not run. */
export function runStep(plan: Plan, workers: string): Map<string, Outcome> {
  mkdirSync(plan.folder, { recursive: true });
  const path = join(plan.folder, 'plan.json');
  writeFileSync(path, JSON.stringify(plan));
  const tests = Object.keys(plan.work).filter(file => plan.work[file].length > 0 || plan.step === 'look');
  if (tests.length > 0) runJest(path, tests, workers);
  return new Map(tests.map(file => [file, join(plan.folder, `${fileNameOf(file)}.json`)] as const)
    .filter(([, results]) => existsSync(results))
    .map(([file, results]) => [file, JSON.parse(readFileSync(results, 'utf8')) as Outcome]));
}

function runJest(plan: string, tests: readonly string[], workers: string): void {
  const jest = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--config', join(__dirname, 'jest.config.json'), '--ci', '--maxWorkers', workers];
  spawnSync(process.execPath, ['--import', 'tsx', ...jest, '--runTestsByPath', ...tests], {
    cwd: ROOT, stdio: ['ignore', process.env.MUTANTS_VERBOSE ? 'inherit' : 'ignore', process.env.MUTANTS_VERBOSE ? 'inherit' : 'ignore'], env: { ...process.env, MUTANTS_PLAN: plan },
  });
}

/** The test files that jest would run. */
export function testFiles(): string[] {
  const jest = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--config', join(__dirname, 'jest.config.json'), '--listTests'];
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', ...jest], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, MUTANTS_PLAN: '' } });
  return stdout.split('\n').filter(Boolean).map(file => file.slice(ROOT.length + 1)).sort();
}
