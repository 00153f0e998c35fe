import * as ts from 'typescript';
import { isText } from './texts';

/** One way to write a piece of the program wrongly. */
export interface Mutation {
  readonly kind: string;
  /** What stands there instead. Its parts are those of the original, without mutants of their own. */
  readonly instead: ts.Expression;
}

const { factory: make, SyntaxKind: Kind } = ts;

const nothing = () => make.createIdentifier('undefined');
const not = (node: ts.Expression) => make.createPrefixUnaryExpression(Kind.ExclamationToken, make.createParenthesizedExpression(node));

const OTHER_OPERATOR = new Map<ts.SyntaxKind, [kind: string, operator: ts.BinaryOperator]>([
  [Kind.LessThanToken, ['boundary', Kind.LessThanEqualsToken]],
  [Kind.LessThanEqualsToken, ['boundary', Kind.LessThanToken]],
  [Kind.GreaterThanToken, ['boundary', Kind.GreaterThanEqualsToken]],
  [Kind.GreaterThanEqualsToken, ['boundary', Kind.GreaterThanToken]],
  [Kind.EqualsEqualsEqualsToken, ['equality', Kind.ExclamationEqualsEqualsToken]],
  [Kind.ExclamationEqualsEqualsToken, ['equality', Kind.EqualsEqualsEqualsToken]],
  [Kind.AmpersandAmpersandToken, ['logic', Kind.BarBarToken]],
  [Kind.BarBarToken, ['logic', Kind.AmpersandAmpersandToken]],
  [Kind.PlusToken, ['arithmetic', Kind.MinusToken]],
  [Kind.MinusToken, ['arithmetic', Kind.PlusToken]],
  [Kind.AsteriskToken, ['arithmetic', Kind.SlashToken]],
  [Kind.SlashToken, ['arithmetic', Kind.AsteriskToken]],
  [Kind.PercentToken, ['arithmetic', Kind.AsteriskToken]],
]);

const OTHER_METHOD = new Map([['some', 'every'], ['every', 'some'], ['startsWith', 'endsWith'], ['endsWith', 'startsWith']]);
const DROPPED_METHODS = ['filter', 'sort', 'reverse', 'trim', 'toLowerCase', 'slice'];

/** All that can be wrong at a node. Nodes of types, texts for people and what the language needs as it is have none. */
export function mutationsOf(node: ts.Node): Mutation[] {
  if (!ts.isExpression(node) || isNameOf(node.parent, node)) return [];
  return [...ofValue(node), ...ofPlace(node)];
}

/** Whether a literal is what a member is called. */
function isNameOf(parent: ts.Node, node: ts.Node): boolean {
  return (ts.isPropertyAssignment(parent) || ts.isClassElement(parent)) && parent.name === node;
}

/** What is wrong with the expression itself. */
function ofValue(node: ts.Expression): Mutation[] {
  if (ts.isBinaryExpression(node)) return ofBinary(node);
  if (node.kind === Kind.TrueKeyword) return [{ kind: 'boolean', instead: make.createFalse() }];
  if (node.kind === Kind.FalseKeyword) return [{ kind: 'boolean', instead: make.createTrue() }];
  if (ts.isNumericLiteral(node)) return [{ kind: 'number', instead: make.createNumericLiteral(Number(node.text.replaceAll('_', '')) + 1) }];
  if (ts.isStringLiteral(node)) return isText(node) || node.text === '' ? [] : [{ kind: 'string', instead: make.createStringLiteral('') }];
  if (ts.isPrefixUnaryExpression(node) && node.operator === Kind.ExclamationToken) return [{ kind: 'negation', instead: node.operand }];
  if (ts.isCallExpression(node)) return ofCall(node);
  return [];
}

function ofBinary(node: ts.BinaryExpression): Mutation[] {
  const { left, right, operatorToken } = node;
  if (operatorToken.kind === Kind.QuestionQuestionToken) return [{ kind: 'default', instead: left }];
  const other = OTHER_OPERATOR.get(operatorToken.kind);
  if (!other || (other[0] === 'arithmetic' && holdsText(node))) return [];
  const grouped = (side: ts.Expression) => make.createParenthesizedExpression(side);
  return [{ kind: other[0], instead: make.createBinaryExpression(grouped(left), other[1], grouped(right)) }];
}

/** Whether a sum is one of texts: a difference of texts says nothing. */
function holdsText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
    || (ts.isBinaryExpression(node) && (holdsText(node.left) || holdsText(node.right)))
    || (ts.isParenthesizedExpression(node) && holdsText(node.expression));
}

function ofCall(node: ts.CallExpression): Mutation[] {
  const { expression: callee, arguments: given } = node;
  if (!ts.isPropertyAccessExpression(callee) || ts.isOptionalChain(node)) return [];
  const method = callee.name.text;
  if (DROPPED_METHODS.includes(method)) return [{ kind: 'method', instead: callee.expression }];
  const other = OTHER_METHOD.get(method);
  if (other === undefined) return [];
  return [{ kind: 'method', instead: make.createCallExpression(make.createPropertyAccessExpression(callee.expression, other), undefined, given) }];
}

/** What is wrong with where the expression stands: a condition the other way round, a result or a step left out. */
function ofPlace(node: ts.Expression): Mutation[] {
  const { parent } = node;
  if (isConditionOf(parent, node)) return [{ kind: 'condition', instead: not(node) }];
  if (isResultOf(parent, node) && !['undefined', 'false'].includes(node.getText())) return [{ kind: 'return', instead: nothing() }];
  if (ts.isExpressionStatement(parent) && isStep(node)) return [{ kind: 'step', instead: nothing() }];
  return [];
}

function isConditionOf(parent: ts.Node, node: ts.Expression): boolean {
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  return (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) && parent.expression === node;
}

function isResultOf(parent: ts.Node, node: ts.Expression): boolean {
  return ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node);
}

function isStep(node: ts.Expression): boolean {
  const call = ts.isAwaitExpression(node) ? node.expression : node;
  return ts.isCallExpression(call) && call.expression.kind !== Kind.SuperKeyword;
}
