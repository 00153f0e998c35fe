import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderBarrel } from '../../build-tools/barrel';
import { ROOT } from '../../build-tools/files';

describe('src/index.ts', () => {
  test('is what the generator writes; if not, run `npm run barrel`', () => {
    expect(readFileSync(join(ROOT, 'src/index.ts'), 'utf8')).toBe(renderBarrel());
  });
});

describe('the barrel', () => {
  let source: string;
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(source, file)), { recursive: true });
    writeFileSync(join(source, file), text);
  };
  const exportsOf = () => renderBarrel(source).split('\n').slice(1, -1);

  beforeEach(() => {
    source = mkdtempSync(join(tmpdir(), 'barrel-'));
  });
  afterEach(() => rmSync(source, { recursive: true }));

  test('names classes, interfaces and enums, sorted, interfaces as types', () => {
    write('b.ts', 'export enum E { A }\nexport interface D { readonly x: string }\nexport abstract class C {}\n');
    write('a/z.ts', 'export class Z {}\n');
    expect(exportsOf()).toEqual(["export { Z } from './a/z';", "export { C, type D, E } from './b';"]);
  });

  test('leaves out what is not exported, functions, constants, type aliases and what is marked internal', () => {
    write('a.ts', [
      'class Own {}', 'export function f() {}', 'export const K = 1;', 'export type T = string;',
      '/** Ours. @internal */', 'export interface Hidden {}',
      '/** Theirs. */', 'export interface Shown { /** @internal */ readonly _x: string }',
    ].join('\n'));
    expect(exportsOf()).toEqual(["export { type Shown } from './a';"]);
  });

  test.each(['private/a.ts', 'pulumi/a.ts', 'cli/a.ts', 'index.ts', 'a.test.ts'])('leaves out %s', file => {
    write(file, 'export class A {}\n');
    expect(exportsOf()).toEqual(['export {};']);
  });

  test('fails where two files export one name', () => {
    write('a.ts', 'export class A {}\n');
    write('b.ts', 'export class A {}\n');
    expect(exportsOf).toThrow('src/a.ts and src/b.ts both export A');
  });
});
