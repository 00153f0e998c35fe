import { conditionsKey, HttpConditions } from '../model/http-conditions';
import { byCodePoint } from '../private/names';

/** An exact path first, then an expression, then a beginning. */
const RANKS: Readonly<Record<string, number>> = { exact: 0, regex: 1, prefix: 2 };

/** Sorts what is asked of requests: what says more of a path comes first, so that no wider condition takes the requests of a narrower one. Equal only for what asks for the same. */
export function bySpecificity(a: HttpConditions, b: HttpConditions): number {
  const [one, other] = [measuresOf(a), measuresOf(b)];
  const position = one.findIndex((measure, at) => measure !== other[at]);
  return position === -1 ? byCodePoint(conditionsKey(a), conditionsKey(b)) : one[position] - other[position];
}

/** Each the smaller, the more is asked. */
function measuresOf({ uri, methods, headers, absentHeaders, queryParams, authority }: HttpConditions): number[] {
  return [
    ...uri ? [RANKS[uri.type], -uri.text.length] : [Infinity, 0],
    authority ? 0 : 1,
    methods ? 0 : 1,
    -(sizeOf(headers) + sizeOf(absentHeaders)),
    -sizeOf(queryParams),
  ];
}

function sizeOf(asked: { readonly size: number } | undefined): number {
  return asked?.size ?? 0;
}
