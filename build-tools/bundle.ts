import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { filesBelow, ROOT } from './files';

/** What users import: the package, and its path for Pulumi, which brings what it needs of the private files. */
const ENTRIES = ['index', 'pulumi/index'];

/**
 * Joins what was compiled into one file for each thing that users import, and removes the rest: to find and read 290 files takes longer than to run them.
 * Names, and with them stacks and what jsii knows of classes, stay as they are.
 */
export function bundle(folder = join(ROOT, 'lib')): void {
  buildSync({
    absWorkingDir: folder,
    entryPoints: ENTRIES.map(entry => `${entry}.js`),
    outdir: '.',
    allowOverwrite: true,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const kept = new Set(ENTRIES.map(entry => `${entry}.js`));
  for (const file of filesBelow(folder, '.js')) if (!kept.has(file)) rmSync(join(folder, file));
}

if (require.main === module) bundle();
