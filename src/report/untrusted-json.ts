/** What a text of JSON may cost before it is parsed: nesting takes far more memory than text. */
const LIMITS = { length: 64 * 1024 * 1024, depth: 16, members: 4_000_000 } as const;

/** Plain data, or what is wrong with the text. */
export type Parsed = { readonly data: unknown } | { readonly flaw: string };

/**
 * Parses JSON that anybody may have written. The flaw never repeats the text, which may be no document but somebody's secret.
 * `JSON.parse` makes `__proto__` a member like any other; the schema refuses it.
 */
export function parseUntrusted(text: string): Parsed {
  if (text.length > LIMITS.length) return { flaw: `it has ${text.length} characters: allowed are ${LIMITS.length}` };
  const { depth, members } = extentOf(text);
  if (depth > LIMITS.depth) return { flaw: `it is nested deeper than ${LIMITS.depth} levels` };
  if (members > LIMITS.members) return { flaw: `it has ${members} members: allowed are ${LIMITS.members}` };
  try {
    const data: unknown = JSON.parse(text);
    return membersOf(data) === members ? { data } : { flaw: 'an object of it has two members of one name' };
  } catch {
    return { flaw: 'it is not JSON' };
  }
}

interface Extent {
  readonly depth: number;
  readonly members: number;
}

/** How deep a text is nested at most, and how many members its objects have: one colon outside of texts for each. */
function extentOf(text: string): Extent {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '"': at = endOfText(text, at); break;
      case '{': case '[': deepest = Math.max(deepest, depth += 1); break;
      case '}': case ']': depth -= 1; break;
      case ':': members += 1; break;
    }
  }
  return { depth: deepest, members };
}

/** Where the text that begins here ends; the end of all if it does not. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members = Object.values(value).reduce<number>((sum, member) => sum + membersOf(member), 0);
  return Array.isArray(value) ? members : members + Object.keys(value).length;
}
