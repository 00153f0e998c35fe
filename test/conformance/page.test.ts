import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build-tools/files';
import { cell } from './harness/table';
import { page } from './page';
import { TIERS } from './tiers';

const written = readFileSync(join(ROOT, 'docs/conformance.md'), 'utf8');

/** What the page says of a run, without what only a run can tell. */
function rowsOf(text: string): string[] {
  return text.split('\n').filter(line => line.startsWith('| ')).map(line => line.split(' | ')[0]);
}

test('docs/conformance.md has exactly the rows that are run; npm run conformance -- --write brings it up to date', () => {
  const results = TIERS.flatMap(({ name: tier, rows }) => rows.map(({ behaviour }) => ({ tier, behaviour, seen: '', holds: true, took: 0 })));
  expect(rowsOf(written)).toEqual(rowsOf(page(TIERS, { results, day: '' }, '')));
});

test('the page names what is real and what stands in for the rest', () => {
  for (const { real, standIns } of TIERS) for (const part of [...real, ...standIns]) expect(written).toContain(cell(part));
});

test('no two rows are about one behaviour', () => {
  const behaviours = TIERS.flatMap(({ name, rows }) => rows.map(({ behaviour }) => `${name}: ${behaviour}`));
  expect(new Set(behaviours).size).toBe(behaviours.length);
});

test('what a run leaves out stays on the page as it was last seen', () => {
  const results = [{ tier: 'stores', behaviour: 'a row', seen: 'much', holds: true, took: 0 }];
  const after = page(TIERS, { results, day: '2026-01-02' }, written);
  const others = (text: string) => text.split(/^(?=## )/m).filter(section => !section.startsWith('## stores\n'));
  expect(others(after)).toEqual(others(written));
  expect(after).toContain('Last seen: 2026-01-02.');
});

test('a tier that has never been seen leaves no gap', () => {
  expect(page(TIERS.slice(0, 1), { results: [], day: '' }, '').split('\n')).toEqual(page([], { results: [], day: '' }, '').split('\n'));
});
