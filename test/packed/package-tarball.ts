import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../../build-tools/files';
import { run } from './command';

/** What is read of a package.json. */
export interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly jsii: { readonly targets: { readonly python: { readonly distName: string } } };
}

/** The package.json of a package that the repository has installed. */
export function installedHere(name: string): PackageFile {
  return read(`node_modules/${name}/package.json`);
}

function read(file: string): PackageFile {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as PackageFile;
}

const { name: NAME, peerDependencies } = read('package.json');
export { NAME };

/** The peers, and what makes pods, in the versions that the repository itself is built with, so that both write the same bytes. */
export const COMPANIONS: readonly PackageFile[] = [...Object.keys(peerDependencies), 'cdk8s-plus-28', 'cdk8s-plus-33'].map(installedHere);

/** Compiles if any source is younger than the assembly. */
export function compileIfStale(): string {
  const sources = ['package.json', ...filesBelow(join(ROOT, 'src'), '.ts').map(file => `src/${file}`)];
  const changed = Math.max(...sources.map(file => statSync(join(ROOT, file)).mtimeMs));
  const assembly = join(ROOT, '.jsii');
  if (existsSync(assembly) && existsSync(join(ROOT, 'lib/index.js')) && statSync(assembly).mtimeMs > changed) return 'lib is fresh';
  run(['npx', 'projen', 'compile'], { cwd: ROOT });
  return 'lib was stale, and is compiled';
}

/** Packs what would be published, and returns the file. */
export function pack(into: string): string {
  const { stdout } = run(['npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', into], { cwd: ROOT });
  return join(into, stdout.trim().split('\n').at(-1)!);
}
