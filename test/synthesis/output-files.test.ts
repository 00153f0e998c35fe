import { ApiObject, App, Chart, JsonPatch, YamlOutputType } from 'cdk8s';
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
const outputOf = (type: YamlOutputType, made: App) => ({ type, extension: '.yml', charts: synthesisOf(made).charts() });
const filesOf = (type: YamlOutputType, made: App) => Array.from(outputFiles(outputOf(type, made), synthesisOf(made)), namesIn);
const foldersOf = (type: YamlOutputType, made: App) => outputFolders(outputOf(type, made), synthesisOf(made));

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
  expect(foldersOf(FOLDER_PER_CHART_FILE_PER_RESOURCE, made)).toEqual(['0000-stores', '0001-web']);
});

test('a chart without objects has a folder, where charts have one', () => {
  expect(foldersOf(FOLDER_PER_CHART_FILE_PER_RESOURCE, SHOP)).toEqual(['web', 'empty', 'stores']);
  expect(foldersOf(FILE_PER_CHART, SHOP)).toEqual([]);
});

test('in a folder of its chart a file is named as the object was declared, else as it is written', () => {
  const made = app({ web: ['a'] });
  (made.node.findChild('web').node.findChild('a') as ApiObject).addJsonPatch(JsonPatch.replace('/metadata/name', 'patched'));
  expect(filesOf(FOLDER_PER_CHART_FILE_PER_RESOURCE, made)).toEqual([['web/Thing.a.yml', ['patched']]]);
  expect(filesOf(FILE_PER_RESOURCE, made)).toEqual([['Thing.patched.yml', ['patched']]]);
});

test('a name holds nothing that leads out of the folder', () => {
  expect(filesOf(FILE_PER_RESOURCE, app({ web: ['../../etc/passwd'] }))).toEqual([['Thing.....etcpasswd.yml', ['../../etc/passwd']]]);
});
