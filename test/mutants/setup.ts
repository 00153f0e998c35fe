import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { configureGlobal } from 'fast-check';
import { Case, Collected } from './collected';
import { fileNameOf, Outcome, Plan, Sight, Work } from './plan';
import { failureOf } from './run-case';
import { Switches } from './switches';

// Loaded by jest before each test file, whose tests it keeps and runs itself: once to see what each reaches, then once for each mutant.

const plan = JSON.parse(readFileSync(process.env.MUTANTS_PLAN!, 'utf8')) as Plan;
const jestTest = test;
const testFile = expect.getState().testPath!;
const name = relative(join(__dirname, '../..'), testFile);
// Tests replace functions of node:fs; these are kept.
const files = { exists: existsSync, write: writeFileSync };

const switches = new Switches();
(globalThis as unknown as { __mutants: Switches }).__mutants = switches;
const collected = new Collected();
collected.clear();
collected.install(globalThis as never);

// Any counterexample will do; to look for a smaller one can take for ever.
configureGlobal({ endOnFailure: true });

/** What a test may take without any mutant, and with one besides ten times what it took: machines are busy. */
const PATIENCE_MS = 60_000;
const DEADLINE_MS = 5_000;
const took = new Map<string, number>();

async function failureWithin(testCase: Case): Promise<unknown> {
  const usual = took.get(testCase.name);
  const milliseconds = usual === undefined ? PATIENCE_MS : DEADLINE_MS + 10 * usual;
  switches.allow(milliseconds);
  return failureOf(testCase, milliseconds);
}

/** What each test reaches: all of them, or those of these names. */
async function look(names?: ReadonlySet<string>): Promise<Sight> {
  const sample = new Set(plan.sample);
  const seen = () => switches.reached().filter(id => sample.has(id));
  const loaded = seen();
  const tests: Sight['tests'][number][] = [];
  const unfit: string[] = [];
  for (const testCase of collected.cases.filter(one => names?.has(one.name) ?? true)) {
    const start = Date.now();
    const failure = await failureWithin(testCase);
    if (failure !== undefined) unfit.push(`${testCase.name}: ${String(failure).replace(/\s+/g, ' ').slice(0, 300)}`);
    else tests.push({ name: testCase.name, milliseconds: Date.now() - start, reached: seen() });
    took.set(testCase.name, Date.now() - start);
    seen();
  }
  return { tests: tests.sort((a, b) => a.milliseconds - b.milliseconds), loaded, unfit };
}

const markOf = (id: string) => join(plan.folder, `killed-${fileNameOf(id)}`);

/** Tries the mutants that no other test file has killed by now. */
async function tryAll(all: readonly Work[], killerOf: (work: Work) => Promise<string | undefined>): Promise<Outcome['killed']> {
  const killed: { id: string; by: string }[] = [];
  for (const work of all) {
    if (files.exists(markOf(work.id))) continue;
    const by = await killerOf(work);
    if (by === undefined) continue;
    killed.push({ id: work.id, by });
    files.write(markOf(work.id), by);
  }
  return killed;
}

/** The tests to try, in their order: the quickest first. */
const chosen = ({ tests = [] }: Work) => tests.flatMap(wanted => collected.cases.filter(testCase => testCase.name === wanted));

/** Turns the mutant on in the modules that are loaded. What fails must hold again without it, else the mutant has spoiled what is loaded. */
async function killerBySwitch(work: Work): Promise<string | undefined> {
  for (const testCase of chosen(work)) {
    switches.turnOn(work.id);
    const failure = await failureWithin(testCase);
    switches.turnOn(undefined);
    if (failure === undefined) continue;
    if (await failureWithin(testCase) === undefined) return testCase.name;
    await reload();
    return undefined;
  }
  return undefined;
}

async function reload(): Promise<void> {
  jest.resetModules();
  jest.restoreAllMocks();
  collected.clear();
  switches.allow(PATIENCE_MS);
  jest.requireActual(testFile);
  await collected.runOnce('beforeAll');
}

/** Loads everything anew with the mutant on. */
async function killerByLoad(work: Work): Promise<string | undefined> {
  switches.turnOn(work.id);
  try {
    await reload();
    const named = chosen(work);
    // A test that is named after what the mutant changes has another name now, and is any of them.
    const cases = named.length < (work.tests ?? []).length ? collected.cases : named;
    for (const testCase of cases) if (await failureWithin(testCase) !== undefined) return testCase.name;
    return undefined;
  } catch {
    return 'its modules cannot be loaded';
  } finally {
    switches.turnOn(undefined);
    await collected.runOnce('afterAll');
  }
}

async function found(): Promise<Outcome> {
  if (plan.step === 'load') return { killed: await tryAll(plan.work[name], killerByLoad) };
  await collected.runOnce('beforeAll');
  const isChosen = plan.work[name].every(({ tests }) => tests !== undefined);
  const sight = await look(isChosen && plan.work[name].length > 0 ? new Set(plan.work[name].flatMap(({ tests = [] }) => tests)) : undefined);
  const telling = (id: string) => sight.tests.filter(({ reached }) => reached.includes(id)).map(seen => seen.name);
  const work = plan.work[name].map(({ id, tests }) => ({ id, tests: tests ?? telling(id) }));
  const killed = await tryAll(work, killerBySwitch);
  await collected.runOnce('afterAll');
  return { killed, sight };
}

jestTest('mutants', async () => {
  const result = await found();
  files.write(join(plan.folder, `${fileNameOf(name)}.json`), JSON.stringify(result));
}, 3_600_000);
