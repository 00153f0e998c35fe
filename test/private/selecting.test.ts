import * as fc from 'fast-check';
import { Selecting } from '../../src/private/selecting';

const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'constructor'), fc.constantFrom('1', '2'), { minKeys: 1, maxKeys: 3, noNullPrototype: true });

test('finds exactly the selectors of which the pods have every label', () => {
  const several = fc.array(labels, { maxLength: 8 });
  fc.assert(fc.property(several, labels, (selectors, pods) => {
    const selecting = new Selecting<number>();
    selectors.forEach((selector, position) => selecting.add(selector, position));
    const matches = (selector: Record<string, string>) => Object.entries(selector).every(([key, value]) => pods[key] === value);
    const matching = selectors.flatMap((selector, position) => matches(selector) ? [position] : []);
    expect(selecting.ofPods(pods).sort((a, b) => a - b)).toEqual(matching);
  }));
});

test('compares no pod with every selector', () => {
  const selecting = new Selecting<number>();
  for (let i = 0; i < 20_000; i++) selecting.add({ all: 'same', app: `app-${i}` }, i);
  const start = process.hrtime.bigint();
  const found = Array.from({ length: 20_000 }, (_, i) => selecting.ofPods({ all: 'same', app: `app-${i}`, more: 'x' }));
  expect(found.filter(([first, ...more], i) => first !== i || more.length > 0)).toEqual([]);
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(10_000);
});
