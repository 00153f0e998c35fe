import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App as StockApp, AppProps, Chart, Testing, YamlOutputType } from 'cdk8s';
import { billing, caches } from '../../examples/extending/extending';
import { shop } from '../../examples/shop/shop';
import { twelveFactor } from '../../examples/twelve-factor/twelve-factor';
import { App } from '../../src';

const TYPES = ['FILE_PER_APP', 'FILE_PER_CHART', 'FILE_PER_RESOURCE', 'FOLDER_PER_CHART_FILE_PER_RESOURCE'] as const;
const EXAMPLES: Readonly<Record<string, { readonly namespace: string; readonly declare: (chart: Chart) => unknown }>> = {
  'shop': { namespace: 'shop', declare: shop },
  'twelve-factor': { namespace: 'books', declare: twelveFactor },
  'caches': { namespace: 'caches', declare: caches },
  'billing': { namespace: 'acme', declare: billing },
};
const NAMES = Object.keys(EXAMPLES);

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'examples-')); });
afterEach(() => rmSync(folder, { recursive: true }));

function declared(make: new (props: AppProps) => StockApp, example: string, props: AppProps = {}): { readonly app: StockApp; readonly chart: Chart } {
  const app = new make({ outputFileExtension: '.yaml', ...props });
  const { namespace, declare } = EXAMPLES[example];
  const chart = new Chart(app, example, { namespace });
  declare(chart);
  return { app, chart };
}

function filesOf(make: new (props: AppProps) => StockApp, example: string, props: AppProps): [string, string][] {
  const outdir = mkdtempSync(join(folder, 'out-'));
  declared(make, example, { ...props, outdir }).app.synth();
  return readdirSync(outdir, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name)).sort().map(file => [file.slice(outdir.length), readFileSync(file, 'utf8')]);
}

describe.each(TYPES)('%s', type => {
  test.each(NAMES)('holds the same bytes of %s', example => {
    const props = { yamlOutputType: YamlOutputType[type], recordConstructMetadata: true };
    const ours = filesOf(App, example, props);
    expect(ours).toEqual(filesOf(StockApp, example, props));
    expect(ours.length).toBeGreaterThan(1);
  });
});

test.each(NAMES)('%s is the same text, and the same objects for tests', example => {
  const [ours, stock] = [declared(App, example), declared(StockApp, example)];
  expect(ours.app.synthYaml()).toBe(stock.app.synthYaml());
  expect(App.manifestsOf(ours.chart)).toEqual(Testing.synth(stock.chart));
});
