/** A member of an object as it stands in a text: its value lies between two positions, and is not read yet. @internal */
export interface Part {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const STRUCTURE = /["[\]{}]/g;
const SCALAR = /[^\s,\]}]{1,1024}/y;

/** The members of the JSON object that begins at `start`; undefined if it is none, or ends elsewhere than at `end`. What they hold is not judged. */
export function jsonParts(text: string, start: number, end: number): Part[] | undefined {
  const parts: Part[] = [];
  let at = afterSpace(text, start + 1);
  if (text[at] === '}') return isEnd(text, at, end) ? parts : undefined;
  for (;;) {
    const part = memberAt(text, at);
    if (part === undefined) return undefined;
    parts.push(part);
    at = afterSpace(text, part.end);
    if (text[at] === '}') return isEnd(text, at, end) ? parts : undefined;
    if (text[at] !== ',') return undefined;
    at = afterSpace(text, at + 1);
  }
}

function isEnd(text: string, brace: number, end: number): boolean {
  return afterSpace(text, brace + 1) >= end;
}

function memberAt(text: string, at: number): Part | undefined {
  if (text[at] !== '"') return undefined;
  const endOfKey = afterString(text, at);
  const colon = endOfKey === undefined ? at : afterSpace(text, endOfKey);
  if (text[colon] !== ':') return undefined;
  const start = afterSpace(text, colon + 1);
  const end = afterValue(text, start);
  const name = unquoted(text.slice(at, endOfKey));
  return end === undefined || name === undefined ? undefined : { name, start, end };
}

/** The text that a JSON string stands for; undefined if it is none. */
export function unquoted(json: string): string | undefined {
  try {
    return JSON.parse(json) as string;
  } catch {
    return undefined;
  }
}

function afterValue(text: string, start: number): number | undefined {
  if (text[start] === '"') return afterString(text, start);
  if (text[start] === '{' || text[start] === '[') return afterBracket(text, start);
  SCALAR.lastIndex = start;
  return SCALAR.test(text) ? SCALAR.lastIndex : undefined;
}

/** Behind the bracket that closes the one at `start`. Strings are passed over, so that what they hold closes nothing. */
function afterBracket(text: string, start: number): number | undefined {
  let depth = 0;
  STRUCTURE.lastIndex = start;
  for (let found = STRUCTURE.exec(text); found !== null; found = STRUCTURE.exec(text)) {
    if (found[0] === '"') {
      const after = afterString(text, found.index);
      if (after === undefined) return undefined;
      STRUCTURE.lastIndex = after;
    } else {
      depth += found[0] === '{' || found[0] === '[' ? 1 : -1;
      if (depth === 0) return found.index + 1;
    }
  }
  return undefined;
}

/** Behind the string that begins at `start`; undefined if it does not end. */
export function afterString(text: string, start: number): number | undefined {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return undefined;
}

/** Behind the white space of JSON. */
export function afterSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\r\n'.includes(text[at])) at += 1;
  return at;
}
