import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../build-tools/files';

const CONFIG = '.dependency-cruiser.cjs';

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

function cruise(cwd: string, ...folders: string[]): Violation[] {
  const cli = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [cli, '--config', CONFIG, '--output-type', 'json', ...folders], {
    cwd, encoding: 'utf8', maxBuffer: 2 ** 28,
  });
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as { readonly summary: { readonly violations: Violation[] } }).summary.violations;
}

/** A file, what it imports, and the rule that refuses it; no rule: accepted. */
const CASES: [file: string, imported: string, rule?: string][] = [
  ['src/private/a.ts', '../model/m', 'private-is-the-bottom'],
  ['src/private/b.ts', 'yaml', 'private-is-the-bottom'],
  ['src/private/c.ts', 'cdk8s'],
  ['src/model/a.ts', '../istio/i', 'model-is-the-vocabulary'],
  ['src/model/b.ts', '../topology', 'model-is-the-vocabulary'],
  ['src/model/c.ts', 'cdk8s-plus-28', 'model-is-the-vocabulary'],
  ['src/model/d.ts', '../private/p'],
  ['src/model/e.ts', '../private/emit', 'only-outputs-emit'],
  ['src/backing-services/a.ts', '../istio/i', 'pure-folders-read-the-model'],
  ['src/backing-services/b.ts', '../checks/k', 'pure-folders-are-apart'],
  ['src/backing-services/c.ts', '../model/m'],
  ['src/checks/a.ts', '../topology', 'pure-folders-read-the-model'],
  ['src/checks/k.ts', '../model/m'],
  ['src/diagram/a.ts', 'node:fs', 'files-in-two-places'],
  ['src/report/a.ts', 'yaml', 'pure-folders-read-the-model'],
  ['src/contracts/a.ts', '../topology', 'contracts-read-documents'],
  ['src/contracts/b.ts', 'node:fs'],
  ['src/contracts/c.ts', 'yaml'],
  ['src/contracts/d.ts', 'node:https', 'no-network'],
  ['src/pods/a.ts', '../topology', 'pods-read-cdk8s-plus'],
  ['src/pods/b.ts', 'cdk8s-plus-28'],
  ['src/istio/a.ts', '../strimzi/s', 'outputs-are-apart'],
  ['src/istio/b.ts', '../checks/k', 'outputs-read-the-topology'],
  ['src/istio/c.ts', '../platform', 'outputs-read-the-topology'],
  ['src/istio/d.ts', '../topology'],
  ['src/istio/e.ts', '../private/emit'],
  ['src/istio/i.ts', '../pods/b'],
  ['src/strimzi/s.ts', '../model/m'],
  ['src/secrets/a.ts', 'child_process', 'no-network'],
  ['src/kubernetes/a.ts', '../index', 'index-is-for-users'],
  ['src/kubernetes/b.ts', '../pulumi/p', 'pulumi-is-a-leaf'],
  ['src/kubernetes/c.ts', '../../test/t', 'src-stands-alone'],
  ['src/kubernetes/d.ts', './nowhere', 'no-unresolvable'],
  ['src/kubernetes/e.ts', './f', 'no-cycles'],
  ['src/acknowledgements.ts', './istio/i', 'topology-joins-model-and-checks'],
  ['src/topology.ts', './checks/k'],
  ['src/platform.ts', './istio/d'],
  ['src/platform/a.ts', '../checks/k', 'platform-joins-outputs'],
  ['src/platform/b.ts', 'node:fs', 'files-in-two-places'],
  ['src/platform/topology-documents.ts', '../istio/i', 'documents-join-texts'],
  ['src/pulumi/a.ts', '../model/m', 'pulumi-hands-manifests-on'],
  ['src/pulumi/p.ts', '@pulumi/pulumi'],
  ['src/utils/a.ts', '../model/m', 'every-file-has-a-layer'],
  ['src/index.ts', './istio/i'],
  ['test/t.ts', '../src/model/m'],
];

describe('the layers', () => {
  let folder: string;
  let found: Violation[];
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'layers-'));
    copyFileSync(join(ROOT, CONFIG), join(folder, CONFIG));
    write('tsconfig.all.json', '{ "compilerOptions": { "module": "node16" } }');
    for (const name of ['cdk8s', 'cdk8s-plus-28', 'constructs', 'yaml', '@pulumi/pulumi']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    write('src/model/m.ts', "import type { P } from '../private/p';\nexport type M = P;\n");
    write('src/private/p.ts', 'export type P = string;\n');
    write('src/private/emit.ts', "import 'cdk8s';\nexport {};\n");
    write('src/kubernetes/f.ts', "import type { X } from './e';\nexport type Y = X;\n");
    write('src/private/orphan.ts', 'export type Q = string;\n');
    for (const [file, imported] of CASES) write(file, `import type * as x from '${imported}';\nexport type X = typeof x;\n`);
    found = cruise(folder, 'src', 'test');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const rulesAgainst = (file: string) => [...new Set(found.filter(({ from }) => from === file).map(({ rule }) => rule.name))];

  test.each(CASES.filter(([, , rule]) => rule))('refuse %s importing %s: %s', (file, _, rule) => {
    expect(rulesAgainst(file)).toContain(rule);
  });

  test.each(CASES.filter(([, , rule]) => !rule))('accept %s importing %s', file => {
    expect(rulesAgainst(file)).toEqual([]);
  });

  test('refuse a file that nobody imports and that imports nothing', () => {
    expect(rulesAgainst('src/private/orphan.ts')).toEqual(['no-orphans']);
  });

  test('hold in this repository; if not, run `npm run layers` to read why', () => {
    expect(cruise(ROOT, 'src', 'test', 'examples', 'bench', 'build-tools').map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
  });
});
