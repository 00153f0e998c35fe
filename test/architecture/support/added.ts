import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../../../build-tools/files';

/** Lines that go below the first line of a file that begins so. */
export type Insertion = readonly [below: string, ...lines: string[]];

/** A row of ARCHITECTURE.md's table, tried. */
export interface Addition {
  /** Name of its folder in `test/architecture/to-add`: the row's first cell, its words joined by `-`. */
  readonly thing: string;
  /** What is written into the file that names it, if one does. */
  readonly named?: { readonly file: string; readonly insertions: readonly Insertion[] };
  /** What `use.ts` gives. */
  readonly used: unknown;
}

const FOLDER = join(ROOT, 'test/architecture/to-add');

/** Texts by path below the root; `use.ts` is the program that uses what is added. */
export function textsOf({ thing }: Addition): Map<string, string> {
  const folder = join(FOLDER, thing);
  return new Map(filesBelow(folder, '.txt').map(file => [file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')]));
}

/** A text with lines added, and nothing else. */
export function inserted(text: string, insertions: readonly Insertion[]): string {
  return insertions.reduce((before, [below, ...lines]) => {
    const all = before.split('\n');
    const position = all.findIndex(line => line.startsWith(below));
    if (position === -1) throw new Error(`no line begins with ${below}`);
    return [...all.slice(0, position + 1), ...lines, ...all.slice(position + 1)].join('\n');
  }, text);
}

/** What ARCHITECTURE.md says of adding a thing: the paths where a file may be new, and those of the one that may get lines. */
export interface Row {
  readonly thing: string;
  readonly creates: readonly string[];
  readonly named: readonly string[];
}

/** The rows of the first table below `## To add`. */
export function rowsOf(markdown: string): Row[] {
  const [, section] = markdown.split('## To add\n');
  const [table] = section.trim().split('\n\n');
  return table.split('\n').slice(2).map(line => {
    const [thing, creates, named] = line.split('|').slice(1).map(cell => cell.trim());
    return { thing: thing.replace(/'/g, '').replace(/ /g, '-'), creates: pathsIn(creates), named: pathsIn(named) };
  });
}

function pathsIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path);
}

/** Whether the table means a path: `<word>` stands for one name, and what ends with `/` for everything below. */
export function isMeant(path: string, meant: readonly string[]): boolean {
  return meant.some(pattern => new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/<[^<>]+>/g, '[^/]+')}${pattern.endsWith('/') ? '' : '$'}`).test(path));
}
