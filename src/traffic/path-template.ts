/** A segment of a path: its literal texts, with a parameter between each two. `['users']` is a literal, `['', '']` a parameter alone. @internal */
export type PathSegment = readonly string[];

/** A path by its segments; a parameter stands for one character or more, none of them "/". @internal */
export type PathTemplate = readonly PathSegment[];

const PARAMETER = /\{[^{}/]+\}/;

/** Reads an OpenAPI path: `/users/{userId}.json` has the segments ``, `users`, and a parameter before `.json`. */
export function parsePath(path: string): PathTemplate {
  return path.split('/').map(segment => segment.split(PARAMETER));
}

/** Whether the segment is a literal, without any parameter. */
export function isLiteral(segment: PathSegment): boolean {
  return segment.length === 1;
}

/** Whether one parameter fills the whole segment. */
export function isParameter(segment: PathSegment): boolean {
  return segment.length === 2 && segment.every(literal => literal === '');
}

/**
 * The paths that both templates mean; undefined if there are none. Of two segments that both mix literals and parameters, no single
 * template says what they have in common unless they are equal: such paths count as none, because the template must not mean more.
 */
export function commonPath(a: PathTemplate, b: PathTemplate): PathTemplate | undefined {
  const segments = a.map((segment, position) => position < b.length ? commonSegment(segment, b[position]) : undefined);
  const whole = segments.filter(segment => segment !== undefined);
  return whole.length === b.length && a.length === b.length ? whole : undefined;
}

function commonSegment(a: PathSegment, b: PathSegment): PathSegment | undefined {
  if (isLiteral(a)) return means(b, a[0]) ? a : undefined;
  if (isLiteral(b)) return means(a, b[0]) ? b : undefined;
  if (isParameter(a)) return b;
  if (isParameter(b)) return a;
  return a.length === b.length && a.every((literal, position) => literal === b[position]) ? a : undefined;
}

/** Whether two templates mean the same paths, whatever their parameters are called. */
export function isSamePath(a: PathTemplate, b: PathTemplate): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a path could be one that both templates mean; where no template says what they have in common, it could. */
export function mayMeet(a: PathTemplate, b: PathTemplate): boolean {
  return a.length === b.length && a.every((segment, position) => {
    const other = b[position];
    if (isLiteral(segment)) return means(other, segment[0]);
    return isLiteral(other) ? means(segment, other[0]) : true;
  });
}

/** Whether a text is one that the segment means: each parameter takes as little as it can, so that the rest has the most room. */
function means(segment: PathSegment, text: string): boolean {
  if (isLiteral(segment)) return segment[0] === text;
  const [first, ...others] = segment;
  const last = others.pop()!;
  let end = first.length;
  for (const literal of others) {
    const start = text.indexOf(literal, end + 1);
    if (start === -1) return false;
    end = start + literal.length;
  }
  return text.startsWith(first) && text.endsWith(last) && end + 1 + last.length <= text.length;
}
