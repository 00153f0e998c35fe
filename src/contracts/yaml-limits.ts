import { ContractReading } from './contract-reading';
import { yaml } from './yaml-package';

/** Deepest nesting of objects and lists. */
export const DEEPEST = 200;

/** Measured: what these stand at costs the parser up to five times as much as other tokens, and usual documents have few of them. */
const COSTLY = new Set([',', '&', '!']);
const COSTLY_TOKENS = 5;
const NESTING = new Map([['[', 1], ['{', 1], [']', -1], ['}', -1]]);
const YAML_1_2 = /^%YAML[ \t]+1\.2[ \t]*$/;
const SCALAR_FOLLOWS = '\x1f';

/**
 * Counts what the parser would have to work on, before it does; throws BST710 if that is too much or nested too deep.
 *
 * The package's lexer goes once through the text and keeps nothing. Its parser takes seconds and hundreds of megabytes for what
 * a few megabytes of text can ask of it, and runs through to the end whatever it meets.
 */
export function assertParsable(text: string, reading: ContractReading): void {
  let depth = 0;
  let before = '';
  const { Lexer } = yaml();
  for (const lexeme of new Lexer().lex(text)) {
    reading.spend('tokens', cost(lexeme));
    depth += NESTING.get(lexeme) ?? 0;
    if (depth > DEEPEST) throw tooDeep(reading);
    if (depth < 0) throw reading.refusal('it is neither YAML 1.2 nor JSON: a bracket closes what none opened', 'correct the syntax');
    if (lexeme.startsWith('%') && before !== SCALAR_FOLLOWS && !YAML_1_2.test(lexeme)) {
      throw reading.refusal('a directive changes how YAML is read: allowed is "%YAML 1.2"', 'remove it');
    }
    before = lexeme;
  }
}

/** The refusal of what is nested too deep, for those to use as well who see other kinds of nesting. */
export function tooDeep(reading: ContractReading): Error {
  return reading.refusal(
    `objects and lists are nested more than ${DEEPEST} deep`,
    'flatten the document, and let recursive schemas refer to themselves by $ref',
  );
}

/** Lines of a long text cost like tokens: the parser handles them one by one. */
function cost(lexeme: string): number {
  let tokens = COSTLY.has(lexeme[0]) ? COSTLY_TOKENS : 1;
  for (let at = lexeme.indexOf('\n'); at !== -1; at = lexeme.indexOf('\n', at + 1)) tokens += 1;
  return tokens;
}
