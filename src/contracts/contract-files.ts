import { realpathSync } from 'fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'path';
import { OPEN_API } from './contract-form';
import { ContractReading } from './contract-reading';
import { readAnySize } from './large-document';
import { readText, withReason } from './regular-file';
import { Data } from './yaml-document';

/** A value of a contract and the file that it stands in, from which its `$ref`s start. @internal */
export interface Place {
  /** Relative to the contract's folder, with `/`. */
  readonly file: string;
  readonly value: Data;
}

/** Also below a folder: `.git` and `.aws` hold more than documents. */
const HIDDEN = /(^|[\\/])\./;
const DOCUMENT = /\.(yaml|yml|json)$/i;

/** The files of one contract: its document, and what that refers to in the same folder; each is read once. @internal */
export class ContractFiles {
  /** Reads the contract's document; throws BST710 if it cannot be used. */
  public static of(file: string): ContractFiles {
    return new ContractFiles(resolve(file), ContractReading.of(file, OPEN_API));
  }

  /** The document that the user named. */
  public readonly root: Place;
  private readonly folder: string;
  private readonly loaded = new Map<string, Data>();

  private constructor(path: string, public readonly reading: ContractReading) {
    const name = basename(path);
    this.root = { file: name, value: readAnySize(readText(path, reading), name, reading) };
    this.folder = withReason(reading, () => realpathSync(dirname(path)));
    this.loaded.set(name, this.root.value);
  }

  /**
   * A document by its path relative to the folder, to which a file refers; throws BST710 unless it is there and in the folder, links followed. Only
   * then its path is told, unless the contract itself refers to it.
   */
  public open(file: string, from: string): Place {
    const known = this.loaded.get(file);
    if (known !== undefined) return { file, value: known };
    const reading = from === this.root.file ? this.readingOf(file) : this.reading.behind(from);
    assertDocumentName(file, 'it', reading);
    const path = withReason(reading, () => realpathSync(join(this.folder, file)));
    const way = relative(this.folder, path);
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) {
      throw reading.refusal('a symbolic link leads out of the folder of the contract', 'copy the file into that folder');
    }
    assertDocumentName(way, 'what a symbolic link leads to', reading);
    const value = readAnySize(readText(path, reading), file, this.readingOf(file));
    this.loaded.set(file, value);
    return { file, value };
  }

  /** The reading, for a refusal that concerns the file. */
  public readingOf(file: string): ContractReading {
    return file === this.root.file ? this.reading : this.reading.at(file);
  }
}

/** What a document refers to was not chosen by the one who runs the program: it is never a file that programs keep their secrets in. */
function assertDocumentName(file: string, what: string, reading: ContractReading): void {
  if (DOCUMENT.test(file) && !HIDDEN.test(file)) return;
  throw reading.refusal(
    `${what} is not named like a document: a $ref may lead to .yaml, .yml and .json files, none of them hidden`,
    'point the $ref at a part of the contract',
  );
}
