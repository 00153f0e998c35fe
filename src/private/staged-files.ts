import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';

/**
 * Files of a folder that change together: a reader sees the old ones or the new ones, never a part. What does not change is left as it is.
 *
 * A text is written beside its file first: to a file that is made for it, so that no link that somebody laid there leads elsewhere. What a run that was
 * stopped left there is removed, and a link itself, not what it leads to.
 *
 * @internal
 */
export class StagedFiles {
  /** Writes what is added on the way, once all is; nothing if something fails. */
  public static write(folder: string, add: (files: StagedFiles) => void): void {
    const files = new StagedFiles(folder);
    try {
      add(files);
      for (const file of files.staged) renameSync(partOf(file), file);
    } catch (error) {
      for (const file of files.staged) rmSync(partOf(file), { force: true });
      throw error;
    }
  }

  private readonly staged = new Set<string>();

  private constructor(private readonly folder: string) {}

  /** @param name path of the file within the folder; the last text of one name counts */
  public add(name: string, text: string): void {
    const file = join(this.folder, name);
    rmSync(partOf(file), { force: true });
    this.staged.delete(file);
    const bytes = Buffer.from(text);
    if (holds(file, bytes)) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(partOf(file), bytes, { flag: 'wx' });
    this.staged.add(file);
  }
}

function partOf(file: string): string {
  return `${file}.part`;
}

function holds(file: string, bytes: Buffer): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && found.isFile() && found.size === bytes.length && readFileSync(file).equals(bytes);
}
