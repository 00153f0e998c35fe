import * as ts from 'typescript';
import { hasModifier, nodesOf, parse, place, publicTypes, Source, SOURCES } from './support/sources';

/** What a file says below its classes, or not: one line for each class that users see. */
function unguarded(source: Source): string[] {
  return publicTypes(source).filter(ts.isClassDeclaration)
    .filter(({ name }) => !source.text.includes(`\n}\n\nguard('${name!.text}', ${name!.text});\n`))
    .map(node => `${place(source, node)} needs, right below the class: guard('${node.name!.text}', ${node.name!.text});`);
}

/** Public constructors that do not hold their arguments first of all: guard() cannot do it for them. */
function unheld(source: Source): string[] {
  const classes = new Set(publicTypes(source).map(({ name }) => name?.text));
  const held = (node: ts.ConstructorDeclaration) => classes.has(node.parent.name?.text) && !isHidden(node) && node.parameters.length > 0;
  return nodesOf(source).filter(ts.isConstructorDeclaration).filter(held).flatMap(node => {
    const line = `acceptArguments('new ${node.parent.name!.text}', [${node.parameters.map(({ name }) => name.getText()).join(', ')}]);`;
    return node.body?.statements[0].getText() === line ? [] : [`${place(source, node)} needs, first of all: ${line}`];
  });
}

function isHidden(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword);
}

test('every public class is guarded, so that its methods refuse what they cannot use', () => {
  expect(SOURCES.flatMap(unguarded)).toEqual([]);
});

test('every public constructor refuses what it cannot use, first of all', () => {
  expect(SOURCES.flatMap(unheld)).toEqual([]);
});

const CLASS = 'export class A {\n  constructor(a: string, b?: A) {\n    BODY\n  }\n}\n';

test('finds a class without its guard, and a constructor that does not hold its arguments', () => {
  const source = parse('a.ts', CLASS.replace('BODY', 'use(a);'));
  expect(unguarded(source)).toEqual(["src/a.ts:1 needs, right below the class: guard('A', A);"]);
  expect(unheld(source)).toEqual(["src/a.ts:2 needs, first of all: acceptArguments('new A', [a, b]);"]);
});

test('accepts both lines, a private constructor, and a class that users do not see', () => {
  const source = parse('a.ts', `${CLASS.replace('BODY', "acceptArguments('new A', [a, b]);")}\nguard('A', A);\n`);
  expect([unguarded(source), unheld(source)]).toEqual([[], []]);
  const hidden = parse('b.ts', 'class B {\n  constructor(b: string) {}\n}\nexport class C {\n  private constructor(c: string) {}\n}\n\nguard(\'C\', C);\n');
  expect([unguarded(hidden), unheld(hidden)]).toEqual([[], []]);
});
