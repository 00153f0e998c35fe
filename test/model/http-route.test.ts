import * as fc from 'fast-check';
import { HttpMatch, HttpRoute } from '../../src';
import { accepts, expectRefusal } from '../support/declare';

test('a condition sends all that matches to one version', () => {
  const match = HttpMatch.header('end-user', 'jason');
  expect(HttpRoute.when(match).to('v2')).toMatchObject({ weights: { v2: 100 }, matches: [match] });
});

test('a split takes every request, its versions sorted', () => {
  const route = HttpRoute.split({ v2: 10, v1: 90, v0: 0 });
  expect(Object.entries(route.weights)).toEqual([['v0', 0], ['v1', 90], ['v2', 10]]);
  expect(route.matches).toEqual([]);
});

test.each<Record<string, number>>([{}, { v1: 99 }, { v1: 101 }, { v1: 50, v2: 51 }, { v1: 110, v2: -10 }, { v1: 33.3, v2: 66.7 }])(
  'BST008: refuses %j', weights => expectRefusal(
    () => HttpRoute.split(weights), 'BST008', 'HttpRoute.split', JSON.stringify(weights), 'whole numbers from 0 that add up to 100', 'percentage'));

test('accepts exactly whole weights from 0 that add up to 100', () => {
  const weight = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 60 }) }, fc.integer({ min: -50, max: 150 }), fc.double());
  const any = fc.array(weight, { maxLength: 5 });
  const sumOf = (weights: number[]) => weights.reduce((sum, each) => sum + each, 0);
  const adding = fc.tuple(any, fc.boolean()).map(([weights, fill]) => fill ? [...weights, 100 - sumOf(weights)] : weights);
  fc.assert(fc.property(adding, weights => {
    const isPercentage = weights.every(each => Number.isInteger(each) && each >= 0) && sumOf(weights) === 100;
    expect(accepts(() => HttpRoute.split(Object.fromEntries(weights.map((each, at) => [`v${at}`, each]))))).toBe(isPercentage);
  }), { numRuns: 1000 });
});

test('a version named like a property of Object stays a version', () =>
  expect(Object.entries(HttpRoute.when(HttpMatch.header('a', 'b')).to('__proto__').weights)).toEqual([['__proto__', 100]]));

test.each<[string, (route: HttpRoute) => unknown]>([
  ['a weight', route => { route.weights.v1 = 5; }], ['a version', route => { route.weights.v9 = 5; }], ['the weights', route => Object.assign(route, { weights: { v1: 1 } })],
  ['the match', route => Object.assign(route, { matches: [] })],
])('takes no other %s once it is made', (_, change) => expect(() => change(HttpRoute.split({ v1: 100 }))).toThrow(TypeError));
