import { Part, unquoted } from './json-parts';

/** A key of a block mapping on a line of its own value or before it. Source: https://yaml.org/spec/1.2.2/#implicit-keys, at most 1024 characters */
const KEY = /(?:("(?:[^"\\\n]|\\.){0,1024}")|'((?:[^'\n]|''){0,1024})'|((?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=[^\s,[\]{}]))[^\n]{0,1023}?))[ \t]*:(?=[ \t\r\n]|$)/y;
const MARKER = /(?:---|\.\.\.|%)/y;
const SEQUENCE = /-(?=[ \t\r\n]|$)/y;

/** A line that says something. */
interface Line {
  readonly start: number;
  /** Where its text begins. */
  readonly text: number;
}

/**
 * The members of a YAML block mapping that lies between two positions, its keys `indent` spaces deep; undefined if it is none, or written in a way that
 * only a parser understands. All that is deeper belongs to the key before it, whatever it is: so YAML says of every kind of value.
 * Source: https://yaml.org/spec/1.2.2/#821-block-sequences and #822-block-mappings
 */
export function blockParts(text: string, start: number, end: number, indent: number): Part[] | undefined {
  const parts: { name: string; start: number; end: number }[] = [];
  for (let line = lineFrom(text, start, end); line !== undefined; line = lineFrom(text, nextLine(text, line.text), end)) {
    if (parts.length > 0 && continues(text, line, indent)) continue;
    const name = line.text - line.start === indent && !isMarker(text, line) ? keyAt(text, line.text) : undefined;
    if (name === undefined) return undefined;
    if (parts.length > 0) parts[parts.length - 1].end = line.start;
    parts.push({ name, start: KEY.lastIndex, end });
  }
  return parts;
}

/** The first line from a position, which begins a line, that is neither blank nor a comment. */
export function lineFrom(text: string, from: number, end: number): Line | undefined {
  for (let start = from; start < end; start = nextLine(text, start)) {
    let column = start;
    while (text[column] === ' ') column += 1;
    if (column < end && !'#\r\n'.includes(text[column])) return { start, text: column };
  }
  return undefined;
}

/** Where the line after the one of a position begins. */
export function nextLine(text: string, position: number): number {
  const newline = text.indexOf('\n', position);
  return newline === -1 ? text.length : newline + 1;
}

/** What is deeper is of the value before it. A list may stand as deep as the key that it belongs to, and so may the bracket that closes a value. */
function continues(text: string, line: Line, indent: number): boolean {
  const depth = line.text - line.start;
  return depth > indent || depth === indent && (']}'.includes(text[line.text]) || at(SEQUENCE, text, line.text));
}

/** The start or end of a document, or a directive. */
function isMarker(text: string, line: Line): boolean {
  return line.text === line.start && at(MARKER, text, line.text);
}

function keyAt(text: string, position: number): string | undefined {
  KEY.lastIndex = position;
  const found = KEY.exec(text);
  if (found === null) return undefined;
  const [, double, single, plain] = found;
  if (double !== undefined) return unquoted(double);
  return single === undefined ? / #/.test(plain) ? undefined : plain.trimEnd() : single.replaceAll("''", "'");
}

function at(pattern: RegExp, text: string, position: number): boolean {
  pattern.lastIndex = position;
  return pattern.test(text);
}
