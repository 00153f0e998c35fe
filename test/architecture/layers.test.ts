import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../build-tools/files';
import { CONFIG, cruise, Violation } from './support/cruise';

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
  ['src/checks/a.ts', '../topology', 'checks-read-what-is-routed'],
  ['src/checks/k.ts', '../model/m'],
  ['src/diagram/a.ts', 'node:fs', 'files-in-two-places'],
  ['src/diagram/b.ts', '../model/m', 'texts-read-the-document'],
  ['src/diagram/c.ts', 'constructs', 'texts-read-the-document'],
  ['src/diagram/d.ts', '../report/from-graph/d', 'texts-read-the-document'],
  ['src/diagram/e.ts', '../private/emit', 'only-outputs-emit'],
  ['src/diagram/f.ts', '../report/document/b'],
  ['src/diagram/g.ts', '../private/duration-text'],
  ['src/diff/a.ts', '../diagram/f', 'texts-read-the-document'],
  ['src/report/a.ts', 'yaml', 'pure-folders-read-the-model'],
  ['src/report/b.ts', '../model/m', 'graph-becomes-a-document-once'],
  ['src/report/c.ts', './document/b'],
  ['src/report/document/a.ts', '../../private/p', 'document-is-plain-data'],
  ['src/report/document/b.ts', './c'],
  ['src/report/from-graph/a.ts', '../../topology', 'pure-folders-read-the-model'],
  ['src/report/from-graph/d.ts', '../../model/m'],
  ['src/contracts/a.ts', '../topology', 'contracts-read-documents'],
  ['src/contracts/b.ts', 'node:fs'],
  ['src/contracts/c.ts', 'yaml'],
  ['src/contracts/d.ts', 'node:https', 'no-network'],
  ['src/pods/a.ts', '../topology', 'pods-read-workload-resources'],
  ['src/pods/b.ts', 'cdk8s-plus-28', 'pods-read-workload-resources'],
  ['src/pods/c.ts', 'cdk8s'],
  ['src/traffic/a.ts', '../istio/i', 'traffic-is-neutral'],
  ['src/traffic/b.ts', '../topology', 'traffic-is-neutral'],
  ['src/traffic/c.ts', '../private/emit', 'only-outputs-emit'],
  ['src/traffic/t.ts', '../model/m'],
  ['src/model/f.ts', '../traffic/t', 'traffic-is-for-outputs-and-checks'],
  ['src/checks/t.ts', '../traffic/t'],
  ['src/diagram/t.ts', '../traffic/t', 'traffic-is-for-outputs-and-checks'],
  ['src/platform/t.ts', '../traffic/t', 'traffic-is-for-outputs-and-checks'],
  ['src/gateway-api/a.ts', '../traffic/t'],
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
  ['src/judging/acknowledgements.ts', '../checks/k', 'judging-knows-no-rule'],
  ['src/topology.ts', './checks/k'],
  ['src/platform.ts', './istio/d'],
  ['src/platform/a.ts', '../checks/k', 'platform-joins-outputs'],
  ['src/platform/b.ts', 'node:fs', 'files-in-two-places'],
  ['src/platform/topology-documents.ts', '../istio/i', 'documents-join-texts'],
  ['src/synthesis/a.ts', '../model/m', 'synthesis-knows-no-topology'],
  ['src/synthesis/b.ts', '../istio/i', 'synthesis-knows-no-topology'],
  ['src/synthesis/c.ts', 'yaml', 'synthesis-knows-no-topology'],
  ['src/synthesis/d.ts', 'node:fs', 'files-in-two-places'],
  ['src/synthesis/e.ts', 'cdk8s'],
  ['src/synthesis/f.ts', '../private/p'],
  ['src/pulumi/a.ts', '../model/m', 'pulumi-hands-manifests-on'],
  ['src/pulumi/p.ts', '@pulumi/pulumi'],
  ['src/utils.ts', './model/m', 'every-file-has-a-layer'],
  ['src/utils/a.ts', '../model/m'],
  ['src/utils/b.ts', '../checks/k', 'outputs-read-the-topology'],
  ['src/model/u.ts', '../utils/a', 'model-is-the-vocabulary'],
  ['src/checks/u.ts', '../utils/a', 'checks-read-what-is-routed'],
  ['src/istio/u.ts', '../utils/a', 'outputs-are-apart'],
  ['src/index.ts', './istio/i'],
  ['test/t.ts', '../src/model/m'],
  ['test/packed/a.ts', '../../src/model/m', 'packed-knows-no-source'],
  ['test/packed/b.ts', './a'],
  ['test/model/a.ts', '../packed/b', 'packed-is-a-program'],
  ['examples/extending/a.ts', '../../src/model/m', 'extending-is-a-third-party'],
  ['examples/extending/b.ts', '../deployment', 'extending-is-a-third-party'],
  ['examples/extending/c.ts', '../../src/index'],
  ['examples/extending/c.test.ts', '../deployment'],
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
    write('src/private/duration-text.ts', 'export type D = string;\n');
    write('src/report/document/c.ts', 'export type C = string;\n');
    write('src/private/emit.ts', "import 'cdk8s';\nexport {};\n");
    write('src/kubernetes/f.ts', "import type { X } from './e';\nexport type Y = X;\n");
    write('examples/deployment.ts', 'export type D = string;\n');
    write('src/private/orphan.ts', 'export type Q = string;\n');
    for (const [file, imported] of CASES) write(file, `import type * as x from '${imported}';\nexport type X = typeof x;\n`);
    found = cruise(folder, ['src', 'test', 'examples']);
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
    expect(cruise(ROOT, ['src', 'test', 'examples', 'bench', 'build-tools']).map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
  });
});
