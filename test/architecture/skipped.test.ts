import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../../build-tools/files';

/** Every file that jest loads; the programs among them may miss a system, and say so. */
const FILES = ['test', 'examples'].flatMap(folder => filesBelow(join(ROOT, folder), '.ts').map(file => `${folder}/${file}`))
  .filter(file => !file.startsWith('test/conformance/') && !file.startsWith('test/packed/') && !file.endsWith('skipped.test.ts'));

const texts = FILES.map(file => [file, readFileSync(join(ROOT, file), 'utf8')] as const);
const withAny = (pattern: RegExp) => texts.filter(([, text]) => pattern.test(text)).map(([file]) => file);

test('no test is skipped, nor runs alone', () => {
  expect(withAny(/\b(test|it|describe)\.(skip|only|todo|failing)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/)).toEqual([]);
});

test('no test asks for a file beside the repository, which a clone lacks', () => {
  expect(withAny(/['`/]\.\.\/shared\b/)).toEqual([]);
});
