import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesBelow, ROOT } from '../../build-tools/files';
import { REPOSITORY } from '../../build-tools/repository';

/** A link, with the page that it stands on. */
interface Link {
  readonly page: string;
  readonly to: string;
}

const BELOW_REPOSITORY = new RegExp(`^${REPOSITORY}/(?:blob|tree|raw)/main/`);
const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly files: string[] };

/** What npm puts into the package besides. */
const ALWAYS = ['README.md', 'LICENSE', 'package.json'];
const isPublished = (path: string) => ALWAYS.includes(path) || files.some(file => path === file || path.startsWith(`${file}/`));

const pages = [
  ...filesBelow(ROOT, '.md').filter(file => !/^(node_modules|dist|lib|coverage|site\/node_modules|\.)/.test(file) && !file.includes('node_modules/')),
];
const links = pages.flatMap(page => linksIn(readFileSync(join(ROOT, page), 'utf8')).map((to): Link => ({ page, to })));

/** The targets of a Markdown text's links, but for those in code. */
export function linksIn(text: string): string[] {
  const outside = text.split(/^```.*$/m).filter((_, at) => at % 2 === 0).join('\n');
  const told = outside.replace(/`[^`\n]*`/g, '``');
  return [...told.matchAll(/\]\(([^)\s]+)\)/g), ...told.matchAll(/<(https?:[^>\s]+)>/g)].map(([, to]) => to);
}

/** The path below the root that a link leads to; undefined for one that leads elsewhere. */
function fileOf({ page, to }: Link): string | undefined {
  if (BELOW_REPOSITORY.test(to)) return to.replace(BELOW_REPOSITORY, '').split('#')[0];
  return /^[a-z]+:/.test(to) ? undefined : normalize(join(dirname(page), to.split('#')[0] || `./${page.split('/').at(-1)}`)).replace(/\/$/, '');
}

test('every link to a file of the repository leads to one', () => {
  const dead = links.filter(link => { const file = fileOf(link); return file !== undefined && !existsSync(join(ROOT, file)); });
  expect(dead).toEqual([]);
});

test('every link to a place on a page leads to one', () => {
  const places = (file: string) => readFileSync(join(ROOT, file), 'utf8');
  const lost = links.filter(link => {
    const [file, place] = [fileOf(link), link.to.split('#')[1]];
    return file !== undefined && place !== undefined && file.endsWith('.md') && !places(file).includes(`<a id="${place}"></a>`);
  });
  expect(lost).toEqual([]);
});

test('every relative link on a page that is published leads to a file that is published too', () => {
  const outside = links.filter(({ page, to }) => isPublished(page) && !/^[a-z]+:/.test(to)).filter(link => !isPublished(fileOf(link)!));
  expect(outside).toEqual([]);
});

test('the first page has no relative link: registries show it without the package', () => {
  expect(links.filter(({ page, to }) => page === 'README.md' && !/^https:/.test(to))).toEqual([]);
});

test('finds links in brackets and in angles, and none in code', () => {
  expect(linksIn('[a](b.md#c) <https://d.example> `[e](f)`\n```md\n[g](h)\n```\n[`i`](j)')).toEqual(['b.md#c', 'j', 'https://d.example']);
});
