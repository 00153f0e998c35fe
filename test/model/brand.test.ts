import { brand, isBranded } from '../../src/model/brand';

test('a branded object is recognized, by this name only', () => {
  const object = {};
  brand(object, 'Workload');
  expect([isBranded(object, 'Workload'), isBranded(object, 'Topic'), isBranded({}, 'Workload')]).toEqual([true, false, false]);
});

test('another copy of the package recognizes the brand', () => {
  const object = {};
  jest.isolateModules(() => {
    const other = jest.requireActual<typeof import('../../src/model/brand')>('../../src/model/brand');
    expect(other.brand).not.toBe(brand);
    other.brand(object, 'Workload');
  });
  expect(isBranded(object, 'Workload')).toBe(true);
});

test('a brand neither shows nor is copied', () => {
  const object = {};
  brand(object, 'Workload');
  expect(Object.keys(object)).toEqual([]);
  expect(isBranded({ ...object }, 'Workload')).toBe(false);
});
