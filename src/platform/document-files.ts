import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'fs';
import { basename, join } from 'path';
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
 * how an accent is encoded are one to some file systems, and so is "ß" with "SS" to APFS.
 */
export function assertOwnNames(files: readonly Written[]): void {
  const taken = new Map<string, Written>();
  for (const file of files) {
    const { path, name } = file;
    if (UNFIT.test(name) || Buffer.byteLength(name) > LONGEST) {
      throw unfit(path, `its document would be the file ${quote(name)}: allowed are at most ${LONGEST} bytes, without control characters and \\ : * ? " < > |`);
    }
    // By way of small letters, as "ẞ" is a capital already.
    const same = name.normalize('NFD').toLowerCase().toUpperCase().toLowerCase();
    const other = taken.get(same);
    if (other) throw unfit(path, `its document and that of ${quote(other.path)} would be one file ${quote(name)}`);
    taken.set(same, file);
  }
}

function unfit(path: string, problem: string, fix = 'give the topology, or the chart that it stands in, another id'): TopologyError {
  return new TopologyError({ code: 'BST038', path, problem, fix });
}

/**
 * A reader sees the old files or the new ones, never a part. A text is written beside its file first: to a file that is made for it, so that no link
 * that somebody laid there leads elsewhere. What a run that was stopped left there is removed, and a link itself, not what it leads to.
 *
 * Throws BST038, in which the folder is not told, where a file cannot be written.
 */
export function writeWhole(folder: string, files: readonly Written[]): void {
  const parts: string[] = [];
  const inFolder = ({ name }: Written) => join(folder, name);
  try {
    for (const file of files) {
      const part = partOf(inFolder(file));
      withReason(file, () => mkdirSync(folder, { recursive: true }));
      for (const place of [inFolder(file), part]) assertNoFolder(place, file);
      withReason(file, () => {
        rmSync(part, { force: true });
        writeFileSync(part, file.text, { flag: 'wx' });
      });
      parts.push(part);
    }
    for (const file of files) withReason(file, () => renameSync(partOf(inFolder(file)), inFolder(file)));
  } catch (error) {
    for (const part of parts) rmSync(part, { force: true });
    throw error;
  }
}

function partOf(file: string): string {
  return `${file}.part`;
}

/** Before any file is replaced: the last of several could not be. */
function assertNoFolder(place: string, file: Written): void {
  if (!withReason(file, () => lstatSync(place, { throwIfNoEntry: false }))?.isDirectory()) return;
  throw unfit(file.path, `its document cannot be written: ${quote(basename(place))} is a folder`, 'take that away, or give the app another output folder');
}

/** Runs file system calls; turns their error, which names paths of this machine, into a refusal that does not. */
function withReason<T>(file: Written, access: () => T): T {
  try {
    return access();
  } catch (error) {
    const { code = 'an unknown error' } = error as { readonly code?: string };
    throw unfit(file.path, `its document cannot be written as the file ${quote(file.name)}: ${code}`, 'give the app an output folder that can be written to');
  }
}
