import { Emitted } from './emitted';

/** A store's entries: key to properties. */
export type Store = Record<string, Record<string, string>>;

/** The Secret's data that the External Secrets Operator makes of an ExternalSecret; throws where the operator would report an error. */
export function secretData({ spec }: Emitted, store: Store): Record<string, string> {
  const values = new Map<string, string>((spec.data as any[]).map(({ secretKey, remoteRef: { key, property } }) => {
    if (!Object.hasOwn(store[key] ?? {}, property)) throw new Error(`the store has no ${property} in ${key}`);
    return [secretKey, store[key][property]];
  }));
  return Object.fromEntries(Object.entries<string>(spec.target.template.data).map(([key, template]) => [key, render(template, values)]));
}

/** A Go template, as far as ours need one: an action begins at the leftmost `{{`, whatever stands before it. */
export function render(template: string, values: ReadonlyMap<string, string>): string {
  const begin = template.indexOf('{{');
  if (begin === -1) return template;
  const end = template.indexOf('}}', begin);
  if (end === -1) throw new Error('unclosed action');
  return template.slice(0, begin) + evaluate(template.slice(begin + 2, end), values) + render(template.slice(end + 2), values);
}

function evaluate(action: string, values: ReadonlyMap<string, string>): string {
  const [first, ...functions] = action.split(' | ').map(word => word.trim());
  return functions.reduce(apply, operand(first, values));
}

function operand(text: string, values: ReadonlyMap<string, string>): string {
  if (new RegExp(`^${STRING}$`).test(text)) return unquoted(text);
  const value = /^\.\w+$/.test(text) ? values.get(text.slice(1)) : undefined;
  if (value === undefined) throw new Error(`cannot evaluate ${text}`);
  return value;
}

/** A string of Go in which nothing but quotes and backslashes is escaped. */
const STRING = String.raw`"(?:[^"\\]|\\["\\])*"`;

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, '$1');
}

function apply(text: string, call: string): string {
  const [, from, to] = new RegExp(`^replace (${STRING}) (${STRING})$`).exec(call) ?? [];
  if (from !== undefined) return text.replaceAll(unquoted(from), () => unquoted(to));
  if (call === 'urlquery') return [...Buffer.from(text)].map(queryEscaped).join('');
  throw new Error(`there is no function ${call}`);
}

/** Go's `url.QueryEscape` of one byte. */
function queryEscaped(byte: number): string {
  const character = String.fromCharCode(byte);
  return character === ' ' ? '+' : percentEncoded(byte);
}

/** One byte by RFC 3986, 2.1 and 2.3. */
export function percentEncoded(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9\-._~]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
