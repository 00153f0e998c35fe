import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App as StockApp, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { App } from '../../src/synthesis/app';
import { expectRefusal, refusalOf } from '../support/declare';
import { built, PLAN, Plan } from './random-apps';

const RUNS = Number(process.env.RUNS ?? 300);
let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'apps-')); });
afterEach(() => rmSync(folder, { recursive: true }));

/** Whether cdk8s has an answer to a plan, and what: files by name. */
function outcome(make: typeof StockApp, plan: Plan): unknown {
  const outdir = mkdtempSync(join(folder, 'out-'));
  return told(() => built(make, plan, outdir).synth()) ?? filesIn(outdir);
}

function told<T>(tell: () => T): T | string {
  try {
    return tell();
  } catch (error) {
    const { message } = error as Error;
    return /cycle|call stack/.test(message) ? 'cycle' : message;
  }
}

function filesIn(dir: string, prefix = ''): [string, string | undefined][] {
  return readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(entry => (entry.isDirectory()
    ? [[`${prefix}${entry.name}/`, undefined] as [string, undefined], ...filesIn(join(dir, entry.name), `${prefix}${entry.name}/`)]
    : [[prefix + entry.name, readFileSync(join(dir, entry.name), 'utf8')] as [string, string]]));
}

test('writes what cdk8s writes, of any app that cdk8s can write', () => {
  fc.assert(fc.property(PLAN, plan => {
    expect(outcome(App, plan)).toEqual(outcome(StockApp, plan));
  }), { numRuns: RUNS });
});

test('charts that are named by whole numbers come first where nothing else orders them, as cdk8s lists them', () => {
  const constructs = ([['1', 0], ['10', 0], ['a', 1], ['b', 0]] as const).map(([id, scope]) => ({ kind: 'chart', id, scope, spec: undefined } as const));
  const plan: Plan = { constructs: [...constructs, { kind: 'object', id: 'o', scope: 1, spec: 1 }], edges: [[1, 4]], output: 1 };
  expect(outcome(App, plan)).toEqual(outcome(StockApp, plan));
});

test('gives what cdk8s gives as one text', () => {
  fc.assert(fc.property(PLAN, plan => {
    const [ours, stock] = [built(App, plan, folder), built(StockApp, plan, folder)];
    expect(told(() => ours.synthYaml())).toEqual(told(() => stock.synthYaml()));
  }), { numRuns: RUNS });
});

test('gives what cdk8s gives of each chart for tests', () => {
  fc.assert(fc.property(PLAN, fc.nat(), (plan, which) => {
    const [ours, stock] = [built(App, plan, folder), built(StockApp, plan, folder)].map(app => app.node.findAll().filter(Chart.isChart));
    fc.pre(ours.length > 0);
    const at = which % ours.length;
    expect(told(() => App.manifestsOf(ours[at]))).toEqual(told(() => Testing.synth(stock[at])));
  }), { numRuns: RUNS });
});

test('a chart that has not changed is not written again', () => {
  const app = new App({ outdir: folder });
  const [same, other] = ['same', 'other'].map(id => new Chart(app, id));
  for (const chart of [same, other]) new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Thing' });
  app.synth();
  const files = ['same', 'other'].map(id => join(folder, `${id}.k8s.yaml`));
  for (const file of files) utimesSync(file, 1, 1);
  new ApiObject(other, 'more', { apiVersion: 'v1', kind: 'Thing' });
  app.synth();
  expect(files.map(file => statSync(file).mtimeMs === 1000)).toEqual([true, false]);
});

test('tells its charts in the order in which they are written, those that a class of the user leaves in, too', () => {
  class Filtered extends App {
    public override get charts(): Chart[] {
      return super.charts.filter(({ node }) => node.id !== 'unwanted');
    }
  }
  const app = new Filtered({ outdir: folder });
  const [web, store] = ['web', 'store', 'unwanted'].map(id => new ApiObject(new Chart(app, id), 'object', { apiVersion: 'v1', kind: 'Thing' }));
  web.addDependency(store);
  app.synth();
  expect([app.charts.map(({ node }) => node.id), readdirSync(folder).sort()]).toEqual([['store', 'web'], ['0000-store.k8s.yaml', '0001-web.k8s.yaml']]);
});

