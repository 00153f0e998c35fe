import * as ts from 'typescript';
import { docOf, hasModifier, nameOf, parse, place, publicMembers, PublicType, publicTypes, Source, SOURCES } from './support/sources';

const TYPES = new Map(SOURCES.flatMap(publicTypes).map(type => [type.name?.text ?? '', type]));

/** Public names without a docstring. A member that overrides another has the docstring of that one. */
function undocumented(source: Source): string[] {
  return publicTypes(source).flatMap(type => [
    ...docOf(source, type) ? [] : [`${place(source, type)} ${nameOf(type)}`],
    ...publicMembers(source, type)
      .filter(member => !docOf(source, member) && !isInherited(type, member))
      .map(member => `${place(source, member)} ${nameOf(type, member)}`),
  ]);
}

/** Whether a base type declares the member too; then its docstring says what this one does. */
function isInherited(type: PublicType, member: ts.NamedDeclaration): boolean {
  return hasModifier(member, ts.SyntaxKind.OverrideKeyword)
    || basesOf(type).some(base => base.members.some(other => other.name?.getText() === member.name?.getText()) || isInherited(base, member));
}

function basesOf(type: PublicType): PublicType[] {
  if (ts.isEnumDeclaration(type)) return [];
  const names = (type.heritageClauses ?? []).flatMap(clause => clause.types.map(base => base.expression.getText()));
  return names.flatMap(name => TYPES.get(name) ?? []);
}

/** Optional properties of public interfaces that do not say what happens without them. */
function withoutDefault(source: Source): string[] {
  return publicTypes(source).filter(ts.isInterfaceDeclaration).flatMap(type => publicMembers(source, type)
    .filter(member => ts.isPropertySignature(member) && member.questionToken && !docOf(source, member).includes('@default'))
    .map(member => `${place(source, member)} ${nameOf(type, member)}`));
}

test('every public class, interface, enum and member has a docstring', () => {
  expect(SOURCES.flatMap(undocumented)).toEqual([]);
});

test('every optional property says its @default', () => {
  expect(SOURCES.flatMap(withoutDefault)).toEqual([]);
});

test('finds a public name without a docstring, and accepts private and internal ones', () => {
  const source = parse('a.ts', 'export interface A {\n/** x */ readonly b: string;\nreadonly c: string }\n/** @internal */ export class D { e() {} }\n/** y */ export class G { #h = 1; private i = 2 }\nclass F {}');
  expect(undocumented(source)).toEqual(['src/a.ts:1 A', 'src/a.ts:3 A.c']);
});

test('finds an optional property without @default, and accepts one with it', () => {
  const source = parse('a.ts', '/** x */ export interface A {\n/** y */ readonly b?: string;\n/** @default - none */ readonly c?: string; readonly d: string }');
  expect(withoutDefault(source)).toEqual(['src/a.ts:2 A.b']);
});
