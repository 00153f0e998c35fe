import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { byCodePoint, ROOT } from './files';

/** What a synthesis writes. Anything else in the output folder is somebody else's and stays. */
const OURS = /\.(k8s\.yaml|topology\.json|mmd)$/;

/**
 * Runs cdk8s-cli on the cdk8s.yaml of a folder, and returns one line for each file written.
 *
 * cdk8s-cli deletes its output folder before it starts the app. So it gets a folder of its own, beside the real one;
 * only a synthesis that succeeded replaces what is there.
 */
export function synth(folder: string): string[] {
  const output = join(folder, outputOf(folder));
  mkdirSync(dirname(output), { recursive: true });
  const staging = mkdtempSync(join(dirname(output), `.${basename(output)}.`));
  try {
    runCli(folder, staging);
    return replace(output, staging);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function outputOf(folder: string): string {
  const config = parse(readFileSync(join(folder, 'cdk8s.yaml'), 'utf8')) as { readonly output?: string };
  return config.output ?? 'dist';
}

function runCli(folder: string, staging: string): void {
  const cli = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin/cdk8s');
  // The upgrade check would ask the npm registry.
  const args = [cli, 'synth', '--no-check-upgrade', '--output', staging];
  const { status, stderr, error } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.trim() || `cdk8s synth ended with exit code ${status}`);
}

function replace(output: string, staging: string): string[] {
  const files = ourFiles(staging);
  if (!files.some(file => file.endsWith('.k8s.yaml'))) throw new Error('the app wrote no manifest');
  const lines = files.map(file => `${basename(output)}/${file}${counts(join(staging, file))}`);
  mkdirSync(output, { recursive: true });
  files.forEach(file => renameSync(join(staging, file), join(output, file)));
  ourFiles(output).filter(file => !files.includes(file)).forEach(file => rmSync(join(output, file)));
  return lines;
}

function ourFiles(folder: string): string[] {
  return readdirSync(folder).filter(file => OURS.test(file)).sort(byCodePoint);
}

/** `  3 objects: 2 Service, 1 ServiceAccount`; nothing for a file that holds no objects. */
function counts(file: string): string {
  if (!file.endsWith('.k8s.yaml')) return '';
  const kinds = parseAllDocuments(readFileSync(file, 'utf8')).map(document => (document.toJS() as { readonly kind: string }).kind);
  const byKind = [...new Set(kinds)].sort(byCodePoint).map(kind => `${kinds.filter(other => other === kind).length} ${kind}`);
  return `  ${kinds.length} ${kinds.length === 1 ? 'object' : 'objects'}: ${byKind.join(', ')}`;
}

if (require.main === module) {
  try {
    synth(ROOT).forEach(line => console.log(line));
  } catch (error) {
    console.error((error as Error).message);
    console.error('Nothing was replaced: the files of the last synthesis that succeeded are still there.');
    process.exitCode = 1;
  }
}
