import { documentedCodes } from '../../build-tools/check-docs';
import { exampleSections } from '../../build-tools/check-examples';
import { discoverChecks } from '../../build-tools/checks';
import { takenBy, membersIn } from '../../build-tools/declared-text';
import { EXAMPLES } from '../../examples/checks/examples';

/** Codes whose pages show no lines, by why they do not. */
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  'is about types of which a program adds its own': ['BST015', 'BST019', 'BST029', 'BST045', 'BST420', 'BST424'],
  'is about files, charts and outputs around the topology': ['BST011', 'BST022', 'BST038', 'BST040', 'BST041', 'BST042', 'BST048', 'BST425', 'BST710', 'BST711'],
  'does not compile in TypeScript': ['BST021'],
};

const codes = EXAMPLES.map(({ code }) => code);

test('the page of every check shows lines in which it is found, and lines in which it is not', () => {
  expect(discoverChecks().map(({ code }) => code).filter(code => !codes.includes(code))).toEqual([]);
});

test('so does the page of every other code, unless it is said why not', () => {
  const documented = documentedCodes().map(({ code }) => code);
  expect(documented.filter(code => !codes.includes(code))).toEqual(Object.values(WITHOUT).flat().sort());
  expect(codes.filter(code => !documented.includes(code))).toEqual([]);
});

describe('what is shown of BST104', () => {
  const [found, instead] = exampleSections({ code: 'BST104' }).join('\n').split('## Instead');

  test('is what the program says, without its indentation, and what is answered', () => {
    expect(found).toContain('```ts\nweb.calls(carts, {\n  timeout: Duration.seconds(1),\n');
    expect(found).toContain('```text\nBST104 shop/shop/workloads/web calls carts: 3 × 400 ms');
    expect(instead).toContain('```ts\nweb.calls(carts, {\n  timeout: Duration.millis(1300),\n');
  });

  test('names what it is declared of', () => {
    expect(found).toContain('/examples/checks/calls.ts): `web` is a workload, `carts` is the HTTP service of a workload `orders`.\n');
  });
});

test('of a refusal is shown what is refused', () => {
  expect(exampleSections({ code: 'BST007', isRefusal: true })[0]).toBe('## What is refused');
  expect(exampleSections({ code: 'BST007', isRefusal: true }).join('\n')).toContain('```text\nBST007 ');
});

test('a code without an example has no such sections', () => {
  expect(exampleSections({ code: 'BST000' })).toEqual([]);
});

test('an example that is not written as an object cannot be shown, nor one in which nothing is found', () => {
  const [example] = EXAMPLES;
  expect(() => exampleSections({ code: 'BST000' }, [{ ...example, code: 'BST000' }])).toThrow('BST000: write the example as an object with "code", "bad" and "good"');
  expect(() => exampleSections(example, [{ ...example, bad: example.good }])).toThrow(`${example.code}: it is not found in its bad lines`);
});

test.each([
  ['({ web, carts }) => 1', ['web', 'carts']],
  ['shop => 1', []],
  ['() => 1', []],
])('what %s takes out of its parameter is %j', (text, names) => {
  expect(takenBy(membersIn(`x = { bad: ${text} }`)[0].functions.bad)).toEqual(names);
});

test('no example is longer than a page shows well', () => {
  const long = codes.filter(code => exampleSections({ code }).join('\n').split('```').some((block, at) => at % 2 === 1 && block.trim().split('\n').length > 14));
  expect(long).toEqual([]);
});
