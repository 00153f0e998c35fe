import { quote, TopologyError } from './topology-error';

let loaded: typeof import('re2js') | undefined;

/** Loaded by the first expression, not before: an app without any is to start without it. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const re2 = () => loaded ??= require('re2js') as typeof import('re2js');

/** Throws BST044 unless RE2, which meshes match with, takes the expression; returns it. */
export function assertRe2(expression: string, path: string): string {
  try {
    re2().RE2JS.compile(expression);
    return expression;
  } catch (error) {
    throw new TopologyError({
      code: 'BST044',
      path,
      problem: `${quote(expression)} is no expression of RE2: ${(error as Error).message}`,
      fix: 'write it without looking ahead or behind and without references to groups: RE2 is what meshes match with',
    });
  }
}

/** Whether the expression takes the whole text. */
export function matchesRe2(expression: string, text: string): boolean {
  return re2().RE2JS.matches(expression, text);
}
