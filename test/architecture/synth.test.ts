import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synth } from '../../build-tools/synth';

const WRITE = "const { writeFileSync } = require('fs'); const { join } = require('path');\n"
  + 'const write = (file, text) => writeFileSync(join(process.env.CDK8S_OUTDIR, file), text);\n'
  + "require('fs').mkdirSync(process.env.CDK8S_OUTDIR, { recursive: true });\n";

describe('npm run synth', () => {
  let folder: string;
  const app = (code: string) => writeFileSync(join(folder, 'app.js'), WRITE + code);
  const dist = () => Object.fromEntries(readdirSync(join(folder, 'dist')).sort()
    .map(file => [file, readFileSync(join(folder, 'dist', file), 'utf8')]));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'synth-'));
    writeFileSync(join(folder, 'cdk8s.yaml'), 'language: typescript\napp: node app.js\noutput: dist\n');
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/shop.k8s.yaml'), 'kind: Service\n');
    writeFileSync(join(folder, 'dist/gone.mmd'), 'graph\n');
    writeFileSync(join(folder, 'dist/changelog.md'), 'not ours\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('replaces the files of the last synthesis, and leaves those of others', () => {
    app("write('shop.k8s.yaml', 'kind: B\\n---\\nkind: A\\n---\\nkind: B\\n'); write('shop.topology.json', '{}');");
    expect(synth(folder)).toEqual(['dist/shop.k8s.yaml  3 objects: 1 A, 2 B', 'dist/shop.topology.json']);
    expect(dist()).toEqual({ 'changelog.md': 'not ours\n', 'shop.k8s.yaml': 'kind: B\n---\nkind: A\n---\nkind: B\n', 'shop.topology.json': '{}' });
    expect(readdirSync(folder).sort()).toEqual(['app.js', 'cdk8s.yaml', 'dist']);
  });

  test.each([
    ['throws after it wrote a file', "write('shop.k8s.yaml', 'kind: Half\\n'); throw new Error('BST101 shop: refused');", 'BST101 shop: refused'],
    ['writes no manifest', "write('shop.mmd', 'graph');", 'the app wrote no manifest'],
  ])('fails, and keeps every file as it is, when the app %s', (_, code, message) => {
    app(code);
    const before = dist();
    expect(() => synth(folder)).toThrow(message);
    expect(dist()).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(['app.js', 'cdk8s.yaml', 'dist']);
  });
});
