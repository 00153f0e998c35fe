import { assertName, NameRule } from './names';

const PARAMETER: NameRule = { what: 'a parameter of a query', pattern: /^(?!(__proto__|constructor)$)[\x21-\x7e]+$/, longest: 256, allowed: 'at most 256 characters of ASCII, no blank' };

/** Throws BST801 unless it can be the name of a parameter of a query; returns it. */
export function assertQueryParameter(name: string, path: string): string {
  return assertName(PARAMETER, name, path);
}
