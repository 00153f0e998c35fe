import { blockParts, lineFrom, nextLine } from './block-parts';
import { ContractReading } from './contract-reading';
import { afterSpace, jsonParts, Part } from './json-parts';
import { LazyObject } from './lazy-object';
import { assertKeys, Data, readDocument } from './yaml-document';

/** Up to here a document is read as a whole, and judged wherever it says something. */
const SMALL = 1024 * 1024;
const START = /---[ \t]*(?:#[^\n]*)?\r?\n/y;
const NO_TEXT = /[ \t]*(?:[ \t]#[^\n]*)?(?:\r?\n|$)/y;

/**
 * The data of a document of any size; throws BST710 as `readDocument` does. Of a large one objects are cut into their members as long as their layout
 * tells where each ends, and a member is parsed when somebody asks for it: what operations are read from is a small part, which the limits hold for.
 */
export function readAnySize(text: string, file: string, reading: ContractReading): Data {
  return text.length <= SMALL ? readDocument(text, file, reading) : new LargeDocument(text, file, reading).read();
}

class LargeDocument {
  constructor(private readonly text: string, private readonly file: string, private readonly reading: ContractReading) {}

  public read(): Data {
    const { text } = this;
    const start = afterSpace(text, 0);
    if (text[start] === '{') return this.json(start, text.length);
    const first = lineFrom(text, 0, text.length);
    START.lastIndex = first?.start ?? 0;
    return this.block(START.test(text) ? START.lastIndex : 0, text.length, 0);
  }

  private json(start: number, end: number): Data {
    const parts = this.text[start] === '{' ? this.cut(start, end, () => jsonParts(this.text, start, end)) : undefined;
    return parts === undefined ? this.parsed(start, end) : this.object(parts, part => this.json(part.start, part.end));
  }

  private block(start: number, end: number, indent: number): Data {
    const parts = this.cut(start, end, () => blockParts(this.text, start, end, indent));
    return parts === undefined || parts.length === 0 ? this.parsed(start, end) : this.object(parts, part => this.value(part.start, part.end, indent));
  }

  /** What stands behind a key: a block mapping on the lines after it, or anything else. */
  private value(start: number, end: number, indent: number): Data {
    NO_TEXT.lastIndex = start;
    const first = NO_TEXT.test(this.text) ? lineFrom(this.text, nextLine(this.text, start), end) : undefined;
    const depth = first === undefined ? 0 : first.text - first.start;
    return depth > indent ? this.block(nextLine(this.text, start), end, depth) : this.parsed(start, end);
  }

  private object(parts: readonly Part[], read: (part: Part) => Data): Data {
    assertKeys(parts.map(({ name }) => name), this.reading);
    return new LazyObject(new Map(parts.map(part => [part.name, () => read(part)])));
  }

  private cut(start: number, end: number, parts: () => Part[] | undefined): Part[] | undefined {
    this.reading.spend('characters', end - start);
    const found = parts();
    this.reading.spend('nodes', found?.length ?? 0);
    return found;
  }

  private parsed(start: number, end: number): Data {
    const linesBefore = () => this.text.slice(0, start).split('\n').length - 1;
    return readDocument(this.text.slice(start, end), this.file, this.reading, linesBefore);
  }
}
