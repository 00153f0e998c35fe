import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build-tools/files';

const { exports: paths, typesVersions, stability } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly exports: Record<string, { readonly types?: string }>;
  readonly typesVersions: { readonly '*': Record<string, readonly string[]> };
  readonly stability: string;
};

test('a compiler that reads no exports finds the types of every path', () => {
  const typed = Object.entries(paths).filter(([path, { types }]) => path !== '.' && types !== undefined);
  expect(typesVersions['*']).toEqual(Object.fromEntries(typed.map(([path, { types }]) => [path.slice('./'.length), [types]])));
});

test('no word of stability is written under each member', () => {
  expect(stability).toBe('stable');
});

test('what packaging writes is no file of the repository', () => {
  const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n');
  for (const written of ['/.npmignore', '/.jsii.tabl.json', '/.repo/', '/dist/', '.jsii', '/lib']) expect(ignored).toContain(written);
});