test('gives objects for tests without asking cdk8s, which would read the whole app for each chart', () => {
  const chart = new Chart(new App(), 'chart');
  new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'a' } });
  const asked = jest.spyOn(Chart.prototype, 'toJson');
  expect([App.manifestsOf(chart), asked.mock.calls]).toEqual([[{ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'a' } }], []]);
  asked.mockRestore();
});

test.each<[string | undefined, boolean | undefined, boolean]>([
  [undefined, undefined, false], ['true', undefined, true], ['true', false, false], [undefined, true, true],
])('records what comes of which construct: by the environment %p, by the app %p', (environment, recordConstructMetadata, recorded) => {
  if (environment !== undefined) process.env.CDK8S_RECORD_CONSTRUCT_METADATA = environment;
  try {
    new App({ outdir: folder, recordConstructMetadata }).synth();
    expect(readdirSync(folder)).toEqual(recorded ? ['construct-metadata.json'] : []);
  } finally {
    delete process.env.CDK8S_RECORD_CONSTRUCT_METADATA;
  }
});

test('gives the objects of a chart that has been removed, as cdk8s does', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Thing' });
  app.node.tryRemoveChild('chart');
  expect(App.manifestsOf(chart)).toEqual(Testing.synth(chart));
});

test('the error of a construct that knows a file stays what it is', () => {
  const error = Object.assign(new Error('boom'), { file: 'x' });
  const app = new App({ outdir: folder });
  app.node.addValidation({ validate: () => { throw error; } });
  expect(() => app.synth()).toThrow(error);
});

test('leaves out the charts that a class of the user leaves out', () => {
  class Filtered extends App {
    public override get charts(): Chart[] {
      return super.charts.filter(({ node }) => node.id !== 'unwanted');
    }
  }
  const app = new Filtered({ outdir: folder });
  for (const id of ['wanted', 'unwanted']) new ApiObject(new Chart(app, id), 'object', { apiVersion: 'v1', kind: 'Thing' });
  app.synth();
  expect(readdirSync(folder)).toEqual(['wanted.k8s.yaml']);
  expect(app.synthYaml().match(/^kind/gm)).toHaveLength(1);
});

test('a chart that renders itself is asked, also for tests', () => {
  class Rendering extends Chart {
    public override toJson(): any[] {
      return [{ kind: 'Other' }];
    }
  }
  expect(App.manifestsOf(new Rendering(new App(), 'chart'))).toEqual([{ kind: 'Other' }]);
});

test('BST042: an output folder that cannot be written to is refused, without a path of this machine', () => {
  writeFileSync(join(folder, 'file'), 'theirs');
  const call = () => new App({ outdir: join(folder, 'file') }).synth();
  expectRefusal(call, 'BST042', '(app)', 'the output folder cannot be written: EEXIST', 'another outdir');
  expect(refusalOf(call).message).not.toContain(folder);
});

test('many dependencies of one construct take no longer than they are many', () => {
  const app = new App();
  const [a, b] = ['a', 'b'].map(id => new Construct(new Chart(app, `of-${id}`), id));
  const objects = (scope: Construct) => Array.from({ length: 4000 }, (_, i) => new ApiObject(scope, `o${i}`, { apiVersion: 'v1', kind: 'Thing' }));
  objects(a);
  for (const object of objects(b)) a.node.addDependency(object);
  expect(app.synthYaml().match(/^kind/gm)).toHaveLength(8000);
});

test('nor do many that depend on one construct of many', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  const [a, b] = ['a', 'b'].map(id => new Construct(chart, id));
  const objects = (scope: Construct) => Array.from({ length: 6000 }, (_, i) => new ApiObject(scope, `o${i}`, { apiVersion: 'v1', kind: 'Thing' }));
  for (const object of objects(a)) object.node.addDependency(b);
  objects(b);
  expect(app.synthYaml().match(/^kind/gm)).toHaveLength(12_000);
});
