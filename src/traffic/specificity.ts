import { conditionsKey, HttpConditions } from '../model/http-conditions';
import { StringMatch } from '../model/string-match';
import { byCodePoint } from '../private/names';

/** An exact text first, then an expression, then a beginning, then any. */
const RANKS: Readonly<Record<string, number>> = { exact: 0, regex: 1, prefix: 2, any: 3 };

/** Sorts what is asked of requests: what says more of a path comes first, so that no wider condition takes the requests of a narrower one. Equal only for what asks for the same. */
export function bySpecificity(a: HttpConditions, b: HttpConditions): number {
  const [one, other] = [measuresOf(a), measuresOf(b)];
  const position = one.findIndex((measure, at) => measure !== other[at]);
  return position === -1 ? byCodePoint(conditionsKey(a), conditionsKey(b)) : one[position] - other[position];
}

/** Each the smaller, the more is asked. */
function measuresOf({ uri, methods, headers, absentHeaders, queryParams, claims, authority, port }: HttpConditions): number[] {
  const absent = absentHeaders?.size ?? 0;
  const [ofHeaders, ...exactnessOfHeaders] = measuresOfTexts(headers?.values());
  return [
    ...measuresOfText(uri), ...measuresOfText(authority), methods?.length ?? Infinity,
    ofHeaders - absent, ...exactnessOfHeaders, ...measuresOfTexts(queryParams?.values()),
    ...measuresOfTexts(claims?.values()), port === undefined ? 1 : 0,
  ];
}

function measuresOfText(text: StringMatch | undefined): number[] {
  return text ? [RANKS[text.type], -text.text.length] : [Infinity, 0];
}

/** Of the same number of texts, more exact ones ask for more, then longer ones. */
function measuresOfTexts(texts: Iterable<StringMatch> = []): number[] {
  const all = [...texts];
  const sum = (of: (text: StringMatch) => number) => all.map(of).reduce((a, b) => a + b, 0);
  return [-all.length, sum(({ type }) => RANKS[type]), -sum(({ text }) => text.length)];
}
