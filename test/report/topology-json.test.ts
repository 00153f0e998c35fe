import * as fc from 'fast-check';
import { MermaidDiagram, TopologyDocuments, TopologyJson } from '../../src';
import { expectRefusal, refusalOf, survivesHostileText } from '../support/declare';
import { declareCalls, randomCalls } from '../support/random-calls';
import { saysEverything } from '../support/says-everything';
import { Declaration } from '../support/topology';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Changed = Record<string, any>;

const everything = () => TopologyJson.render(TopologyDocuments.of(saysEverything()));

test('the smallest topology', () => expect(TopologyJson.render(TopologyDocuments.of(new Declaration().topology))).toBe(
  `{${['acknowledgements', 'bindings', 'channels', 'dependencies', 'findings'].map(name => `\n  "${name}": [],`).join('')}
  "schemaVersion": 1,\n  "services": [],\n  "workloads": []\n}\n`));

test('a topology in which everything is said', () => expect(everything()).toMatchSnapshot());

test('tells no path of the machine, no time and nothing that changes from one run to the next', () => {
  expect(everything()).not.toContain(process.cwd());
  expect(everything()).not.toMatch(/"(\/(?!users)|[A-Z]:\\|file:)|\d{4}-\d\d-\d\dT/);
  expect(everything()).toBe(everything());
});

test('the keys of every object are sorted', () => {
  JSON.parse(everything(), function (this: unknown, _, value: unknown) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) expect(Object.keys(value)).toEqual(Object.keys(value).sort());
    return value;
  });
});

test('what is written is read back, and is the same when it is written again', () => {
  const document = TopologyJson.parse(everything());
  expect(document).toEqual(JSON.parse(JSON.stringify(TopologyDocuments.of(saysEverything()))));
  expect(TopologyJson.render(document)).toBe(everything());
  expect(TopologyJson.parse(JSON.stringify(document))).toEqual(document);
});

test('of a topology that is read, the same diagram is drawn', () =>
  expect(MermaidDiagram.render(TopologyJson.parse(everything()))).toBe(MermaidDiagram.render(TopologyDocuments.of(saysEverything()))));

test.each<[string, (document: Changed) => unknown, ...words: string[]]>([
  ['another version', document => { document.schemaVersion = 2; }, 'schemaVersion is 2: allowed is 1', 'use the release of this package that wrote the document'],
  ['another version with members of its own', document => Object.assign(document, { schemaVersion: 7, queues: [] }), 'schemaVersion is 7'],
  ['a version in words', document => { document.schemaVersion = '1'; }, 'schemaVersion is "1": allowed is 1'],
  ['a member that is not known', document => { document.extra = 1; }, 'the document has the unknown member "extra"'],
  ['a member that is missing', document => { delete document.findings; }, 'the document has no "findings"'],
  ['a value of another type', document => { document.services[0].routes = 'yes'; }, 'services[0].routes is "yes": allowed is a list'],
  ['an element that is not there', document => { document.bindings[0].service = 'gone'; }, 'refers to the service "gone", which is not in the document'],
])('neither reads nor writes %s', (_, change, ...words) => {
  const document = JSON.parse(everything());
  change(document);
  expectRefusal(() => TopologyJson.parse(JSON.stringify(document)), 'BST711', 'TopologyJson.parse', ...words);
  expect(refusalOf(() => TopologyJson.render(document)).code).toMatch(/^BST(711|021)$/);
});

test('a document that is not written is refused in the name of what was to write it', () => {
  const next = { ...TopologyDocuments.of(new Declaration().topology), schemaVersion: 2 };
  expectRefusal(() => TopologyJson.render(next), 'BST711', 'TopologyJson.render', 'schemaVersion is 2');
});

test.each<[unknown, string]>([
  ['', 'it is not JSON'], ['null', 'the document is null'], ['[]', 'the document is a list'],
  ['{"schemaVersion": 1, "schemaVersion": 1}', 'two members of one name'], ['{"__proto__": {"schemaVersion": 1}}', 'the document has no "schemaVersion"'],
])('does not read %j', (text, problem) => expectRefusal(() => TopologyJson.parse(text as string), 'BST711', 'TopologyJson.parse', problem));

test('survives texts that mean something else to a parser, and forges no line of a message', () => survivesHostileText(text => TopologyJson.parse(
  everything().replace('"standing": "foreign"', `"standing": "foreign", ${JSON.stringify(text)}: ${JSON.stringify(text)}`))));

test('tells what a consumer reads by name and never a value: its variables and files', () => {
  const { bindings } = JSON.parse(everything());
  expect(bindings[2]).toEqual({
    consumer: 'test/shop/workloads/web', service: 'test/shop/cache', name: 'sessions', variables: ['SESSIONS_URL'],
    files: ['database', 'host', 'password', 'port', 'ssl', 'uri', 'username'],
  });
  expect(everything()).not.toContain('entry-of-the-vault');
});

test('is the same in whatever order workloads, services and calls are declared', () => {
  const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 });
  fc.assert(fc.property(randomCalls, orders, fc.func(fc.integer()), (calls, order, rank) => {
    const shuffled = [...calls].sort((a, b) => rank(a) - rank(b));
    const render = (given: ReturnType<typeof declareCalls>) => TopologyJson.render(TopologyDocuments.of(given.declared.topology));
    expect(render(declareCalls(shuffled, order))).toBe(render(declareCalls(calls)));
  }), { numRuns: 40 });
});
