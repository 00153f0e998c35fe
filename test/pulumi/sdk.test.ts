import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as ts from 'typescript';

const SOURCES = join(__dirname, '../../src');
const MODULES = join(__dirname, '../../node_modules');

// Each test starts a process.
jest.setTimeout(60_000);

let home: string;

/** The compiled subpath where only some packages are installed: outside the repository, so that node finds no others. */
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'pulumi-subpath-'));
  mkdirSync(join(home, 'node_modules/@pulumi'), { recursive: true });
  ['pulumi', 'private'].forEach(compile);
  install('cdk8s');
  install('constructs');
});

function compile(folder: string): void {
  mkdirSync(join(home, 'lib', folder), { recursive: true });
  for (const file of readdirSync(join(SOURCES, folder))) {
    const { outputText } = ts.transpileModule(readFileSync(join(SOURCES, folder, file), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(join(home, 'lib', folder, file.replace(/\.ts$/, '.js')), outputText);
  }
}

afterEach(() => rmSync(home, { recursive: true, force: true }));

function install(name: string): void {
  symlinkSync(join(MODULES, name), join(home, 'node_modules', name), 'junction');
}

/** Imports the subpath in a process of its own; returns what it prints, or the message that it throws. */
function importSubpath(): string {
  const program = "try { console.log(Object.keys(require('./lib/pulumi/index.js')).join()); } catch (error) { console.log(error.message); }";
  const { NODE_PATH: _, ...env } = process.env;
  return spawnSync(process.execPath, ['-e', program], { cwd: home, env, encoding: 'utf8' }).stdout.trim();
}

test('fails with what to install where Pulumi is not installed', () => {
  expect(importSubpath()).toBe(
    'cdk8s-backing-services/pulumi needs @pulumi/pulumi and @pulumi/kubernetes, which cannot be found; run: npm install @pulumi/pulumi @pulumi/kubernetes');
});

test('fails with the one package that is missing', () => {
  install('@pulumi/pulumi');

  expect(importSubpath()).toBe(
    'cdk8s-backing-services/pulumi needs @pulumi/kubernetes, which cannot be found; run: npm install @pulumi/pulumi @pulumi/kubernetes');
});

test('fails with the error of Pulumi itself where an installed package is broken', () => {
  install('@pulumi/kubernetes');
  const broken = join(home, 'node_modules/@pulumi/pulumi');
  mkdirSync(broken);
  writeFileSync(join(broken, 'index.js'), "throw new Error('broken installation');");

  expect(importSubpath()).toBe('broken installation');
});

test('exports the component, and nothing else, where Pulumi is installed', () => {
  install('@pulumi/pulumi');
  install('@pulumi/kubernetes');

  expect(importSubpath()).toBe('ChartResources');
});

test('hands on the packages that are installed, each by its own name', () => {
  const installed = { pulumi: { is: 'the SDK' }, kubernetes: { is: 'the classes of Kubernetes' } };
  jest.isolateModules(() => {
    jest.doMock('@pulumi/pulumi', () => installed.pulumi);
    jest.doMock('@pulumi/kubernetes', () => installed.kubernetes);
    expect(jest.requireActual('../../src/pulumi/sdk')).toMatchObject(installed);
  });
});
