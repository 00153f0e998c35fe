import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, Duration } from 'cdk8s';
import { DataAccess, HttpProvider, HttpService, MermaidDiagram, Problem, Severity, Topology, TopologyDocuments, TopologyJson } from '../../src';
import { AnyService, expectRefusal, newHttpService, newTcpService, newWorkload } from '../support/declare';

let folder: string;
let app: App;
let shop: Topology;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
  app = new App({ outdir: join(folder, 'dist') });
  shop = new Topology(new Chart(app, 'chart', { namespace: 'shop' }), 'shop');
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = () => existsSync(app.outdir) ? readdirSync(app.outdir).sort() : [];
const textOf = (name: string) => readFileSync(join(app.outdir, name), 'utf8');

test('writes what people and tools read of a topology, beside the YAML', () => {
  newWorkload(shop, 'web');
  shop.read();
  app.synth();
  TopologyDocuments.write(app);
  expect(written()).toEqual(['chart.k8s.yaml', 'chart.shop.mmd', 'chart.shop.topology.json']);
  expect(textOf('chart.shop.topology.json')).toBe(TopologyJson.render(TopologyDocuments.of(shop)));
  expect(textOf('chart.shop.mmd')).toBe(MermaidDiagram.render(TopologyDocuments.of(shop)));
});

test('makes a document of a topology with its findings, the accepted ones with their reasons', () => {
  const web = newWorkload(shop, 'web');
  const [call, use] = [web.calls(newHttpService(shop, 'api'), { timeout: Duration.seconds(1) }), web.uses(newTcpService(shop, 'ldap'), { access: DataAccess.READ_ONLY })];
  shop.acknowledge('BST616', call, 'the client keeps time itself');
  shop.read();
  const { findings, acknowledgements } = TopologyDocuments.of(shop);
  expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual(['BST521', 'BST616'].map(code => `${code} ${use.path}`));
  expect(acknowledgements).toMatchObject([{ finding: { code: 'BST616', path: call.path }, reason: 'the client keeps time itself' }]);
});

test('writes those of every topology of the app, into a folder that need not exist', () => {
  new Topology(new Chart(app, 'other', { namespace: 'o' }), 'books');
  TopologyDocuments.write(app);
  expect(written()).toEqual(['chart.shop.mmd', 'chart.shop.topology.json', 'other.books.mmd', 'other.books.topology.json']);
});

test('replaces what stands there, whole', () => {
  mkdirSync(app.outdir);
  writeFileSync(join(app.outdir, 'chart.shop.mmd'), 'old '.repeat(1000));
  TopologyDocuments.write(app);
  TopologyDocuments.write(app);
  expect(textOf('chart.shop.mmd')).toBe(MermaidDiagram.render(TopologyDocuments.of(shop)));
  expect(written()).toEqual(['chart.shop.mmd', 'chart.shop.topology.json']);
});

test('is not reached when the synthesis fails, so nothing is written of a topology that is refused', () => {
  const web = newWorkload(shop, 'web');
  web.calls(new HttpService(shop, 'web', { provider: HttpProvider.workload(web) }));
  expect(() => {
    app.synth();
    TopologyDocuments.write(app);
  }).toThrow('BST305 chart/shop/workloads/web: a workload waits for itself');
  expect(written()).toEqual([]);
});

test('BST038: refuses two topologies whose documents would be one file, before anything is written', () => {
  const [a, ab] = ['a', 'a.b'].map(id => new Chart(app, id, { namespace: 'shop' }));
  new Topology(a, 'b.c');
  new Topology(ab, 'c');
  expectRefusal(() => TopologyDocuments.write(app), 'BST038', 'a.b/c', 'that of "a/b.c" would be one file "a.b.c.topology.json"', 'another id');
  expect(written()).toEqual([]);
});

test('writes them where that advice is followed', () => {
  const [a, ab] = ['a', 'a.b'].map(id => new Chart(app, id, { namespace: 'shop' }));
  new Topology(a, 'b.c');
  new Topology(ab, 'd');
  TopologyDocuments.write(app);
  expect(written().filter(name => name.endsWith('.mmd'))).toEqual(['a.b.c.mmd', 'a.b.d.mmd', 'chart.shop.mmd']);
});

test('tells findings of every severity', () => {
  const severities = [Severity.ERROR, Severity.INFO, Severity.WARNING];
  newWorkload(shop, 'web');
  for (const [i, severity] of severities.entries()) {
    shop.addCheck({ code: `ACME00${i}`, title: `rule ${i}`, severity, rationale: 'r', fix: 'do right', check: ({ graph }) => [Problem.of(graph.workloads[0], 'is odd')] });
  }
  expect(TopologyDocuments.of(shop).findings.map(({ severity }) => severity)).toEqual(severities);
});

test('writes nothing when one topology of several cannot be rendered', () => {
  const broken = new Topology(new Chart(app, 'other', { namespace: 'o' }), 'broken');
  class Broken extends AnyService {
    public override bind(): never {
      throw new Error('no such secret');
    }
  }
  newWorkload(broken, 'web').uses(new Broken(broken, 'db', AnyService.traits()));
  expect(() => TopologyDocuments.write(app)).toThrow('no such secret');
  expect(written()).toEqual([]);
});

test('leaves the old file as it is when the new one cannot be written', () => {
  mkdirSync(join(app.outdir, 'chart.shop.mmd'), { recursive: true });
  writeFileSync(join(app.outdir, 'chart.shop.topology.json'), 'old');
  expectRefusal(() => TopologyDocuments.write(app), 'BST038', 'chart/shop', '"chart.shop.mmd" is a folder', 'another output folder');
  expect(textOf('chart.shop.topology.json')).toBe('old');
});
