import { ContractReading } from './contract-reading';
import { afterSpace, jsonParts, Part } from './json-parts';
import { isJson } from './json-tokens';
import { LazyObject } from './lazy-object';
import { assertKeys, Data, readDocument } from './yaml-document';

/** Up to here a document is read as a whole, and judged wherever it says something. */
const SMALL = 1024 * 1024;

/**
 * The data of a document of any size; throws BST710 as `readDocument` does. Objects of a large one are cut into their members if it is JSON, whose
 * brackets tell every reader alike where each ends, and a member is parsed when somebody asks for it: what operations are read from is a small part,
 * which the limits hold for.
 */
export function readAnySize(text: string, file: string, reading: ContractReading): Data {
  const start = text.length <= SMALL ? text.length : afterSpace(text, 0);
  return text[start] === '{' && isJson(text, start) ? new LargeDocument(text, file, reading).json(start, text.length) : readDocument(text, file, reading);
}

class LargeDocument {
  constructor(private readonly text: string, private readonly file: string, private readonly reading: ContractReading) {}

  public json(start: number, end: number): Data {
    const parts = this.text[start] === '{' ? this.cut(start, end) : undefined;
    return parts === undefined ? this.parsed(start, end) : this.object(parts);
  }

  private object(parts: readonly Part[]): Data {
    assertKeys(parts.map(({ name }) => name), this.reading);
    return new LazyObject(new Map(parts.map(part => [part.name, () => this.json(part.start, part.end)])));
  }

  private cut(start: number, end: number): Part[] | undefined {
    this.reading.spend('characters', end - start);
    const found = jsonParts(this.text, start, end);
    if (found !== undefined) this.reading.spend('nodes', found.length);
    return found;
  }

  private parsed(start: number, end: number): Data {
    const linesBefore = () => this.text.slice(0, start).split('\n').length - 1;
    return readDocument(this.text.slice(start, end), this.file, this.reading, linesBefore);
  }
}
