import { byCodePoint } from '../private/names';
import { HttpConditions } from './http-conditions';
import { StringMatch } from './string-match';

/** What a request must look like, in words for a name: `get-uri-api-header-end-user-jason`. Letters, digits and "-", which need no quotes anywhere. */
export function conditionWords(conditions: HttpConditions): string {
  const { methods = [], uri, headers, absentHeaders, queryParams, claims, authority, port, caller, callerNamespace } = conditions;
  return [
    ...methods.map(method => method.toLowerCase()), ...uri ? ['uri', textOf(uri)] : [],
    ...named('header', headers), ...[...absentHeaders ?? []].sort(byCodePoint).flatMap(name => ['without', word(name)]), ...named('query', queryParams),
    ...named('claim', claims),
    ...authority ? ['host', textOf(authority)] : [], ...port === undefined ? [] : ['port', String(port)],
    ...caller ? ['from', caller.name] : [], ...callerNamespace === undefined ? [] : ['from', callerNamespace],
  ].filter(part => part !== '').join('-');
}

function named(kind: string, texts: ReadonlyMap<string, StringMatch> = new Map()): string[] {
  return [...texts].sort(([a], [b]) => byCodePoint(a, b)).flatMap(([name, value]) => [kind, word(name), textOf(value)]);
}

function textOf({ text }: StringMatch): string {
  return word(text);
}

function word(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
