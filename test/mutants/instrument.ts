import * as ts from 'typescript';
import { Mutation, mutationsOf } from './mutators';

/** One mutant: where it is, and what it writes instead. */
export interface Mutant {
  /** `src/model/workload.ts#17`; the number is its place among the mutants of the file. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly before: string;
  readonly after: string;
}

/** A source with all of its mutants in it, each behind a switch, so that no mutant needs a build or a process of its own. */
export interface Instrumented {
  readonly code: string;
  readonly mutants: readonly Mutant[];
}

const SWITCH = '__mutant';
const { factory: make } = ts;
const printer = ts.createPrinter({ removeComments: true });

/** Compiles a file of src to JavaScript that asks at each place which mutant is on. */
export function instrument(file: string, text: string): Instrumented {
  const mutants: Mutant[] = [];
  const transformer: ts.TransformerFactory<ts.SourceFile> = context => source => {
    const visit = (node: ts.Node): ts.Node => {
      if (isLeftAlone(node)) return node;
      const mutations = mutationsOf(node).map(mutation => [noted(source, node, mutation), mutation] as const);
      const visited = ticking(ts.visitEachChild(node, visit, context));
      return mutations.reduce((otherwise, [position, { instead }]) => switched(position, instead, otherwise as ts.Expression), visited);
    };
    const noted = (tree: ts.SourceFile, node: ts.Node, { kind, instead }: Mutation) => mutants.push({
      id: `${file}#${mutants.length}`,
      file,
      line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      kind,
      before: oneLine(node.getText()),
      after: oneLine(printer.printNode(ts.EmitHint.Unspecified, instead, tree)),
    }) - 1;
    return make.updateSourceFile(source, [declaration(file), ...source.statements.map(statement => visit(statement) as ts.Statement)]);
  };
  const code = ts.transpileModule(text, {
    fileName: file,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true, stripInternal: true },
    transformers: { before: [transformer] },
  }).outputText;
  return { code, mutants };
}

/** Types do not run; a member of an enum must stay what the compiler can read. */
function isLeftAlone(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
    || ts.isEnumDeclaration(node) || ts.isImportDeclaration(node);
}

/** `const __mutant = globalThis.__mutants.of('src/a.ts');` */
function declaration(file: string): ts.Statement {
  const of = make.createPropertyAccessExpression(make.createPropertyAccessExpression(make.createIdentifier('globalThis'), '__mutants'), 'of');
  const call = make.createCallExpression(of, undefined, [make.createStringLiteral(file)]);
  return make.createVariableStatement(undefined, make.createVariableDeclarationList(
    [make.createVariableDeclaration(SWITCH, undefined, undefined, call)], ts.NodeFlags.Const,
  ));
}

function switched(position: number, instead: ts.Expression, otherwise: ts.Expression): ts.Expression {
  const isOn = make.createCallExpression(make.createIdentifier(SWITCH), undefined, [make.createNumericLiteral(position)]);
  const mutant = make.createParenthesizedExpression(instead);
  return make.createParenthesizedExpression(make.createConditionalExpression(isOn, undefined, mutant, undefined, otherwise));
}

/** A loop that a mutant makes endless ends by the clock. */
function ticking(node: ts.Node): ts.Node {
  if (!ts.isIterationStatement(node, false)) return node;
  const call = make.createCallExpression(make.createPropertyAccessExpression(make.createIdentifier(SWITCH), 'tick'), undefined, []);
  const tick = make.createExpressionStatement(call);
  const body = make.createBlock([tick, node.statement]);
  if (ts.isForStatement(node)) return make.updateForStatement(node, node.initializer, node.condition, node.incrementor, body);
  if (ts.isForOfStatement(node)) return make.updateForOfStatement(node, node.awaitModifier, node.initializer, node.expression, body);
  if (ts.isForInStatement(node)) return make.updateForInStatement(node, node.initializer, node.expression, body);
  if (ts.isWhileStatement(node)) return make.updateWhileStatement(node, node.expression, body);
  return make.updateDoStatement(node as ts.DoStatement, body, (node as ts.DoStatement).expression);
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
