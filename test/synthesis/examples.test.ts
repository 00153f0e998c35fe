import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App as StockApp, Chart, Testing, YamlOutputType } from 'cdk8s';
import { billing, caches } from '../../examples/extending/extending';
import { shop } from '../../examples/shop/shop';
import { twelveFactor } from '../../examples/twelve-factor/twelve-factor';
import { App } from '../../src';

const EXAMPLES: [string, (chart: Chart) => unknown][] = [['shop', shop], ['books', twelveFactor], ['caches', caches], ['billing', billing]];
let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'examples-')); });
afterEach(() => rmSync(folder, { recursive: true }));

function declared<Made extends StockApp>(make: new (props: object) => Made, yamlOutputType = YamlOutputType.FILE_PER_CHART): Made {
  const app = new make({ outdir: join(folder, make === App as never ? 'ours' : 'stock'), yamlOutputType, outputFileExtension: '.yaml' });
  for (const [namespace, declare] of EXAMPLES) declare(new Chart(app, namespace, { namespace }));
  return app;
}

test.each(['FILE_PER_APP', 'FILE_PER_CHART', 'FILE_PER_RESOURCE', 'FOLDER_PER_CHART_FILE_PER_RESOURCE'] as const)('all examples in one app are the same bytes: %s', type => {
  for (const make of [App, StockApp]) declared(make, YamlOutputType[type]).synth();
  const [ours, stock] = ['ours', 'stock'].map(name => readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile()).map(({ parentPath, name: file }) => join(parentPath, file)).sort()
    .map(file => [file.slice(join(folder, name).length), readFileSync(file, 'utf8')]));
  expect(ours).toEqual(stock);
  expect(ours.length).toBeGreaterThan(0);
});

test('and the same text, and the same objects for tests', () => {
  const [ours, stock] = [declared(App), declared(StockApp)];
  expect(ours.synthYaml()).toBe(stock.synthYaml());
  const objects = (app: StockApp, tell: (chart: Chart) => unknown) => EXAMPLES.map(([namespace]) => tell(app.node.findChild(namespace) as Chart));
  expect(objects(ours, App.manifestsOf)).toEqual(objects(stock, Testing.synth));
});
