import { afterSpace, afterString } from './json-parts';

const SCALAR = /(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![^\s,\]}])/y;
const CLOSES: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const DEEPEST = 1000;

/**
 * Whether a text is made of nothing but JSON's own strings, scalars and brackets that close each other. Only then does every reader see the same members:
 * a quote or comment that YAML alone knows could hide some from the one and show them to another.
 */
export function isJson(text: string, start: number): boolean {
  const open: string[] = [];
  for (let at: number | undefined = start; at !== undefined && at < text.length;) {
    const character = text[at];
    if (character in CLOSES) open.push(CLOSES[character]);
    if (open.length > DEEPEST || (character === '}' || character === ']') && open.pop() !== character) return false;
    const next: number | undefined = afterToken(text, at);
    if (next === undefined) return false;
    at = afterSpace(text, next);
  }
  return open.length === 0;
}

function afterToken(text: string, at: number): number | undefined {
  if (text[at] === '"') return afterString(text, at);
  if ('{}[],:'.includes(text[at])) return at + 1;
  SCALAR.lastIndex = at;
  return SCALAR.test(text) ? SCALAR.lastIndex : undefined;
}
