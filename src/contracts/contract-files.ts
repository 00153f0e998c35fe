import { realpathSync } from 'fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'path';
import { ContractBudget } from './contract-budget';
import { Data } from './contract-data';
import { ContractSubject } from './contract-subject';
import { loadDocument } from './document-loader';
import { withReason } from './file-text';

/** A value of a contract and the file that it stands in, from which its `$ref`s start. @internal */
export interface Place {
  /** Relative to the contract's folder, with `/`. */
  readonly file: string;
  readonly value: Data;
}

/** The files of one contract: its document, and what that refers to in the same folder; each is read once. @internal */
export class ContractFiles {
  /** Reads the contract's document; throws BST710 if it cannot be used. */
  public static of(file: string): ContractFiles {
    if (typeof file !== 'string' || file === '' || file.includes('\0')) {
      const received = typeof file === 'string' ? 'an empty path or one with a null character' : `a value of type ${typeof file}`;
      throw new ContractSubject(typeof file === 'string' ? file : typeof file).refusal(
        `${received} is no path of a file`,
        'give the path of an OpenAPI document, such as "contracts/user-service.yaml"',
      );
    }
    return new ContractFiles(resolve(file), new ContractSubject(file));
  }

  /** The document that the user named. */
  public readonly root: Place;
  private readonly folder: string;
  private readonly budget = new ContractBudget();
  private readonly loaded = new Map<string, Data>();

  private constructor(path: string, public readonly subject: ContractSubject) {
    const name = basename(path);
    this.root = { file: name, value: loadDocument({ path, name, subject }, this.budget) };
    this.folder = withReason(subject, () => realpathSync(dirname(path)));
    this.loaded.set(name, this.root.value);
  }

  /** A file by its path relative to the folder; throws BST710 unless it is there and in the folder, links followed. */
  public open(file: string): Place {
    const known = this.loaded.get(file);
    if (known !== undefined) return { file, value: known };
    const subject = this.subjectOf(file);
    const path = withReason(subject, () => realpathSync(join(this.folder, file)));
    if (!this.contains(path)) {
      throw subject.refusal('a symbolic link leads out of the folder of the contract', 'copy the file into that folder');
    }
    const value = loadDocument({ path, name: file, subject }, this.budget);
    this.loaded.set(file, value);
    return { file, value };
  }

  /** Whom a refusal is about that concerns the file. */
  public subjectOf(file: string): ContractSubject {
    return file === this.root.file ? this.subject : this.subject.at(file);
  }

  private contains(path: string): boolean {
    const way = relative(this.folder, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  }
}
