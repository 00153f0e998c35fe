import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderBarrel } from '../../build-tools/barrel';
import { filesBelow, ROOT } from '../../build-tools/files';
import { Assembly, Type } from '../../build-tools/reference/assembly';
import { renderIndex } from '../../build-tools/reference/index-page';
import { prose } from '../../build-tools/reference/markdown';
import { renderPage } from '../../build-tools/reference/page';
import { PageProgram } from '../../build-tools/reference/programs';
import { Site } from '../../build-tools/reference/site';
import { PROGRAMS } from '../../examples/reference/programs';
import { CALLS } from '../../src/private/boundary-types';

const FOLDER = join(ROOT, 'docs/reference');
const pages = filesBelow(FOLDER, '.md').map(file => [file, readFileSync(join(FOLDER, file), 'utf8')] as const);
const placesOn = (text: string) => [...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id);

describe('docs/reference', () => {
  test('has a place for each name that users may import; if not, run `npm run compile` and `npm run docgen`', () => {
    const names = [...renderBarrel().matchAll(/export \{ ([^}]+) \}/g)].flatMap(([, list]) => list.split(', ').map(name => name.replace(/^type /, '')));
    const places = pages.flatMap(([, text]) => placesOn(text));
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter(name => !places.includes(name.toLowerCase()))).toEqual([]);
  });

  test.each(pages)('%s has each place once, and nothing of the machinery', (_, text) => {
    const places = placesOn(text);
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
    expect(text).not.toMatch(/\(experimental\)|toString|isConstruct|\[object/);
  });

  test('the index lists every page', () => {
    const index = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    expect(pages.filter(([file]) => file !== 'README.md' && !index.includes(`(${file}`)).map(([file]) => file)).toEqual([]);
  });
});

describe('the programs of the pages', () => {
  const providers = Object.keys(CALLS).flatMap(call => /^(\w+)Provider\.(\w+)$/.exec(call)?.slice(1, 3) ?? []);
  const pairs = providers.flatMap((kind, at) => at % 2 === 0 ? [[kind, providers[at + 1]]] : []);
  const special: Record<string, string> = { Http: 'http-service', Grpc: 'grpc-service', Tcp: 'tcp-service', Custom: 'custom-service', Smtp: 'smtp-server' };
  const pageOf = (kind: string) => special[kind] ?? kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

  test.each(pairs)('of %s show the provider %s, and what a consumer is told then', (kind, provider) => {
    expect(PageProgram.of(pageOf(kind))?.bindingIn(provider)?.entries.length).toBeGreaterThan(0);
  });

  test('each has a page', () => {
    expect(Object.keys(PROGRAMS).filter(name => !pages.some(([file]) => file === `${name}.md`))).toEqual([]);
  });
});

const of = (name: string, rest: Partial<Type>): Type => (
  { fqn: `lib.${name}`, name, kind: 'class', locationInModule: { filename: 'src/backing-services/redis.ts' }, ...rest });
const text = { primitive: 'string' };

/** A library of one kind, as jsii tells it. */
const SMALL = new Assembly([
  of('BackingService', { abstract: true, locationInModule: { filename: 'src/model/backing-service.ts' }, properties: [{ name: 'name', type: text }] }),
  of('Named', { kind: 'interface', datatype: true, properties: [{ name: 'owner', type: text, optional: true, docs: { summary: 'Who owns it.', default: '- nobody' } }] }),
  of('QueueProps', {
    kind: 'interface', datatype: true, interfaces: ['lib.Named'],
    properties: [{ name: 'provider', type: { fqn: 'lib.QueueProvider' } }, { name: 'size', type: { primitive: 'number' }, optional: true, docs: { default: '5 - few' } }],
  }),
  of('Queue', {
    base: 'lib.BackingService', docs: { summary: 'A queue <of things>;', remarks: 'see https://a.example/b.' },
    initializer: {
      parameters: [{ name: 'id', type: text }, { name: 'props', type: { fqn: 'lib.QueueProps' } }], docs: { custom: { throws: 'BST801 if the id is no name' } },
    },
    methods: [{ name: 'toString', returns: { type: text } }, { name: 'isQueue', static: true, returns: { type: { primitive: 'boolean' } } }],
  }),
  of('QueueProvider', { abstract: true, methods: [{ name: 'external', static: true, returns: { type: { fqn: 'lib.QueueProvider' } }, docs: { summary: 'A third party.' } }] }),
  of('EnvNames', { locationInModule: { filename: 'src/model/env-names.ts' } }),
]);

describe('a page', () => {
  const site = new Site(SMALL);
  const page = renderPage(site, site.pages.find(({ name }) => name === 'queue')!);

  test('says what a call refuses, with links to the codes', () => {
    expect(page).toContain('**Refuses**: [BST801](../checks/BST801.md) if the id is no name.');
    expect(page).toContain('| [BST801](../checks/BST801.md) | invalid-name | refusal |');
  });

  test('lists all options, those taken over among them, with their defaults; needed ones come first', () => {
    expect(page.match(/^\| `(\w+)`<br>.*$/gm)).toEqual([
      '| `provider`<br>[`QueueProvider`](queue.md#queueprovider) |  | *required* |', '| `owner`<br>string | Who owns it. | nobody |', '| `size`<br>number |  | `5`: few |',
    ]);
  });

  test('leaves out what only the machinery needs, and shows text as it is written', () => {
    expect(page).not.toMatch(/toString|isQueue/);
    expect(page).toContain('A queue &lt;of things>; see <https://a.example/b>.');
  });

  test('names the providers, and what its base class tells', () => {
    expect(page).toContain('| [`QueueProvider.external()`](#queueprovider-external) | A third party. |');
    expect(page).toContain('It has all that [`BackingService`](providers.md#backingservice) has.');
    expect(renderIndex(site)).toContain('| [Queue](queue.md) | A queue &lt;of things>. | [external](queue.md#queueprovider-external) |');
  });
});

test.each([
  ['a `<b>` <c> {{ d }}', 'a `<b>` &lt;c> &#123;&#123; d }}'], ['one\nline\n\nnext', 'one line\n\nnext'], ['{@link A} of https://b.example/c, d', '`A` of <https://b.example/c>, d'],
  ['`https://a.example`', '`https://a.example`'], [undefined, ''],
])('a docstring %j is the Markdown %j', (docstring, markdown) => {
  expect(prose(docstring)).toBe(markdown);
});
