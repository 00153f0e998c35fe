import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { load } from 'js-yaml';
import { filesBelow, ROOT } from '../../build-tools/files';
import { declareExamples } from '../../examples/charts';
import { documentsText, documentText } from '../../src/synthesis/document-text';
import { crdFileOf, EXPERIMENTAL, RELEASES } from '../support/crd-schemas';
import { linesUnlikeStock } from './support/as-stock';

/** The texts of a file of snapshots, which is a program; jest reads it in this way, too. */
function snapshotsOf(file: string): string[] {
  const texts: Record<string, string> = {};
  new Function('exports', readFileSync(join(ROOT, file), 'utf8'))(texts);
  return Object.values(texts);
}

const SNAPSHOTS = ['test', 'examples'].flatMap(folder => filesBelow(join(ROOT, folder), '.snap').map(file => `${folder}/${file}`)).flatMap(snapshotsOf);

test('what the snapshots hold of YAML is written again as it was read', () => {
  const texts = SNAPSHOTS.filter(text => /^apiVersion: /m.test(text)).map(text => text.trim().replace(/^"|"$/g, '').trim());
  const documents = texts.flatMap(text => text.split('\n---\n'));
  expect(documents.length).toBeGreaterThan(50);
  expect(documents.map(document => documentText(load(document)))).toEqual(documents.map(document => `${document}\n`));
});

test('the examples are written as cdk8s writes them', () => {
  const app = new App();
  declareExamples(app);
  const objects = app.charts.map(chart => chart.toJson() as unknown[]);
  expect(objects.map(documentsText).join('---\n')).toBe(app.synthYaml());
});

test.each([...RELEASES, EXPERIMENTAL])('the CRDs of $name are', release => {
  const crds = JSON.parse(readFileSync(crdFileOf(release), 'utf8')) as unknown[];
  expect(crds.flatMap(linesUnlikeStock)).toEqual([]);
});
