import { ContractReading } from './contract-reading';

/** What a .proto file is made of. Source: https://protobuf.com/docs/language-spec#lexical-analysis */
const LEXEME = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<token>\w+|(?!\/\*)[^\w\s])/y;
/** Where a text may end: expressions keep a note of each character that they pass, of which a long text has too many. */
const IN_TEXT = /["'\\\n]/g;
const QUOTES = new Set(['"', '\'']);

/**
 * The words, texts and signs of a .proto file, one after the other; comments are left out. A text keeps its quotes.
 *
 * @internal
 */
export class ProtoTokens {
  private ahead: string | undefined;
  private at = 0;

  constructor(private readonly text: string, private readonly reading: ContractReading) {
    this.ahead = this.read();
  }

  /** What comes next, and stays; undefined at the end. */
  public get next(): string | undefined {
    return this.ahead;
  }

  /** What comes next, of this form or, without one, whatever it is; throws BST710 if nothing does. */
  public take(what: string, form = /[^]/): string {
    const token = this.ahead;
    if (token === undefined) throw this.refusal(`${what} is missing at its end`);
    if (!form.test(token)) throw this.refusal(`what stands in the place of ${what} is none`);
    this.ahead = this.read();
    return token;
  }

  /** Whether the sign or word comes next, which is passed then. */
  public takes(token: string): boolean {
    if (this.ahead !== token) return false;
    this.ahead = this.read();
    return true;
  }

  /** Passes the sign or word; throws BST710 if another one comes. */
  public expect(token: string): void {
    if (!this.takes(token)) throw this.refusal(`"${token}" is missing`);
  }

  /** Passes what is left of a statement: all up to a ";", or a block and what stands before it. */
  public skipStatement(): void {
    for (let depth = 0; ;) {
      const token = this.take('the end of a statement');
      if (token === '{') depth += 1;
      if (token === '}') depth -= 1;
      if (depth < 0) throw this.refusal('"}" closes what none opened');
      if (depth === 0 && (token === ';' || token === '}')) return;
    }
  }

  /** The error to throw, with the line: never with the text that stands there. */
  public refusal(problem: string): Error {
    let line = 1;
    for (let end = this.text.indexOf('\n'); end !== -1 && end < this.at; end = this.text.indexOf('\n', end + 1)) line += 1;
    return this.reading.refusal(`${problem}, at line ${line}`, 'correct the syntax; a descriptor set is read by Contract.descriptorSet()');
  }

  private read(): string | undefined {
    while (this.at < this.text.length) {
      LEXEME.lastIndex = this.at;
      const found = LEXEME.exec(this.text);
      if (found === null) throw this.refusal('a comment has no end');
      this.reading.spend('tokens', 1);
      const { token } = found.groups!;
      if (QUOTES.has(token)) return this.readText(token);
      this.at = LEXEME.lastIndex;
      if (token !== undefined) return token;
    }
    return undefined;
  }

  private readText(quote: string): string {
    IN_TEXT.lastIndex = this.at + 1;
    for (let found = IN_TEXT.exec(this.text); found !== null && found[0] !== '\n'; found = IN_TEXT.exec(this.text)) {
      if (found[0] === '\\' && this.text[IN_TEXT.lastIndex] !== '\n') IN_TEXT.lastIndex += 1;
      if (found[0] !== quote) continue;
      const text = this.text.slice(this.at, found.index + 1);
      this.at = found.index + 1;
      return text;
    }
    throw this.refusal('a text has no end');
  }
}
