import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, Plugin } from 'esbuild';
import { filesBelow, ROOT } from './files';

/** What users import, and which packages become part of it: the 70 files of `yaml`, and the expressions of RE2, take longer to find than to run. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  'index': ['re2js', 'yaml'],
  'pulumi/index': [],
};

/** What jsii knows of a type that it compiled. */
interface TypeOfAssembly {
  readonly fqn: string;
  readonly name: string;
  readonly kind: string;
  readonly locationInModule: { readonly filename: string };
}

/**
 * Joins the sources into one file for each thing that users import, and removes what jsii compiled one by one: to find and read hundreds of files takes
 * longer than to run them, and functions that each file keeps to itself are read twice. Names, and with them stacks, stay as they are.
 */
export async function bundle(folder = join(ROOT, 'lib')): Promise<void> {
  for (const [entry, included] of Object.entries(ENTRIES)) {
    const outfile = join(folder, `${entry}.js`);
    await build({
      entryPoints: [join(ROOT, 'src', `${entry}.ts`)],
      outfile,
      allowOverwrite: true,
      bundle: true,
      plugins: [knownToJsii()],
      external: ['cdk8s', 'constructs', '@pulumi/*'],
      banner: { js: included.map(noticeOf).join('\n') },
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'warning',
    });
    nameClasses(outfile);
  }
  for (const file of filesBelow(folder, '.js')) if (!(file.replace(/\.js$/, '') in ENTRIES)) rmSync(join(folder, file));
}

/** Classes tell the runtime of jsii which type of the assembly they are, as its compiler has them do. */
function knownToJsii(): Plugin {
  const { version, types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as { version: string; types: Record<string, TypeOfAssembly> };
  const classesOf = new Map<string, TypeOfAssembly[]>();
  for (const type of Object.values(types).filter(({ kind }) => kind === 'class')) {
    const path = join(ROOT, type.locationInModule.filename);
    classesOf.set(path, [...classesOf.get(path) ?? [], type]);
  }
  const contents = (path: string) => (classesOf.get(path) ?? []).reduce((text, type) => tagged(text, type, version), readFileSync(path, 'utf8'));
  return { name: 'known-to-jsii', setup: ({ onLoad }) => onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, ({ path }) => ({ loader: 'ts', contents: contents(path) })) };
}

function tagged(source: string, { name, fqn }: TypeOfAssembly, version: string): string {
  const head = new RegExp(`^export (abstract )?class ${name}\\b[^{]*\\{`, 'm');
  if (!head.test(source)) throw new Error(`${fqn}: no line of its file begins "export class ${name}"`);
  return source.replace(head, found => `${found} static readonly [Symbol.for('jsii.rtti')] = { fqn: '${fqn}', version: '${version}' };`);
}

/**
 * esbuild calls the classes of a joined file otherwise, as in `var Tls = class _Tls {`, or `App2` where a file imports another `App`, which it then does not
 * call so; messages and stacks are to tell their names.
 */
function nameClasses(file: string): void {
  const text = readFileSync(file, 'utf8');
  const names = new Map<string, string>();
  for (const [, name] of text.matchAll(/\bvar (\w+) = class _\1\b/g)) names.set(`_${name}`, name);
  for (const [, name, numbered] of text.matchAll(/^ {2}(\w+): \(\) => (\1\d+),?$/gm)) names.set(numbered, name);
  writeFileSync(file, text.replace(/(?<![.\w])\w+\b/g, word => names.get(word) ?? word));
}

/** As the license of a package demands of who passes it on. */
function noticeOf(name: string): string {
  return `/*\nThis file holds the package ${name}:\n\n${readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8').trim()}\n*/`;
}

if (require.main === module) void bundle();
