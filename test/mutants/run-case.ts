import { Case, outward } from './collected';

/** Runs one test as jest does; returns what went wrong. It has failed if it waits for something longer than it may. */
export async function failureOf(test: Case, milliseconds: number): Promise<unknown> {
  // Jest knows of one test alone, by whose name it would look for snapshots.
  const unknown = { currentConcurrentTestName: () => undefined, currentTestIdentity: () => undefined };
  expect.setState({ currentTestName: test.name, assertionCalls: 0, suppressedErrors: [], ...unknown } as never);
  // Each run of a test compares with the first snapshot of its name again.
  (expect.getState() as never as { snapshotState: { _counters: Map<string, number> } }).snapshotState._counters.clear();
  jest.clearAllMocks();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('too late')), milliseconds); });
  try {
    await Promise.race([whole(test), late]);
    return (expect.getState().suppressedErrors as unknown[])[0];
  } catch (error) {
    return error ?? new Error('thrown: nothing');
  } finally {
    clearTimeout(timer);
  }
}

async function whole({ body, suite }: Case): Promise<void> {
  const suites = outward(suite);
  try {
    for (const { hooks } of [...suites].reverse()) for (const hook of hooks.beforeEach) await hook();
    await body();
  } finally {
    for (const { hooks } of suites) for (const hook of hooks.afterEach) await hook();
  }
}
