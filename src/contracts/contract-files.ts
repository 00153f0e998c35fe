import { closeSync, openSync, readSync, realpathSync, statSync } from 'fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'path';
import { ContractReading } from './contract-reading';
import { readAnySize } from './large-document';
import { Data } from './yaml-document';

/** A value of a contract and the file that it stands in, from which its `$ref`s start. @internal */
export interface Place {
  /** Relative to the contract's folder, with `/`. */
  readonly file: string;
  readonly value: Data;
}

const FIX = 'give the path of an OpenAPI 3 document in YAML or JSON, UTF-8 encoded';
/** Also below a folder: `.git` and `.aws` hold more than documents. */
const HIDDEN = /(^|[\\/])\./;
const DOCUMENT = /\.(yaml|yml|json)$/i;

const REASONS = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['EACCES', 'reading it is not permitted'],
  ['EPERM', 'reading it is not permitted'],
  ['ELOOP', 'its symbolic links form a loop'],
  ['ENAMETOOLONG', 'its path is too long'],
]);

/** The files of one contract: its document, and what that refers to in the same folder; each is read once. @internal */
export class ContractFiles {
  /** Reads the contract's document; throws BST710 if it cannot be used. */
  public static of(file: string): ContractFiles {
    if (typeof file !== 'string' || file === '' || file.includes('\0')) {
      const received = typeof file === 'string' ? 'an empty path or one with a null character' : `a value of type ${typeof file}`;
      throw new ContractReading(typeof file === 'string' ? file : typeof file).refusal(
        `${received} is no path of a file`,
        'give the path of an OpenAPI document, such as "contracts/user-service.yaml"',
      );
    }
    return new ContractFiles(resolve(file), new ContractReading(file));
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

/** Reads a regular file as UTF-8; throws BST710 if there is none or the contract may not cost its size. */
export function readText(path: string, reading: ContractReading): string {
  // Before the file is opened: opening a pipe would wait for a writer, opening a device may act.
  const stat = withReason(reading, () => statSync(path));
  if (!stat.isFile()) throw reading.refusal(`it is ${stat.isDirectory() ? 'a folder' : 'a device, pipe or socket'}, not a regular file`, FIX);
  reading.spend('bytes', stat.size);
  const bytes = withReason(reading, () => readUpTo(stat.size, path));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw reading.refusal('its bytes are not UTF-8 text', FIX);
  }
}

/** Runs file system calls; turns their error, which names paths of this machine, into a refusal that does not. */
export function withReason<T>(reading: ContractReading, access: () => T): T {
  try {
    return access();
  } catch (error) {
    const code = codeOf(error);
    throw reading.refusal(REASONS.get(code) ?? `it cannot be read: ${code}`, FIX);
  }
}

/** Never more than was paid for, even if the file grows meanwhile. */
function readUpTo(size: number, path: string): Uint8Array {
  const bytes = new Uint8Array(size);
  const descriptor = openSync(path, 'r');
  try {
    let length = 0;
    for (let count = -1; count !== 0; length += count) {
      count = readSync(descriptor, bytes, length, size - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** By shape, not by class: errors of Node's core may stem from another realm. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
}
