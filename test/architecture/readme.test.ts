import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { cut, regionOf } from '../../build-tools/cuts';
import { ROOT } from '../../build-tools/files';
import { pages, withCuts } from '../../build-tools/readme';
import { declareExamples } from '../../examples/charts';

const CODE = [
  'import x;', '  // #region outer', '  a;', '    // #region inner', '    b;', '', '    c;', '    // #endregion', '  // #endregion', 'd;',
].join('\n');

describe('the Markdown files', () => {
  test.each(pages())('%s holds fresh cuts; if not, run `npm run readme`', page => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    expect(withCuts(page, text)).toBe(text);
  });
});

describe('a cut', () => {
  test('replaces what the block after it holds, and nothing else', () => {
    const text = 'a\n<!-- cut: x#y -->\n```ts\nold\n```\nb\n```ts\nkept\n```\n';
    expect(withCuts('p.md', text, reference => `new ${reference}\n`)).toBe('a\n<!-- cut: x#y -->\n```ts\nnew x#y\n```\nb\n```ts\nkept\n```\n');
  });

  test('replaces an empty block, and leaves dollar signs alone', () => {
    expect(withCuts('p.md', '<!-- cut: x -->\n\n```\n```\n', () => '$1 $& $$')).toBe('<!-- cut: x -->\n\n```\n$1 $& $$\n```\n');
  });

  test('fails without a fenced block', () => {
    expect(() => withCuts('p.md', '<!-- cut: x -->\ntext\n', () => '')).toThrow('p.md: 1 cuts are marked, but 0 fenced blocks follow one');
  });

  test('fails with the page and the reference where there is nothing to cut', () => {
    expect(() => withCuts('p.md', '<!-- cut: no/such.ts -->\n```\n```\n')).toThrow('p.md: cannot cut no/such.ts: ENOENT');
  });

  test('takes a region with the regions inside of it, without marks and margin', () => {
    expect(regionOf(CODE, 'outer')).toBe('a;\n  b;\n\n  c;');
    expect(regionOf(CODE, 'inner')).toBe('b;\n\nc;');
  });

  test.each([['none', 'there is no'], ['open', 'has no "// #endregion"']])('fails for region %s', (name, message) => {
    expect(() => regionOf(`${CODE}\n// #region open\n`, name)).toThrow(message);
  });

  test('takes an object of an example as it is in dist/', () => {
    const app = new App();
    declareExamples(app);
    const topic = cut('dist-of:shop#KafkaTopic/order-created');
    expect(topic).toMatch(/^apiVersion: kafka.strimzi.io\/v1\nkind: KafkaTopic\n/);
    expect(app.synthYaml()).toContain(`---\n${topic}`);
  });

  test.each([
    ['dist-of:shop#KafkaTopic/no-such', '0 objects of shop are KafkaTopic/no-such'],
    ['dist-of:no-such#A/b', 'there is no example no-such; there are twelve-factor, shop'],
    ['diagram-of:no-such', 'there is no example no-such'],
  ])('fails for %s', (reference, message) => {
    expect(() => cut(reference)).toThrow(message);
  });

  test('draws the topology of an example', () => {
    expect(cut('diagram-of:shop')).toContain('orders-db');
  });

  test('draws the folders of src', () => {
    expect(cut('layers')).toContain('src_topology_ts-->src_model');
  });
});
