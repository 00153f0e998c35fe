import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App as StockApp } from 'cdk8s';
import * as fc from 'fast-check';
import { App } from '../../src/synthesis/app';
import { built, PLAN, Plan } from './random-apps';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'apps-')); });
afterEach(() => rmSync(folder, { recursive: true }));

/** Whether cdk8s has an answer to a plan, and what: files by name. */
function outcome(make: typeof StockApp, plan: Plan): unknown {
  const outdir = mkdtempSync(join(folder, 'out-'));
  try {
    built(make, plan, outdir).synth();
  } catch (error) {
    const { message } = error as Error;
    return /cycle|call stack/.test(message) ? 'cycle' : message;
  }
  return filesIn(outdir);
}

function filesIn(dir: string, prefix = ''): [string, string | undefined][] {
  return readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(entry => (entry.isDirectory()
    ? [[`${prefix}${entry.name}/`, undefined] as [string, undefined], ...filesIn(join(dir, entry.name), `${prefix}${entry.name}/`)]
    : [[prefix + entry.name, readFileSync(join(dir, entry.name), 'utf8')] as [string, string]]));
}

test('writes what cdk8s writes, of any app that cdk8s can write', () => {
  fc.assert(fc.property(PLAN, plan => {
    expect(outcome(App, plan)).toEqual(outcome(StockApp, plan));
  }), { numRuns: Number(process.env.RUNS ?? 300) });
});

test('gives what cdk8s gives as one text, and for tests', () => {
  fc.assert(fc.property(PLAN, plan => {
    const [ours, stock] = [built(App, plan, folder), built(StockApp, plan, folder)];
    const told = (tell: () => unknown) => {
      try {
        return tell();
      } catch (error) {
        return /cycle|call stack/.test((error as Error).message) ? 'cycle' : (error as Error).message;
      }
    };
    expect(told(() => ours.synthYaml())).toEqual(told(() => stock.synthYaml()));
  }), { numRuns: 200 });
});
