import { ApiObject, Chart, Testing } from 'cdk8s';
import { creationOrder } from '../../src/pulumi/creation-order';
import { objectDependencies } from '../../src/pulumi/object-dependencies';
import { chainOf, configMap, pathsOf } from './objects';

function orderOf(chart: Chart): string[] {
  return pathsOf(creationOrder(objectDependencies(chart)));
}

test('keeps tree order where nothing depends on anything', () => {
  const chart = Testing.chart();
  ['charlie', 'alpha', 'bravo'].forEach(id => configMap(chart, id));

  expect(orderOf(chart)).toEqual(['test/charlie', 'test/alpha', 'test/bravo']);
});

test('pulls dependencies forward, those of dependencies included, and each object once', () => {
  const chart = Testing.chart();
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id => configMap(chart, id));
  a.addDependency(c, b);
  b.addDependency(d);
  c.addDependency(d);

  expect(orderOf(chart)).toEqual(['test/d', 'test/c', 'test/b', 'test/a']);
});

test('fails on a cycle with its path, without what leads to it or away from it', () => {
  const chart = Testing.chart();
  const [lead, a, b, c, away] = ['lead', 'a', 'b', 'c', 'away'].map(id => configMap(chart, id));
  lead.addDependency(a);
  a.addDependency(b);
  b.addDependency(away, c);
  c.addDependency(a);

  expect(() => orderOf(chart)).toThrow(
    'test/a: a dependency cycle, test/a -> test/b -> test/c -> test/a; remove one of these dependencies');
});

test('accepts a diamond, which is no cycle', () => {
  const chart = Testing.chart();
  const [top, left, right, bottom] = ['top', 'left', 'right', 'bottom'].map(id => configMap(chart, id));
  top.addDependency(left, right);
  left.addDependency(bottom);
  right.addDependency(bottom);

  expect(orderOf(chart)).toEqual(['test/bottom', 'test/left', 'test/right', 'test/top']);
});

/** Objects that each depend on the one before, though the last is declared first. */
function chainDeclaredBackwards(chart: Chart, length: number): ApiObject[] {
  const chain = Array.from({ length }, (_, index) => configMap(chart, `object-${index}`)).reverse();
  chain.slice(1).forEach((object, index) => object.addDependency(chain[index]));
  return chain;
}

test.each([
  ['forwards', chainOf],
  ['backwards', chainDeclaredBackwards],
])('orders a chain of 10,000 that is declared %s, without overflow', (_, declare) => {
  const chart = Testing.chart();
  const chain = declare(chart, 10_000);

  const ordered = creationOrder(objectDependencies(chart));

  expect(ordered.findIndex((object, index) => object !== chain[index])).toBe(-1);
  expect(ordered).toHaveLength(10_000);
}, 60_000);

test('opens each object once, so that the time is linear', () => {
  const chart = Testing.chart();
  chainDeclaredBackwards(chart, 100);
  const dependencies = objectDependencies(chart);
  const opened = jest.spyOn(dependencies, 'get');

  creationOrder(dependencies);

  expect(opened).toHaveBeenCalledTimes(100);
});
