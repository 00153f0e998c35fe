import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { quote } from './topology-error';

/** That a file, or the folder itself, cannot be written. Tells no path of the machine, which the errors of the file system do. @internal */
export class UnwritableFile extends Error {
  /** Whether an error is one of these. */
  public static isUnwritableFile(error: unknown): error is UnwritableFile {
    return error instanceof Error && 'file' in error;
  }

  constructor(
    /** Its path within the folder. */
    public readonly file: string,
    public readonly reason: string,
  ) {
    super(`the ${file === '.' ? 'output folder' : `file ${quote(file)} of the output folder`} cannot be written: ${reason}`);
  }
}

/** Where files are kept until all are there, in a folder of its own for each run: names that no tool takes for manifests. */
const STAGE = '.staged-';

/**
 * Files of a folder that change together: a reader sees the old ones or the new ones, never a part. What would not change is left as it is. Whoever else
 * writes to the folder meanwhile is not in the way: of two files of one name the later one stays, whole.
 *
 * A file is replaced, not written to, so that no link that somebody laid there leads elsewhere; its permissions stay.
 *
 * @internal
 */
export class StagedFiles {
  /** Writes what is added on the way, once all is; nothing if something fails. Throws an `UnwritableFile` where a file cannot be written. */
  public static write(folder: string, add: (files: StagedFiles) => void): void {
    const made = told('.', () => mkdirSync(folder, { recursive: true }));
    try {
      const stage = told('.', () => mkdtempSync(join(folder, STAGE)));
      try {
        const files = new StagedFiles(folder, stage);
        add(files);
        files.place();
      } finally {
        rmSync(stage, { recursive: true, force: true });
      }
    } catch (error) {
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
      throw error;
    }
  }

  /** By name: the path of the text that is to be there. */
  private readonly staged = new Map<string, string>();
  private readonly folders = new Set<string>();
  private count = 0;

  private constructor(private readonly folder: string, private readonly stage: string) {}

  /** @param name path of the file within the folder; the last text of one name counts */
  public add(name: string, text: string): void {
    const bytes = Buffer.from(text);
    told(name, () => {
      const found = lstatSync(this.pathOf(name), { throwIfNoEntry: false });
      if (found?.isDirectory()) throw new UnwritableFile(name, `${quote(name)} is a folder`);
      this.staged.delete(name);
      if (found?.isFile() && found.size === bytes.length && readFileSync(this.pathOf(name)).equals(bytes)) return;
      const path = join(this.stage, String(this.count++));
      writeFileSync(path, bytes);
      if (found?.isFile()) chmodSync(path, statSync(this.pathOf(name)).mode);
      this.staged.set(name, path);
    });
  }

  /** @param name path of a folder within the folder; it is there then, whatever is in it */
  public addFolder(name: string): void {
    this.folders.add(name);
  }

  private place(): void {
    for (const name of this.folders) told(name, () => mkdirSync(this.pathOf(name), { recursive: true }));
    for (const [name, path] of this.staged) {
      told(name, () => {
        mkdirSync(dirname(this.pathOf(name)), { recursive: true });
        renameSync(path, this.pathOf(name));
      });
    }
  }

  private pathOf(name: string): string {
    return join(this.folder, name);
  }
}

function told<T>(name: string, access: () => T): T {
  try {
    return access();
  } catch (error) {
    if (UnwritableFile.isUnwritableFile(error)) throw error;
    throw new UnwritableFile(name, (error as { readonly code?: string }).code ?? 'an unknown error');
  }
}
