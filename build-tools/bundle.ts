import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { filesBelow, ROOT } from './files';

/** What users import, and which packages become part of it: the 70 files of `yaml`, and the expressions of RE2, take longer to find than to run. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  'index.js': ['re2js', 'yaml'],
  'pulumi/index.js': [],
};

/**
 * Joins what was compiled into one file for each thing that users import, and removes the rest: to find and read 290 files takes longer than to run them.
 * Names, and with them stacks and what jsii knows of classes, stay as they are.
 */
export function bundle(folder = join(ROOT, 'lib')): void {
  for (const [entry, included] of Object.entries(ENTRIES)) {
    buildSync({
      entryPoints: [join(folder, entry)],
      outfile: join(folder, entry),
      allowOverwrite: true,
      bundle: true,
      external: ['cdk8s', 'constructs', '@pulumi/*'],
      banner: { js: included.map(noticeOf).join('\n') },
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'warning',
    });
    nameClasses(join(folder, entry));
  }
  for (const file of filesBelow(folder, '.js')) if (!(file in ENTRIES)) rmSync(join(folder, file));
}

/** esbuild calls the classes of a joined file otherwise, as in `var Tls = class _Tls {`; messages and stacks are to tell their names. */
function nameClasses(file: string): void {
  const text = readFileSync(file, 'utf8');
  const renamed = new Set(Array.from(text.matchAll(/\bvar (\w+) = class _\1\b/g), ([, name]) => name));
  writeFileSync(file, text.replace(/(?<![.\w])_(\w+)\b/g, (word, name: string) => (renamed.has(name) ? name : word)));
}

/** As the license of a package demands of who passes it on. */
function noticeOf(name: string): string {
  return `/*\nThis file holds the package ${name}:\n\n${readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8').trim()}\n*/`;
}

if (require.main === module) bundle();
