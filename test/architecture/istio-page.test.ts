import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { compactYaml } from '../../build-tools/compact-yaml';
import { linesOf, membersIn } from '../../build-tools/declared-text';
import { ROOT } from '../../build-tools/files';
import { ISTIO_PAGE, renderIstioPage } from '../../build-tools/istio-page';
import { plain } from '../../build-tools/reference/markdown';
import { shownOf } from '../../examples/istio/piece';
import { PIECES } from '../../examples/istio/pieces';

const page = renderIstioPage();
const pieces = Object.values(PIECES).flat();

/** As clusters read YAML, where "yes" without quotes is no text. */
const read = (text: string): unknown[] => parseAllDocuments(text, { schema: 'yaml-1.1' }).map(document => document.toJS() as unknown);

test('docs/istio.md is up to date; if not, run `npm run istio-page`', () => {
  expect(readFileSync(ISTIO_PAGE, 'utf8')).toBe(page);
});

test('every row that it quotes stands in docs/conformance.md', () => {
  const rows = [...readFileSync(join(ROOT, 'docs/conformance.md'), 'utf8').matchAll(/^\| (.+?) \| /gm)].map(([, cell]) => cell.replace(/\\(.)/g, '$1'));
  const quoted = pieces.flatMap(({ observed }) => observed);
  expect(quoted.filter(row => !rows.includes(row))).toEqual([]);
  expect(quoted.filter(row => !page.includes(`\n* ${plain(row)}\n`))).toEqual([]);
});

test('the YAML on it is that of the objects', () => {
  const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => read(text));
  expect(blocks).toEqual(pieces.map(shownOf));
});

test('a mesh that a piece returns is a constant there', () => {
  expect(page).toMatch(/^```ts\nconst mesh = Mesh\.istio\(\{\n {2}meshPolicy: [^`]*^\}\);\n```$/m);
  expect(page).toContain('targetPort: 8080 }) }));\nconst mesh = Mesh.istio({ sidecars: {');
  expect(page).not.toContain('return ');
});

test('a piece that is not written as an object cannot be shown', () => {
  expect(() => renderIstioPage({ A: [{ ...pieces[0], title: 'None' }] })).toThrow('None: write the piece as an object with "title" and "declare"');
});

describe('YAML in few lines', () => {
  test('means the same, and has on one line what fits there', () => {
    const object = { kind: 'A', yes: 'yes', spec: { list: Array.from({ length: 40 }, (_, at) => ({ at })), map: { a: ['on', 1, '1'] } } };
    const text = compactYaml(object, { kind: 'B' });
    expect(read(text)).toEqual([object, { kind: 'B' }]);
    expect(text).toContain('\n  map: { a: [ "on", 1, "1" ] }\n---\nkind: B\n');
    expect(text).toContain('\n    - { at: 39 }\n');
  });
});

test.each([
  ['between its braces, without the indentation that they share', '() => {\n    b({\n      c,\n    });\n\n    d();\n  }', 'b({\n  c,\n});\n\nd();'],
  ['in its one expression', '() => b({\n    c: 1,\n  })', 'b({\n  c: 1,\n})'],
])('what a function declares is what stands %s', (_, declare, lines) => {
  const [{ texts, functions }] = membersIn(`x = {\n  title: 'a',\n  declare: ${declare},\n};`);
  expect([texts, linesOf(functions.declare)]).toEqual([{ title: 'a' }, lines]);
});
