import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { filesBelow, ROOT } from './files';

/** What users import, and which packages become part of it: the 70 files of `yaml` take longer to find than to run. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  'index.js': ['yaml'],
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
      external: ['cdk8s', 'cdk8s-plus-28', 'constructs', '@pulumi/*'],
      banner: { js: included.map(noticeOf).join('\n') },
      platform: 'node',
      target: 'node20',
      keepNames: true,
      format: 'cjs',
      logLevel: 'warning',
    });
    nameExports(join(folder, entry));
  }
  for (const file of filesBelow(folder, '.js')) if (!(file in ENTRIES)) rmSync(join(folder, file));
}

/**
 * Writes getters of exports as they were compiled: Node.js finds the names that an ES module can import in text of that shape, without a run, and takes
 * none whose getter has been given a name. Source: https://github.com/nodejs/cjs-module-lexer
 */
function nameExports(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/get: \/\* @__PURE__ \*\/ __name\((function\(\) \{\s+return [\w.]+;\s+\}), "get"\)/g, 'get: $1'));
}

/** As the license of a package demands of who passes it on. */
function noticeOf(name: string): string {
  return `/*\nThis file holds the package ${name}:\n\n${readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8').trim()}\n*/`;
}

if (require.main === module) bundle();
