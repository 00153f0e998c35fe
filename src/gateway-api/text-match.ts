import { StringMatch } from '../model/string-match';

/** A header or a parameter, and how its text is compared. @internal */
export interface NamedText {
  readonly name: string;
  readonly type: 'Exact' | 'RegularExpression';
  readonly value: string;
}

/** Headers or parameters of the query, in the order given. A beginning, and that there is any, are expressions. */
export function namedTextsOf(texts: ReadonlyMap<string, StringMatch> | undefined): NamedText[] | undefined {
  return texts && [...texts].map(([name, { type, text }]) => (
    type === 'exact' ? { name, type: 'Exact', value: text } : { name, type: 'RegularExpression', value: expressionOf(type, text) }));
}

function expressionOf(type: string, text: string): string {
  if (type === 'regex') return text;
  return `${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}.*`;
}
