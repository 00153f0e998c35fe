import * as ts from 'typescript';

/** Members that only people read. */
const READ_BY_PEOPLE = new Set(['title', 'rationale', 'fix', 'problem', 'remedy', 'description', 'why', 'what', 'allowed', 'reason', 'example', 'instead']);

/** Whether a text is for people: it has words, or it stands in an error, a finding or a description. Also what must be written as it is. */
export function isText(node: ts.StringLiteral): boolean {
  return /\s/.test(node.text) || isName(node) || isSaid(node);
}

/** A name of the language: of a module, a member, a type, a value of an enum. */
function isName({ parent }: ts.Node): boolean {
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent) || ts.isEnumMember(parent)
    || ts.isExternalModuleReference(parent);
}

function isSaid(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (ts.isThrowStatement(parent) || ts.isTemplateSpan(parent)) return true;
    if (ts.isNewExpression(parent) && /Error$/.test(parent.expression.getText())) return true;
    if (ts.isCallExpression(parent) && /^Problem\.|^(refusal|refused|wrong|wrongType|failed)$/.test(parent.expression.getText())) return true;
    if (ts.isPropertyAssignment(parent) && READ_BY_PEOPLE.has(parent.name.getText())) return true;
    if (ts.isStatement(parent)) return false;
  }
  return false;
}
