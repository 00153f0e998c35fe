import * as fc from 'fast-check';
import { amplificationText, amplified } from '../../src/model/amplification';

const factors = fc.array(fc.integer({ min: 1, max: 11 }), { maxLength: 600, size: 'max' });
const exact = (all: number[]) => all.reduce((product, factor) => product * BigInt(factor), 1n);
const told = (all: number[]) => all.reduce(amplified, 1);

test('is the product as far as numbers are told, and more than that beyond', () => {
  fc.assert(fc.property(factors, all => {
    expect(amplificationText(told(all))).toBe(exact(all) <= 10n ** 12n ? String(exact(all)) : 'more than 1000000000000');
  }));
});

test('keeps the order of any two products that differ by a factor of two, however great', () => {
  fc.assert(fc.property(factors, factors, (one, other) => {
    fc.pre(exact(one) * 2n <= exact(other));
    expect(told(one)).toBeLessThan(told(other));
  }));
});

test('counts on in powers of two from the greatest number that is held', () => {
  expect(amplified(1e300, 2)).toBeGreaterThan(amplified(5e299, 3));
  expect(amplified(1e300, 1)).toBe(1e300);
});

test('is finite, and grows to the end of a path of 100,000 calls', () => {
  let requests = 1;
  for (let call = 0; call < 100_000; call++) {
    const more = amplified(requests, 11);
    if (!(more > requests) || !Number.isFinite(more)) throw new Error(`call ${call}: ${more}`);
    requests = more;
  }
});
