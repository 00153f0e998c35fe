import { StagedFiles } from '../private/staged-files';
import { quote, TopologyError } from '../private/topology-error';
import { UnwritableFile } from '../private/unwritable-file';

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

/** Writes all documents or, if one cannot be written, none. Throws BST038 then, in which the folder is not told. */
export function writeWhole(folder: string, files: readonly Written[]): void {
  try {
    StagedFiles.write(folder, staged => files.forEach(({ name, text }) => staged.add(name, text)));
  } catch (error) {
    if (!UnwritableFile.isUnwritableFile(error)) throw error;
    const { path } = files.find(({ name }) => name === error.file) ?? files[0];
    throw unfit(path, `its document cannot be written: ${error.message}`, 'take away what is in its place, or give the app another output folder');
  }
}
