import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../build-tools/files';

/** What a program wrote: path below its output folder, and text. */
export type WrittenFiles = Readonly<Record<string, string>>;

/** Everything below a folder. */
export function filesIn(folder: string): WrittenFiles {
  return Object.fromEntries(filesBelow(folder, '').map(file => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** The names of the files, if they hold the same bytes as those expected; otherwise throws with the first line of each that differs. */
export function assertSame(written: WrittenFiles, expected: WrittenFiles): string {
  const names = Object.keys(written);
  if (!names.some(name => name.endsWith('.k8s.yaml'))) throw new Error('no manifest was written');
  const differences = [...new Set([...names, ...Object.keys(expected)])].flatMap(name => difference(name, written[name], expected[name]));
  if (differences.length > 0) throw new Error(differences.join('\n'));
  return names.join(', ');
}

/** Some of the files. */
export function only(names: readonly string[], files: WrittenFiles): WrittenFiles {
  return Object.fromEntries(names.filter(name => name in files).map(name => [name, files[name]]));
}

function difference(name: string, written: string | undefined, expected: string | undefined): string[] {
  if (written === expected) return [];
  if (written === undefined) return [`${name} was not written`];
  if (expected === undefined) return [`${name} was not expected`];
  const [lines, others] = [written.split('\n'), expected.split('\n')];
  const at = Array.from({ length: Math.max(lines.length, others.length) }, (_, i) => i).findIndex(i => lines[i] !== others[i]);
  return [`${name}:${at + 1}: ${lines[at] ?? 'the end'}\n  expected: ${others[at] ?? 'the end'}`];
}
