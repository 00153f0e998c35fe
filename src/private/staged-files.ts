import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { quote } from './topology-error';

/** That a file cannot be written. Tells no path of the machine, which the errors of the file system do. @internal */
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
    super(`the file ${quote(file)} of the output folder cannot be written: ${reason}`);
  }
}

/**
 * Files of a folder that change together: a reader sees the old ones or the new ones, never a part. What would not change is left as it is.
 *
 * A text is written beside its file first: to a file that is made for it, so that no link that somebody laid there leads elsewhere. What a run that was
 * stopped left there is removed, and a link itself, not what it leads to.
 *
 * @internal
 */
export class StagedFiles {
  /** Writes what is added on the way, once all is; nothing if something fails. Throws an `UnwritableFile` where a file cannot be written. */
  public static write(folder: string, add: (files: StagedFiles) => void): void {
    const files = new StagedFiles(folder);
    try {
      add(files);
      for (const name of files.staged) told(name, () => renameSync(files.partOf(name), files.pathOf(name)));
    } catch (error) {
      for (const name of files.staged) rmSync(files.partOf(name), { force: true });
      throw error;
    }
  }

  private readonly staged = new Set<string>();

  private constructor(private readonly folder: string) {}

  /** @param name path of the file within the folder; the last text of one name counts */
  public add(name: string, text: string): void {
    const bytes = Buffer.from(text);
    const [file, part] = [this.pathOf(name), this.partOf(name)];
    for (const place of [file, part]) assertNoFolder(place, name);
    told(name, () => {
      rmSync(part, { force: true });
      this.staged.delete(name);
      if (holds(file, bytes)) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(part, bytes, { flag: 'wx' });
      this.staged.add(name);
    });
  }

  /** @param name path of a folder within the folder; it is there then, whatever is in it */
  public addFolder(name: string): void {
    told(name, () => mkdirSync(this.pathOf(name), { recursive: true }));
  }

  private pathOf(name: string): string {
    return join(this.folder, name);
  }

  private partOf(name: string): string {
    return `${this.pathOf(name)}.part`;
  }
}

/** Before any file is replaced: the last of several could not be. */
function assertNoFolder(place: string, name: string): void {
  if (told(name, () => lstatSync(place, { throwIfNoEntry: false }))?.isDirectory()) throw new UnwritableFile(name, `${quote(basename(place))} is a folder`);
}

function holds(file: string, bytes: Buffer): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found !== undefined && found.isFile() && found.size === bytes.length && readFileSync(file).equals(bytes);
}

function told<T>(name: string, access: () => T): T {
  try {
    return access();
  } catch (error) {
    throw new UnwritableFile(name, (error as { readonly code?: string }).code ?? 'an unknown error');
  }
}
