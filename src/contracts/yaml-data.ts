import { Composer, CST, Document, isAlias, isMap, isScalar, isSeq, YAMLMap } from 'yaml';
import { quote } from '../private/topology-error';
import { Data } from './contract-data';
import { ContractSubject } from './contract-subject';

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  customTags: null,
  resolveKnownTags: false,
  strict: true,
  stringKeys: true,
  // The package compares each key with each; duplicates are refused below, in linear time.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

const FIX = 'correct the syntax';

/** The plain data of one document; throws BST710 where YAML 1.2 core schema gives the text no single meaning. */
export function yamlData(tokens: readonly CST.Token[], text: string, subject: ContractSubject): Data {
  const document = composed(tokens, text, subject);
  const [flaw] = [...document.errors, ...document.warnings];
  if (flaw !== undefined) {
    const reason = flaw.code.toLowerCase().replaceAll('_', ' ');
    // Without the message of the package: it repeats the text, which may be no contract but somebody's secret.
    throw subject.refusal(`it is neither YAML 1.2 nor JSON: ${reason} at line ${lineAt(text, flaw.pos[0])}`, FIX);
  }
  return new DataReader(text, subject).read(document.contents);
}

function composed(tokens: Iterable<CST.Token>, text: string, subject: ContractSubject): Document {
  try {
    const [document] = new Composer(OPTIONS).compose(tokens, true, text.length);
    return document;
  } catch {
    throw subject.refusal('it is neither YAML 1.2 nor JSON: the parser failed', FIX);
  }
}

/** Recursive, which is safe because `yamlTokens` bounds the depth; an alias is not followed but shared. */
class DataReader {
  private readonly anchors = new Map<string, Data>();

  constructor(private readonly text: string, private readonly subject: ContractSubject) {}

  public read(node: unknown): Data {
    if (isAlias(node)) return this.target(node.source, node.range?.[0]);
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return null;
    const data = isMap(node) ? this.object(node) : isSeq(node) ? node.items.map(item => this.read(item)) : scalar(node.value);
    if (node.anchor !== undefined) this.remember(node.anchor, data, node.range?.[0]);
    return data;
  }

  private object(map: YAMLMap): Data {
    const object = new Map<string, Data>();
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (isScalar(key) && key.anchor !== undefined) this.remember(key.anchor, name, key.range?.[0]);
      if (object.has(name)) throw this.refusal(`duplicate key ${quote(name)}`, isScalar(key) ? key.range?.[0] : undefined);
      object.set(name, this.read(value));
    }
    return object;
  }

  private target(anchor: string, offset?: number): Data {
    const data = this.anchors.get(anchor);
    if (data === undefined) throw this.refusal(`the alias ${quote(anchor)} has no complete anchor before it`, offset);
    return data;
  }

  private remember(anchor: string, data: Data, offset?: number): void {
    if (this.anchors.has(anchor)) throw this.refusal(`the anchor ${quote(anchor)} is defined twice`, offset);
    this.anchors.set(anchor, data);
  }

  private refusal(problem: string, offset = 0): Error {
    return this.subject.refusal(`${problem} at line ${lineAt(this.text, offset)}`, 'give it one meaning');
  }
}

function scalar(value: unknown): Data {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
