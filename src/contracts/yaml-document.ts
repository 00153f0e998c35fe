import type { Alias, Document, LineCounter as Lines, Node, YAMLMap } from 'yaml';
import { ContractReading } from './contract-reading';
import { parseReference } from './local-reference';
import { assertParsable, DEEPEST, tooDeep } from './yaml-limits';
import { yaml } from './yaml-package';

/** Plain data of a document; objects are Maps, because no key of a Map reaches a prototype. */
export type Data = null | boolean | number | string | DataList | DataObject;
export type DataList = readonly Data[];
export type DataObject = ReadonlyMap<string, Data>;

export function isObject(data: Data | undefined): data is DataObject {
  return data instanceof Map;
}

export function isList(data: Data | undefined): data is DataList {
  return Array.isArray(data);
}

/** Words for a message: the kind of a value that is not what was due, never the value, which may be a secret. */
export function kindOf(data: Data | undefined): string {
  if (isObject(data)) return 'an object';
  if (isList(data)) return 'a list';
  if (data === undefined || data === null) return data === null ? 'null' : 'nothing';
  return typeof data === 'string' ? 'text' : `a ${typeof data}`;
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  customTags: null,
  resolveKnownTags: false,
  strict: true,
  stringKeys: true,
  // The package compares each key with each; keys given twice are refused below, in linear time.
  uniqueKeys: false,
  prettyErrors: false,
  // "silent" would let further documents pass.
  logLevel: 'error',
} as const;

/**
 * The plain data of one document; throws BST710 where YAML 1.2 core schema gives the text of `file` no single, harmless meaning.
 *
 * @param linesBefore how many lines of the file stand before the text, asked when a message names one
 */
export function readDocument(text: string, file: string, reading: ContractReading, linesBefore = () => 0): Data {
  assertParsable(text, reading);
  const { LineCounter } = yaml();
  const lines = new LineCounter();
  const document = parsed(text, lines, reading);
  const lineOf = (offset: number) => lines.linePos(offset).line + linesBefore();
  const [flaw] = [...document.errors, ...document.warnings];
  if (flaw?.code === 'RESOURCE_EXHAUSTION') throw tooDeep(reading);
  if (flaw?.code === 'MULTIPLE_DOCS') {
    throw reading.refusal('it holds more than one YAML document: allowed is one', 'give each contract a file of its own, and remove a "---" at the end');
  }
  if (flaw !== undefined) {
    // Without the message of the package: it repeats the text.
    throw syntax(`${flaw.code.toLowerCase().replaceAll('_', ' ')} at line ${lineOf(flaw.pos[0])}`, reading);
  }
  return new DataReader(file, lineOf, reading).read(document.contents);
}

/** Throws BST710 if a name stands among the keys of one object twice, or is one that YAML 1.2 gives no meaning. */
export function assertKeys(names: readonly string[], reading: ContractReading): void {
  if (new Set(names).size < names.length) throw reading.refusal('a key is given twice in an object', 'give it one meaning');
  if (names.includes('<<')) throw mergeKey(reading);
}

function mergeKey(reading: ContractReading): Error {
  return reading.refusal('the merge key "<<" does not exist in YAML 1.2, so its content would be lost', 'write the merged keys out, or use $ref');
}

/** An attacker can have an error made of every character, and four fifths of what each costs is a stack trace that nobody reads. */
function parsed(text: string, lineCounter: Lines, reading: ContractReading): Document {
  const { stackTraceLimit } = Error;
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return yaml().parseDocument(text, { ...OPTIONS, lineCounter });
  } catch {
    throw syntax('the parser failed', reading);
  } finally {
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit);
  }
}

function syntax(reason: string, reading: ContractReading): Error {
  return reading.refusal(`it is neither YAML 1.2 nor JSON: ${reason}`, 'correct the syntax');
}

/** Follows an alias each time that it stands somewhere, so that it is counted as what it stands for. */
class DataReader {
  /** What an anchor stands for, once that has been read: before, it would hold itself. */
  private readonly anchors = new Map<string, Node>();

  constructor(private readonly file: string, private readonly lineOf: (offset: number) => number, private readonly reading: ContractReading) {}

  public read(node: unknown, depth = 1): Data {
    if (yaml().isAlias(node)) return this.read(this.target(node), depth);
    this.reading.spend('nodes', 1);
    const data = this.data(node, depth);
    if (yaml().isMap(node) || yaml().isSeq(node) || yaml().isScalar(node)) this.remember(node);
    return data;
  }

  private data(node: unknown, depth: number): Data {
    if (yaml().isScalar(node)) return scalar(node.value);
    if (!yaml().isMap(node) && !yaml().isSeq(node)) return null;
    if (depth > DEEPEST) throw tooDeep(this.reading);
    return yaml().isMap(node) ? this.object(node, depth) : node.items.map(item => this.read(item, depth + 1));
  }

  private object(map: YAMLMap, depth: number): Data {
    const object = new Map<string, Data>();
    for (const { key, value } of map.items) {
      const name = yaml().isScalar(key) ? String(key.value) : '';
      if (yaml().isScalar(key)) this.remember(key);
      if (object.has(name)) throw this.ambiguous('a key is given twice', yaml().isScalar(key) ? key : map);
      if (name === '<<') throw mergeKey(this.reading);
      const data = this.read(value, depth + 1);
      if (name === '$ref' && typeof data === 'string') parseReference(data, this.file, this.reading, () => this.lineAt(yaml().isScalar(key) ? key : map));
      object.set(name, data);
    }
    return object;
  }

  private target(alias: Alias): Node {
    const node = this.anchors.get(alias.source);
    if (node === undefined) throw this.ambiguous('an alias has no complete anchor before it', alias);
    return node;
  }

  private remember(node: Node & { anchor?: string }): void {
    if (node.anchor === undefined) return;
    const known = this.anchors.get(node.anchor);
    if (known !== undefined && known !== node) throw this.ambiguous('an anchor is defined twice', node);
    this.anchors.set(node.anchor, node);
  }

  private ambiguous(problem: string, node: Node): Error {
    return this.reading.refusal(`${problem} at line ${this.lineAt(node)}`, 'give it one meaning');
  }

  private lineAt(node: Node): number {
    return this.lineOf(node.range?.[0] ?? 0);
  }
}

function scalar(value: unknown): Data {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
