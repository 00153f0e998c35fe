import { exampleSections } from '../../build-tools/check-examples';
import { discoverChecks } from '../../build-tools/checks';
import { takenBy, membersIn } from '../../build-tools/declared-text';
import { EXAMPLES } from '../../examples/checks/examples';

const codes = EXAMPLES.map(({ code }) => code);

test('the page of every check shows lines in which it is found, and lines in which it is not', () => {
  expect(discoverChecks().map(({ code }) => code).filter(code => !codes.includes(code))).toEqual([]);
});

test('every example is of a check', () => {
  const known = discoverChecks().map(({ code }) => code);
  expect(codes.filter(code => !known.includes(code))).toEqual([]);
});

describe('what is shown of BST104', () => {
  const [found, instead] = exampleSections('BST104').join('\n').split('## Instead');

  test('is what the program says, without its indentation, and what is answered', () => {
    expect(found).toContain('```ts\nweb.calls(carts, {\n  timeout: Duration.seconds(1),\n');
    expect(found).toContain('```text\nBST104 shop/shop/workloads/web calls carts: 3 × 400 ms');
    expect(instead).toContain('```ts\nweb.calls(carts, {\n  timeout: Duration.millis(1300),\n');
  });

  test('names what it is declared of', () => {
    expect(found).toContain('/examples/checks/calls.ts): `web` is a workload, `carts` is the HTTP service of a workload `orders`.\n');
  });
});

test('a code without an example has no such sections', () => {
  expect(exampleSections('BST000')).toEqual([]);
});

test('an example that is not written as an object cannot be shown, nor one in which nothing is found', () => {
  const [example] = EXAMPLES;
  expect(() => exampleSections('BST000', [{ ...example, code: 'BST000' }])).toThrow('BST000: write the example as an object with "code", "bad" and "good"');
  expect(() => exampleSections(example.code, [{ ...example, bad: example.good }])).toThrow(`${example.code}: it is not found in its bad lines`);
});

test.each([
  ['({ web, carts }) => 1', ['web', 'carts']],
  ['shop => 1', []],
  ['() => 1', []],
])('what %s takes out of its parameter is %j', (text, names) => {
  expect(takenBy(membersIn(`x = { bad: ${text} }`)[0].functions.bad)).toEqual(names);
});

test('no example is longer than a page shows well', () => {
  const long = codes.filter(code => exampleSections(code).join('\n').split('```').some((block, at) => at % 2 === 1 && block.trim().split('\n').length > 14));
  expect(long).toEqual([]);
});
