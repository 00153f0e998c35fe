import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
import { OutputFile, outputFiles, outputFolders } from '../../src/synthesis/output-files';
import { Synthesis } from '../../src/synthesis/synthesis';
import { Tree } from '../../src/synthesis/tree';

const { FILE_PER_APP, FILE_PER_CHART, FILE_PER_RESOURCE, FOLDER_PER_CHART_FILE_PER_RESOURCE } = YamlOutputType;

function app(charts: Record<string, string[]>, depends: [from: string, to: string][] = []): App {
  const made = new App();
  for (const [id, objects] of Object.entries(charts)) {
    const chart = new Chart(made, id);
    for (const name of objects) new ApiObject(chart, name, { apiVersion: 'v1', kind: 'Thing', metadata: { name } });
  }
  for (const [from, to] of depends) made.node.findChild(from).node.addDependency(made.node.findChild(to));
  return made;
}

const synthesisOf = (made: App) => new Synthesis(new Tree(made));
const namesIn = ({ name, documents }: OutputFile): [string, string[]] => [name, Array.from(documents, ({ metadata }) => metadata.name as string)];
const filesOf = (type: YamlOutputType, made: App) => Array.from(outputFiles(type, '.yml', synthesisOf(made)), namesIn);

const SHOP = app({ web: ['a', 'b'], empty: [], stores: ['c'] });

test.each<[string, YamlOutputType, [string, string[]][]]>([
  ['of the app', FILE_PER_APP, [['app.yml', ['a', 'b', 'c']]]],
  ['of each chart', FILE_PER_CHART, [['web.yml', ['a', 'b']], ['empty.yml', []], ['stores.yml', ['c']]]],
  ['of each object', FILE_PER_RESOURCE, [['Thing.a.yml', ['a']], ['Thing.b.yml', ['b']], ['Thing.c.yml', ['c']]]],
  ['of each object, in a folder of its chart', FOLDER_PER_CHART_FILE_PER_RESOURCE, [['web/Thing.a.yml', ['a']], ['web/Thing.b.yml', ['b']], ['stores/Thing.c.yml', ['c']]]],
])('a file %s', (_, type, files) => {
  expect(filesOf(type, SHOP)).toEqual(files);
});

test('an app without charts has no file, not an empty one', () => {
  expect([FILE_PER_APP, FILE_PER_CHART, FILE_PER_RESOURCE].flatMap(type => filesOf(type, app({})))).toEqual([]);
});

test('charts of which one depends on another are numbered in the order in which they are to be applied', () => {
  const made = app({ web: ['a'], stores: ['c'] }, [['web', 'stores']]);
  expect(filesOf(FILE_PER_CHART, made).map(([name]) => name)).toEqual(['0000-stores.yml', '0001-web.yml']);
  expect(outputFolders(FOLDER_PER_CHART_FILE_PER_RESOURCE, synthesisOf(made))).toEqual(['0000-stores', '0001-web']);
});

test('a chart without objects has a folder, where charts have one', () => {
  expect(outputFolders(FOLDER_PER_CHART_FILE_PER_RESOURCE, synthesisOf(SHOP))).toEqual(['web', 'empty', 'stores']);
  expect(outputFolders(FILE_PER_CHART, synthesisOf(SHOP))).toEqual([]);
});

test('a name holds nothing that leads out of the folder', () => {
  expect(filesOf(FILE_PER_RESOURCE, app({ web: ['../../etc/passwd'] }))).toEqual([['Thing.....etcpasswd.yml', ['../../etc/passwd']]]);
});
