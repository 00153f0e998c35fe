import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderBindings } from '../../build-tools/bindings';
import { ROOT } from '../../build-tools/files';
import { CALLS } from '../../src/private/boundary-types';

const page = renderBindings();

test('docs/bindings.md is up to date; if not, run `npm run bindings`', () => expect(readFileSync(join(ROOT, 'docs/bindings.md'), 'utf8')).toBe(page));

test('every provider of every kind has a row', () => {
  const providers = Object.keys(CALLS).flatMap(call => /^\w+Provider\.(\w+)$/.exec(call)?.[1] ?? []);
  const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, provider]) => provider);
  expect(rows.sort()).toEqual(providers.sort());
});

test('what a convention cannot say is refused, and never left out silently', () => {
  const redis = page.split('## [Redis]')[1].split('## [')[0];
  expect(redis).toMatch(/^\| `external` .* \| refused \|/m);
});
