import * as ts from 'typescript';
import { nodesOf, parse, place, Source, SOURCES } from './support/sources';

/** What differs between machines, locales or runs. The same declaration must give the same bytes everywhere. */
const VARYING_GLOBALS = new Set(['Date', 'Intl', 'process', 'performance', 'crypto']);
const VARYING_MEMBERS = new Set(['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase', 'toLocaleString', 'random']);

/** Uses of globals and methods that vary. A property or a type of the same name is something else. */
function varying(source: Source): string[] {
  return nodesOf(source).filter(node => {
    if (ts.isPropertyAccessExpression(node)) return VARYING_MEMBERS.has(node.name.text);
    return ts.isIdentifier(node) && VARYING_GLOBALS.has(node.text) && isValue(node);
  }).map(node => `${place(source, node)} ${node.getText()}`);
}

function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node;
  return ts.isNewExpression(parent) || ts.isCallExpression(parent) || ts.isElementAccessExpression(parent);
}

const ownClasses = new Set(SOURCES.flatMap(source => nodesOf(source).filter(ts.isClassDeclaration).map(node => node.name?.text)));

/** `instanceof` with a class of ours: false for an object of a second copy of the package. */
function instanceofOwn(source: Source): string[] {
  return nodesOf(source)
    .filter(ts.isBinaryExpression)
    .filter(node => node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword && ownClasses.has(node.right.getText()))
    .map(node => `${place(source, node)} ${node.getText()}`);
}

/** cdk8s expands a dependency between constructs to all pairs of their objects, and walks them exponentially. */
function addsDependency(source: Source): string[] {
  return nodesOf(source)
    .filter(node => ts.isPropertyAccessExpression(node) && node.name.text === 'addDependency')
    .map(node => place(source, node));
}

test('nothing in src depends on time, chance, locale or environment, but for what cdk8s itself lets the environment say', () => {
  expect(SOURCES.filter(({ file }) => file !== 'private/cdk8s-settings.ts').flatMap(varying)).toEqual([]);
});

test('nothing in src asks for instanceof of a class of ours; isX() asks for the brand', () => {
  expect(SOURCES.flatMap(instanceofOwn)).toEqual([]);
});

test('nothing in src calls addDependency', () => {
  expect(SOURCES.flatMap(addsDependency)).toEqual([]);
});

test.each([
  'new Date()', 'Date.now()', 'Math.random()', 'a.localeCompare(b)', 'process.env.HOME', "process['env']", 'new Intl.Collator()', 'const { env } = process',
])('finds %s', code => {
  expect(varying(parse('a.ts', code))).toHaveLength(1);
});

test.each(['spec.process', 'interface A { Date: string }', '// Date.now()', "'process.env'"])('accepts %s', code => {
  expect(varying(parse('a.ts', code))).toEqual([]);
});

test('finds instanceof of a class of ours, and accepts that of a builtin', () => {
  expect(instanceofOwn(parse('a.ts', 'x instanceof Workload;\ny instanceof Error;'))).toEqual(['src/a.ts:1 x instanceof Workload']);
});

test('finds addDependency on whatever it is called', () => {
  expect(addsDependency(parse('a.ts', 'a.node.addDependency(b);\na?.addDependency(b);'))).toEqual(['src/a.ts:1', 'src/a.ts:2']);
});
