import {
  chmodSync, chownSync, copyFileSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmdirSync, rmSync, Stats, writeFileSync,
} from 'fs';
import { basename, dirname, join, resolve } from 'path';
import { quote } from './topology-error';
import { UnwritableFile, told } from './unwritable-file';

/** Where files are kept until all are there, in a folder of its own for each run: names that no tool takes for manifests. */
const STAGE = '.staged-';
/** Of a name, in bytes, on Linux, macOS and Windows. */
const LONGEST = 255;

/**
 * Files of a folder that change together: a reader sees the old ones or the new ones, never a part. What would not change is left as it is. Whoever else
 * writes to the folder meanwhile is not in the way: of two files of one name the later one stays, whole.
 *
 * A file is replaced, not written to, so that no link that somebody laid there leads elsewhere; its permissions and, where that is allowed, its owner stay.
 * One that cannot be replaced, such as a mount, is written to.
 *
 * @internal
 */
export class StagedFiles {
  /** Writes what is added on the way, once all is; nothing if something fails. Throws an `UnwritableFile` where a file cannot be written. */
  public static write(folder: string, add: (files: StagedFiles) => void): void {
    // A program may change the working directory on the way.
    const files = new StagedFiles(resolve(folder));
    try {
      add(files);
      files.place();
    } catch (error) {
      files.removeStage();
      files.removeMade();
      throw error;
    }
    files.removeStage();
  }

  /** By name: the path of the text that is to be there. */
  private readonly staged = new Map<string, string>();
  private readonly folders = new Set<string>();
  private stage?: string;
  /** The outermost folder that was made for these. */
  private made?: string;
  private count = 0;

  private constructor(private readonly folder: string) {}

  /** @param name path of the file within the folder; the last text of one name counts */
  public add(name: string, text: string): void {
    const bytes = Buffer.from(text);
    if (Buffer.byteLength(basename(name)) > LONGEST) throw new UnwritableFile(name, `its name is longer than ${LONGEST} bytes`);
    told(name, () => {
      const found = foundAt(this.pathOf(name));
      if (found?.isDirectory()) throw new UnwritableFile(name, `${quote(name)} is a folder`);
      this.staged.delete(name);
      if (found?.isFile() && found.size === bytes.length && holds(this.pathOf(name), bytes)) return;
      const path = join(this.begun(), String(this.count++));
      writeFileSync(path, bytes);
      if (found?.isFile()) resemble(path, found);
      this.staged.set(name, path);
    });
  }

  /** @param name path of a folder within the folder; it is there then, whatever is in it */
  public addFolder(name: string): void {
    this.folders.add(name);
  }

  /** Made for the first file that changes: nobody who watches the folder is told of a run in which none does. */
  private begun(): string {
    this.makeFolder();
    return this.stage ??= told('.', () => mkdtempSync(join(this.folder, STAGE)));
  }

  private makeFolder(): void {
    this.made = told('.', () => mkdirSync(this.folder, { recursive: true })) ?? this.made;
  }

  private place(): void {
    this.makeFolder();
    for (const name of this.folders) told(name, () => mkdirSync(this.pathOf(name), { recursive: true }));
    for (const [name, path] of this.staged) {
      told(name, () => {
        mkdirSync(dirname(this.pathOf(name)), { recursive: true });
        replace(path, this.pathOf(name));
      });
    }
  }

  private removeStage(): void {
    if (this.stage !== undefined) rmSync(this.stage, { recursive: true, force: true });
  }

  /** Folders that were made in vain, unless somebody has put something there. */
  private removeMade(): void {
    if (this.made === undefined) return;
    try {
      for (let folder = this.folder; folder.length >= this.made.length; folder = dirname(folder)) rmdirSync(folder);
    } catch { /* it is not empty */ }
  }

  private pathOf(name: string): string {
    return join(this.folder, name);
  }
}

/** Nothing where there is no such file, or none can be: whoever writes it is told. */
function foundAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function holds(file: string, bytes: Buffer): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}

/** Whoever may give files away lets the owner keep his. */
function resemble(file: string, { mode, uid, gid }: Stats): void {
  chmodSync(file, mode);
  try {
    chownSync(file, uid, gid);
  } catch { /* it belongs to who writes it */ }
}

function replace(path: string, target: string): void {
  try {
    renameSync(path, target);
  } catch (error) {
    // A file, or its folder, is mounted there.
    if (!['EXDEV', 'EBUSY'].includes((error as { readonly code?: string }).code ?? '')) throw error;
    copyFileSync(path, target);
  }
}
