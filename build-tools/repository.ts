import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files';

/** Where the repository can be looked at, from package.json. */
export const REPOSITORY = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly repository: { readonly url: string } })
  .repository.url.replace(/\.git$/, '');

/** The address of a file or folder, for pages that are read where the rest of the repository is not: the published package, a site. */
export function inRepository(path: string): string {
  return `${REPOSITORY}/blob/main/${path}`;
}
