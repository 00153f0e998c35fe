import * as ts from 'typescript';

/** What an object literal of a program says: members that are texts, and members that are functions. */
export interface LiteralMembers {
  readonly texts: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, ts.ArrowFunction>>;
}

/** Every object literal of a program, in the order that they begin in. */
export function membersIn(text: string): LiteralMembers[] {
  const found: LiteralMembers[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) found.push(membersOf(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('program.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

function membersOf({ properties }: ts.ObjectLiteralExpression): LiteralMembers {
  const said = properties.filter(ts.isPropertyAssignment).map(({ name, initializer }): [string, ts.Expression] => [name.getText(), initializer]);
  return {
    texts: Object.fromEntries(said.flatMap(([name, value]) => ts.isStringLiteralLike(value) ? [[name, value.text]] : [])),
    functions: Object.fromEntries(said.flatMap(([name, value]) => ts.isArrowFunction(value) ? [[name, value]] : [])),
  };
}

/** What a function takes out of its one parameter, by the names that it has there. */
export function takenBy({ parameters: [taken] }: ts.ArrowFunction): string[] {
  return taken && ts.isObjectBindingPattern(taken.name) ? taken.name.elements.map(({ name }) => name.getText()) : [];
}

/** The statements of a function, or its one expression, as they are written. */
export function bodyOf({ body }: ts.ArrowFunction): string[] {
  return ts.isBlock(body) ? body.statements.map(each => each.getText()) : [body.getText()];
}

/** The lines between the braces of a function, without the indentation that they share; or its one expression. */
export function linesOf({ body }: ts.ArrowFunction): string {
  const text = ts.isBlock(body) ? body.getText().slice(1, -1).replace(/^\n+/, '').trimEnd() : body.getText();
  const lines = text.split('\n');
  const indented = ts.isBlock(body) ? lines : lines.slice(1);
  const margin = Math.min(...indented.filter(line => line.trim() !== '').map(line => line.search(/\S/)));
  return lines.map((line, at) => at > 0 || ts.isBlock(body) ? line.slice(margin) : line).join('\n');
}
