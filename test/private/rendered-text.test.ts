import { App, Chart, Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { noteRenderer, textsFor } from '../../src/private/rendered-text';
import { renderedByGo } from '../support/raw-strings';

function rendered(): Chart {
  const chart = new Chart(new App(), 'chart');
  noteRenderer(chart, 'Helm');
  return chart;
}

const braces = fc.string({ unit: fc.constantFrom('{', '{{', '}', '}}', '`', '"', '\'', '\\', ' ', '\n', '#', ': ', '-', 'a', '.x') });

test('the engine gives back every text, also from between the quotes and blocks that YAML puts around it', () => {
  const chart = rendered();
  fc.assert(fc.property(fc.oneof(braces, fc.string()), text => {
    expect(renderedByGo(textsFor(chart, text))).toBe(text);
    expect(parse(renderedByGo(Yaml.stringify({ text: textsFor(chart, text) })))).toEqual(parse(Yaml.stringify({ text })));
  }), { numRuns: 1000 });
});

test('texts are found at any depth, and nothing else is changed', () => {
  const value = { a: ['{{ x }}', { b: 'c', d: '{{{' }], n: 1, t: true, u: undefined, z: null };
  expect(textsFor(rendered(), value)).toEqual({ a: ['{{`{{`}} x }}', { b: 'c', d: '{{`{{`}}{' }], n: 1, t: true, u: undefined, z: null });
});

test('where nobody evaluates them, texts are the same ones', () => {
  const value = { a: '{{ x }}' };
  expect(textsFor(new Chart(new App(), 'chart'), value)).toBe(value);
});
