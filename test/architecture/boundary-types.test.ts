import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderBoundary } from '../../build-tools/boundary';
import { readDeclarations } from '../../build-tools/boundary-declarations';
import { ROOT } from '../../build-tools/files';
import { ABSTRACTS, CALLS, INTERFACES, STRUCTS } from '../../src/private/boundary-types';
import { FOREIGN_CLASSES } from '../../src/private/foreign-class';

test('src/private/boundary-types.ts is what the generator writes; if not, run `npm run boundary`', () => {
  expect(readFileSync(join(ROOT, 'src/private/boundary-types.ts'), 'utf8')).toBe(renderBoundary());
});

test('every class of another package that the API takes can be recognized', () => {
  const types = Object.values({ ...STRUCTS, ...INTERFACES, ...ABSTRACTS, ...CALLS }).flatMap(fields => Object.values<string>(fields)).flatMap(text => text.split(' '));
  const foreign = types.map(type => type.split(/[[{]/)[0]).filter(type => type.includes('.'));
  expect(foreign.filter(type => !FOREIGN_CLASSES.includes(type))).toEqual([]);
});

describe('the tables of the boundary', () => {
  let source: string;
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(source, file)), { recursive: true });
    writeFileSync(join(source, file), text);
  };
  const declared = (text: string) => {
    write('a.ts', text);
    return readDeclarations(source);
  };

  beforeEach(() => {
    source = mkdtempSync(join(tmpdir(), 'boundary-'));
  });
  afterEach(() => rmSync(source, { recursive: true }));

  test('hold enums by name and value, numbered where no text is given', () => {
    expect(declared("export enum E { A = 'a', B = 'b' }\nexport enum N { X, Y }").enums).toEqual({ E: { A: 'a', B: 'b' }, N: { X: 0, Y: 1 } });
  });

  test('hold plain objects with their members, and apart from them what a class may implement', () => {
    const { structs, interfaces } = declared('export interface S { readonly a: string; readonly b?: S[]; readonly c?: Record<string, number> }\n'
      + 'export interface T extends S { readonly d: boolean }\nexport interface IU { readonly e: S; f(s: S): void }');
    expect(structs).toEqual({ S: { 'a': 'string', 'b?': 'S[]', 'c?': 'number{}' }, T: { '&': 'S', 'd': 'boolean' } });
    expect(interfaces).toEqual({ IU: { 'e': 'S', 'f()': 'any' } });
  });

  test('hold what a class of the user that extends one of ours has to give', () => {
    const { abstracts } = declared('export abstract class C {\npublic abstract readonly a: string;\npublic abstract m(): C;\npublic n() {}\nprotected abstract p(): C; }');
    expect(abstracts).toEqual({ C: { 'a': 'string', 'm()': 'any' } });
  });

  test('name an internal member of an interface, which only a class of ours has', () => {
    expect(declared('export interface IX { readonly a: string;\n/** @internal */\nreadonly _b: Hidden }').interfaces).toEqual({ IX: { a: 'string', _b: 'any' } });
  });

  test('hold a constructor that only classes of users call, and name what a method takes apart', () => {
    const { calls, makers } = declared('export interface FetchRequest { a: string }\n'
      + 'export abstract class C { protected constructor(a: string) {}\npublic m({ a }: FetchRequest) {} }');
    expect([calls, makers]).toEqual([{ 'new C': { a: 'string' }, 'C#m': { request: 'FetchRequest' } }, { C: [] }]);
  });

  test('hold what constructors, static methods and methods take, but not what is abstract, private, internal or takes nothing', () => {
    const { calls } = declared('export abstract class C {\nconstructor(a: string, b: number = 1) {}\npublic static s(...c: C[]): C {}\npublic m(_d?: boolean) {}\n'
      + 'public none() {}\npublic abstract n(e: string): void;\nprivate p(e: string) {}\n/** @internal */ public _i(e: string) {} }');
    expect(calls).toEqual({ 'new C': { 'a': 'string', 'b?': 'number' }, 'C.s': { 'c...': 'C' }, 'C#m': { 'd?': 'boolean' } });
  });

  test('know how to get an object of a class or interface, a subclass included', () => {
    const { classes, makers } = declared('export interface IX {}\nexport abstract class A implements IX { constructor(x: string) {} }\n'
      + 'export class B extends A { public static readonly ONE = new B();\npublic static of(): B {}\nconstructor(x: string) {} }');
    expect(classes).toEqual({ A: 'IX', B: 'A' });
    expect(makers).toEqual(Object.fromEntries(['A', 'B', 'IX'].map(name => [name, ['B.ONE', 'B.of()', 'new B()']])));
  });

  test('name a class of another package by its own name, whatever the file calls it', () => {
    const { calls } = declared("import { Workload as Plus } from 'cdk8s-plus-28';\nimport { Options } from '@pulumi/pulumi';\n"
      + 'export class C { constructor(a: Plus[], b: Options) {} }');
    expect(calls).toEqual({ 'new C': { a: 'cdk8s-plus-28.Workload[]', b: 'any' } });
  });

  test('hold what the subpath pulumi exports', () => {
    write('pulumi/index.ts', "export * from './p';\n");
    write('pulumi/p.ts', 'export class P { constructor(a: string) {} }');
    expect(readDeclarations(source).calls).toEqual({ 'new P': { a: 'string' } });
  });

  test.each([
    ['export class C { constructor(a: string | number) {} }', 'src/a.ts:1: the boundary cannot check string | number'],
    ['export class C { constructor(a = 1) {} }', 'src/a.ts:1: the boundary cannot check a parameter without a type'],
    ['export class C { constructor(a: Hidden) {} }\ninterface Hidden {}', 'new C takes Hidden, which is not exported'],
    ['export enum E { A = 1 << 1 }', 'E.A is neither text nor without a value'],
  ])('cannot be written of %s', (text, message) => {
    expect(() => declared(text)).toThrow(message);
  });
});
