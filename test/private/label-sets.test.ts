import * as fc from 'fast-check';
import { labelsKey, LabelSets } from '../../src/private/label-sets';

const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'toString'), fc.constantFrom('', '1', '2', '1,2', '"'));

function setsOf(all: Record<string, string>[]): LabelSets<number> {
  const sets = new LabelSets<number>();
  all.forEach((each, i) => sets.add(each, i));
  return sets;
}

test('sets are found by what they hold, exactly as a look at each of them finds them', () => fc.assert(fc.property(
  fc.array(labels, { maxLength: 12 }), labels, (all, selector) => {
    const holds = (each: Record<string, string>) => Object.entries(selector).every(([key, value]) => Object.hasOwn(each, key) && each[key] === value);
    const expected = all.flatMap((each, i) => holds(each) ? [i] : []);
    expect(setsOf(all).holding(selector).sort((a, b) => a - b)).toEqual(expected);
  }), { numRuns: 500 }));

test('an owner of equal sets is found once', () => {
  const sets = new LabelSets<string>();
  for (const owner of ['web', 'web', 'api']) sets.add({ app: 'x' }, owner);
  expect(sets.holding({ app: 'x' })).toEqual(['web', 'api']);
});

test('a label that all sets share costs nothing: the rarest decides where to look', () => {
  const count = 20_000;
  const sets = setsOf(Array.from({ length: count }, (_, i) => ({ all: 'same', app: `w${i}` })));
  const started = process.cpuUsage().user;
  for (let i = 0; i < count; i++) expect(sets.holding({ all: 'same', app: `w${i}` }).length).toBe(1);
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
});

test('equal labels have one key, whatever their order; unlike ones never', () => {
  expect(labelsKey({ b: '2', a: '1' })).toBe(labelsKey({ a: '1', b: '2' }));
  expect(labelsKey({ a: '1', b: '2' })).not.toBe(labelsKey({ a: '1","b=2' }));
});
