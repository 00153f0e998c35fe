import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentedCodes } from '../check-docs';
import { discoverChecks } from '../checks';
import { byCodePoint, ROOT } from '../files';
import { Callable, Type } from './assembly';
import { cell, shownAsWritten, table } from './markdown';
import { Page } from './site';

const CODE = /\bBST\d{3}\b/g;
const DOCUMENTED = new Map(documentedCodes().map(doc => [doc.code, doc]));
const CHECKS = discoverChecks();
const WORD: Readonly<Record<string, string>> = { refused: 'refusal', info: 'note' };

/** The codes that a page's calls answer with, and those of the checks that its output brings along, as a table. */
export function codesOf(page: Page): string[] {
  const known = [...new Set([...thrown(page.types), ...raised(page.types), ...page.sort === 'output' ? brought(page.subject!) : []])]
    .filter(code => DOCUMENTED.has(code)).sort(byCodePoint);
  const rows = known.map(code => DOCUMENTED.get(code)!).map(({ code, title, fix, effect }) => (
    [`[${code}](../checks/${code}.md)`, title, WORD[effect] ?? effect, cell(firstSentence(fix))]));
  return rows.length === 0 ? [] : ['## Codes', '', ...table(['Code', 'Rule', 'Effect', 'What to do'], rows)];
}

/** Codes that docstrings name. */
function thrown(types: readonly Type[]): string[] {
  return types.flatMap(({ initializer, methods }) => [initializer, ...methods ?? []])
    .flatMap((call: Callable | undefined) => call?.docs?.custom?.throws?.match(CODE) ?? []);
}

/** Codes that the files of a page's own classes name. */
function raised(types: readonly Type[]): string[] {
  const files = [...new Set(types.map(({ locationInModule }) => locationInModule.filename))].filter(file => file.startsWith('src/backing-services/'));
  return files.flatMap(file => readFileSync(join(ROOT, file), 'utf8').match(CODE) ?? []);
}

/** Codes of the checks in an output's folder. */
function brought({ locationInModule: { filename } }: Type): string[] {
  const folder = `${dirname(filename).slice('src/'.length)}/`;
  return CHECKS.filter(({ file }) => file.startsWith(folder)).map(({ code }) => code);
}

function firstSentence(text: string): string {
  const sentence = /^.*?[.!?](?= [A-Z])/s.exec(text)?.[0] ?? text;
  return shownAsWritten(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`);
}
