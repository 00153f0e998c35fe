import { millisOf } from './duration';

test('durations are read as Go reads them', () => {
  expect(['1h', '90s', '250ms', '1h0m1.5s', '2562024h'].map(millisOf)).toEqual([3_600_000, 90_000, 250, 3_601_500, 9_223_286_400_000]);
  expect(() => millisOf('5')).toThrow('5 is no duration');
});
