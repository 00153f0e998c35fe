import { ContractReading } from './contract-reading';

/** What a .proto file is made of. Source: https://protobuf.com/docs/language-spec#lexical-analysis */
const LEXEME = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<token>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\w+|(?!\/\*)[^\w\s"'])/y;

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
    return this.reading.refusal(`${problem}, at line ${line}`, 'correct the syntax, as protoc and buf do not take it either');
  }

  private read(): string | undefined {
    while (this.at < this.text.length) {
      LEXEME.lastIndex = this.at;
      const found = LEXEME.exec(this.text);
      if (found === null) throw this.refusal('a text or a comment has no end');
      this.at = LEXEME.lastIndex;
      this.reading.spend('tokens', 1);
      if (found.groups!.token !== undefined) return found.groups!.token;
    }
    return undefined;
  }
}
