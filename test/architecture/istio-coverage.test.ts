import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build-tools/files';
import { renderIstioCoverage } from '../../build-tools/istio-coverage';
import { ROWS } from '../istio-coverage/all-rows';
import { NOT_YET } from '../istio-coverage/not-yet';

const page = renderIstioCoverage();

test('docs/istio-coverage.md is up to date; if not, run `npm run istio-coverage`', () => {
  expect(readFileSync(join(ROOT, 'docs/istio-coverage.md'), 'utf8')).toBe(page);
});

test('every manifest has one verdict', () => {
  const manifests = [...Object.values(ROWS).flat().map(({ manifest }) => manifest), ...NOT_YET.flatMap(each => each.manifests)];
  expect(manifests.filter((manifest, at) => manifests.indexOf(manifest) !== at)).toEqual([]);
  expect(page.match(/^\| `(samples|istio\.io)/gm)).toHaveLength(manifests.length);
});
