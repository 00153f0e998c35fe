import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { fileOf, outputTypeOf } from '../../src/judging/object-file';

const object = () => new ApiObject(new Chart(new App(), 'chart'), 'o', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'or: ders_1.x' } });

test.each<[unknown, string | undefined]>([
  [YamlOutputType.FILE_PER_RESOURCE, 'Service.orders_1.x'], [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, 'chart/Service.orders_1.x'],
  [YamlOutputType.FILE_PER_CHART, undefined], [YamlOutputType.FILE_PER_APP, undefined], [undefined, undefined], ['FILE_PER_RESOURCE', undefined],
])('an app that writes by %p gives an object the file %p', (type, file) => expect(fileOf(object(), type)).toBe(file));

test('cdk8s writes charts of unlike paths to unlike folders, so that the path stands for the folder', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'folders-'));
  const app = new App({ outdir, yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
  const team = new Construct(app, 'team');
  const charts = ['shop', 'Shop', 'sh op', 's.hop', 'team-shop', 'default'].map(id => new Chart(app, id)).concat(['shop', 'Shop'].map(id => new Chart(team, id)));
  const files = charts.map(chart => fileOf(new ApiObject(chart, 'o', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' } }), app.yamlOutputType));
  app.synth();
  const folders = readdirSync(outdir).filter(folder => readdirSync(join(outdir, folder)).length === 1);
  rmSync(outdir, { recursive: true });
  expect([folders.length, new Set(folders.map(folder => folder.toLowerCase())).size, new Set(files).size]).toEqual([8, 8, 8]);
});

test('how an app writes is read where it tells, and unknown where the root is none', () => {
  expect(outputTypeOf(new App({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE }))).toBe(YamlOutputType.FILE_PER_RESOURCE);
  expect(outputTypeOf(new Construct(undefined as never, ''))).toBeUndefined();
});
