import { renameSync, rmSync, writeFileSync } from 'fs';
import { quote, TopologyError } from '../private/topology-error';

/** A file to be written, and the topology that it is about. @internal */
export interface Written {
  /** Path of the topology. */
  readonly path: string;
  /** Name of the file. */
  readonly name: string;
  /** What is written to it. */
  readonly text: string;
}

/** What Linux, macOS and Windows take, with room for the ending that a file has while it is written. */
const LONGEST = 250;
const UNFIT = /[\p{Cc}\\:*?"<>|]/u;

/**
 * Throws BST038 if two topologies would write one file, of which the last would win, or if no file can have a name. Names that differ in case or in
 * how an accent is encoded are one to some file systems.
 */
export function assertOwnNames(files: readonly Written[]): void {
  const taken = new Map<string, Written>();
  for (const file of files) {
    const { path, name } = file;
    if (UNFIT.test(name) || Buffer.byteLength(name) > LONGEST) {
      throw unfit(path, `its document would be the file ${quote(name)}: allowed are at most ${LONGEST} bytes, without control characters and \\ : * ? " < > |`);
    }
    const same = name.normalize('NFC').toLowerCase();
    const other = taken.get(same);
    if (other) throw unfit(path, `its document and that of ${quote(other.path)} would be one file ${quote(name)}`);
    taken.set(same, file);
  }
}

function unfit(path: string, problem: string): TopologyError {
  return new TopologyError({ code: 'BST038', path, problem, fix: 'give the topology, or the chart that it stands in, another id' });
}

/**
 * A reader sees the old files or the new ones, never a part. A text is written beside its file first: to a file that is made for it, so that no link
 * that somebody laid there leads elsewhere. What a run that was stopped left there is removed, and a link itself, not what it leads to.
 */
export function writeWhole(files: readonly { readonly file: string; readonly text: string }[]): void {
  const parts: string[] = [];
  try {
    for (const { file, text } of files) {
      const part = `${file}.part`;
      rmSync(part, { force: true });
      writeFileSync(part, text, { flag: 'wx' });
      parts.push(part);
    }
    for (const { file } of files) renameSync(`${file}.part`, file);
  } catch (error) {
    for (const part of parts) rmSync(part, { force: true });
    throw error;
  }
}
