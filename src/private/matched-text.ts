import { assertNoCredential, namesSecret, writtenSecret } from './literal-secret';
import { survivesYaml } from './manifest-text';
import { TopologyError } from './topology-error';

const LONGEST = 1024;

/** Their values are credentials and nothing else. Source: https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2 */
const CREDENTIALS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization']);
const BEARER = /\bbearer\s+\S/i;

/**
 * Throws BST024 unless requests can be held against the text, BST510 if it looks like a credential; returns it. The message never repeats it.
 *
 * @param what names the text
 */
export function assertMatchedText(text: string, what: string, path: string): string {
  if (typeof text === 'string') for (const word of text.split(/[\s=&;,'"]+/)) assertNoCredential(word, path);
  if (typeof text === 'string' && text !== '' && text.length <= LONGEST && survivesYaml(text) && !/^ | $/.test(text)) return text;
  throw new TopologyError({
    code: 'BST024',
    path,
    problem: `${what} (not repeated here): allowed are 1 to ${LONGEST} characters, none a control character and none invisible, no blank at either end, and no octal number like 0o14`,
    fix: 'match on a value that a client can send',
  });
}

/**
 * Throws BST510 if who sends something with this value is let in by it: by its name, or by the scheme in front.
 *
 * @param what it is: a header, or a parameter of a query
 */
export function assertNotEntered(what: string, name: string, value: string, path: string): void {
  if (typeof value === 'string' && (CREDENTIALS.has(name) || namesSecret(name) || BEARER.test(value))) throw writtenSecret(what, name, path);
}
