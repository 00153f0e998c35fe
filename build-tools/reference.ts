import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from './files';
import { Assembly } from './reference/assembly';
import { renderIndex } from './reference/index-page';
import { renderPage } from './reference/page';
import { Site } from './reference/site';

const FOLDER = join(ROOT, 'docs/reference');

/** Text by file name, for every page of docs/reference. */
export function renderReference(assembly: Assembly): Map<string, string> {
  const site = new Site(assembly);
  return new Map([['README.md', renderIndex(site)], ...site.pages.map(page => [`${page.name}.md`, renderPage(site, page)] as const)]);
}

if (require.main === module) {
  const assembly = Assembly.written();
  if (assembly) write(renderReference(assembly));
  else console.error('docs/reference stays as it is: nothing is compiled yet, and the pages are made of what jsii compiles. Run "npm run compile".');
}

function write(pages: Map<string, string>): void {
  mkdirSync(FOLDER, { recursive: true });
  const written = new Map(filesBelow(FOLDER, '.md').map(file => [file, readFileSync(join(FOLDER, file), 'utf8')]));
  for (const [file, text] of pages) if (written.get(file) !== text) writeFileSync(join(FOLDER, file), text);
  for (const file of written.keys()) if (!pages.has(file)) rmSync(join(FOLDER, file));
}
