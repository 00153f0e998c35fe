import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { Severity } from '../src/model/finding';
import { byCodePoint, filesBelow, ROOT } from './files';

/** What the source of a check says about it. */
export interface DeclaredCheck {
  /** Path below src. */
  readonly file: string;
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly rationale: string;
  readonly fix: string;
}

const TEXTS = ['code', 'title', 'rationale', 'fix'] as const;

/**
 * Every check that is written down below src, sorted by code: each object literal with a code, its texts and a `check`.
 *
 * Read from the source, because some checks are made by a function of what an output knows; there is no object to ask then.
 */
export function discoverChecks(source = join(ROOT, 'src')): DeclaredCheck[] {
  return filesBelow(source, '.ts')
    .flatMap(file => checksOf(file, readFileSync(join(source, file), 'utf8')))
    .sort((a, b) => byCodePoint(a.code, b.code));
}

/** The checks in the text of one file. */
export function checksOf(file: string, text: string): DeclaredCheck[] {
  if (!text.includes('rationale')) return [];
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: DeclaredCheck[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isObjectLiteralExpression(node) && valueOf(node, 'check') && valueOf(node, 'code')) found.push(read(node, file));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function read(check: ts.ObjectLiteralExpression, file: string): DeclaredCheck {
  const [code, title, rationale, fix] = TEXTS.map(name => {
    const text = textOf(valueOf(check, name));
    if (text === undefined) throw new Error(`src/${file}: "${name}" of a check must be a literal, so that its page can be written`);
    return text;
  });
  const severity = valueOf(check, 'severity')?.getText() ?? '';
  const known = Object.entries(Severity).find(([name]) => severity === `Severity.${name}`);
  if (!known) throw new Error(`src/${file}: "severity" of check ${code} must be one of Severity`);
  return { file, code, title, rationale, fix, severity: known[1] };
}

/** The node that a literal gives a property; a method is its own value. */
function valueOf(literal: ts.ObjectLiteralExpression, name: string): ts.Node | undefined {
  const property = literal.properties.find(candidate => candidate.name?.getText() === name);
  return property && ts.isPropertyAssignment(property) ? property.initializer : property;
}

function textOf(node?: ts.Node): string | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}
