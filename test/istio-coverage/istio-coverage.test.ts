import { ROWS } from './all-rows';
import { comparisonOf } from './compare';

describe.each(Object.entries(ROWS))('%s', (_, rows) => {
  test.each(rows.map(row => [row.manifest, row] as const))('%s means the same', (_manifest, row) => (
    expect(comparisonOf(row)).toEqual({ missing: [], besides: [] })));
});
