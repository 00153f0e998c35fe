import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PinnedTool as PinnedToolClass, PinnedToolProps } from './pinned-tool';

let cache: string;
let tool: (make: PinnedToolProps['make'], revision?: number) => PinnedToolClass;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'cache-'));
  process.env.XDG_CACHE_HOME = cache;
  jest.resetModules();
  // Loaded anew: where the cache is, is known when the module is loaded.
  const { PinnedTool } = jest.requireActual<typeof import('./pinned-tool')>('./pinned-tool');
  tool = (make, revision) => new PinnedTool({ name: 'broker', declaredIn: 'kafka', make, revision, install: 'Java' });
});

afterEach(() => {
  delete process.env.XDG_CACHE_HOME;
  rmSync(cache, { recursive: true });
});

test('a tool is built once, and found again', async () => {
  const first = tool(async (_, into) => writeFileSync(join(into, 'a.jar'), ''));
  expect(first.present()).toBe(false);
  await first.build();
  expect(existsSync(tool(async () => undefined).path('a.jar'))).toBe(true);
});

test('a build that fails leaves nothing', async () => {
  const broken = tool(async (_, into) => { writeFileSync(join(into, 'half.jar'), ''); throw new Error('no space'); });
  await expect(broken.build()).rejects.toThrow('no space');
  expect([broken.present(), readdirSync(dirname(broken.path()))]).toEqual([false, []]);
});

test('what is built another way is another tool', () => {
  expect(tool(async () => undefined, 2).path()).not.toBe(tool(async () => undefined, 1).path());
});
