import each from 'jest-each';

type Body = () => unknown;
type HookName = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

interface Suite {
  readonly name: string;
  readonly parent?: Suite;
  readonly hooks: Record<HookName, Body[]>;
}

/** One test, which can be run again and again. */
export interface Case {
  readonly name: string;
  readonly body: Body;
  readonly suite: Suite;
}

const suiteOf = (name: string, parent?: Suite): Suite => ({ name, parent, hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] } });

/** Stands in for jest's `test` and `describe`: it keeps the tests of a file, so that they can be run for each mutant without being loaded again. */
export class Collected {
  public cases: Case[] = [];
  private suites: Suite[] = [];
  private current = suiteOf('');

  /** Puts itself in the place of jest's own globals. */
  public install(globals: Record<string, unknown>): void {
    const test = Object.assign(
      (name: string, body: Body) => void this.cases.push({ name: fullName(this.current, name), body, suite: this.current }), { concurrent: {} },
    );
    const describe = (name: unknown, body: Body) => this.describe(String(name), body);
    const table = each.withGlobal({ test, it: test, describe, xtest: {}, xit: {}, fit: {}, xdescribe: {}, fdescribe: {} } as never);
    Object.assign(test, { each: (...rows: never[]) => (table as never as (...of: never[]) => { test: unknown })(...rows).test });
    Object.assign(describe, { each: (...rows: never[]) => (table as never as (...of: never[]) => { describe: unknown })(...rows).describe });
    Object.assign(globals, { test, it: test, describe });
    for (const hook of ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'] as const) {
      globals[hook] = (body: Body) => void this.current.hooks[hook].push(body);
    }
  }

  /** Forgets all, for a file that is loaded again. */
  public clear(): void {
    this.cases = [];
    this.current = suiteOf('');
    this.suites = [this.current];
  }

  private describe(name: string, body: Body): void {
    const outer = this.current;
    this.current = suiteOf(name, outer);
    this.suites.push(this.current);
    body();
    this.current = outer;
  }

  /** Runs what is done once for all tests. */
  public async runOnce(hook: 'beforeAll' | 'afterAll'): Promise<void> {
    for (const suite of this.suites) for (const body of suite.hooks[hook]) await body();
  }
}

function fullName(suite: Suite, name: string): string {
  return [...outward(suite).reverse().map(outer => outer.name), name].filter(Boolean).join(' ');
}

/** A suite and all around it, from the inside. */
export function outward(suite: Suite): Suite[] {
  return suite.parent ? [suite, ...outward(suite.parent)] : [suite];
}
