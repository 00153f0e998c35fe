import * as ts from 'typescript';

const KEYWORDS = new Map([
  [ts.SyntaxKind.StringKeyword, 'string'],
  [ts.SyntaxKind.NumberKeyword, 'number'],
  [ts.SyntaxKind.BooleanKeyword, 'boolean'],
  [ts.SyntaxKind.AnyKeyword, 'any'],
]);

/** Packages whose types we hand on and do not judge. */
const OF_OTHERS = /^@pulumi\//;

/** The text that the boundary's tables have for a type; throws for a type that jsii would not carry either. */
export function typeText(type: ts.TypeNode | undefined, at: ts.Node): string {
  const keyword = type && KEYWORDS.get(type.kind);
  if (keyword) return keyword;
  if (type && ts.isArrayTypeNode(type)) return `${typeText(type.elementType, at)}[]`;
  if (type && ts.isTypeReferenceNode(type)) {
    const [key, value] = type.typeArguments ?? [];
    if (type.typeName.getText() === 'Record' && key.kind === ts.SyntaxKind.StringKeyword) return `${typeText(value, at)}{}`;
    if (!key) return nameText(type.typeName.getText(), at);
  }
  if (type && ts.isExpressionWithTypeArguments(type) && !type.typeArguments) return nameText(type.expression.getText(), at);
  const file = at.getSourceFile();
  const line = file.getLineAndCharacterOfPosition(at.getStart()).line + 1;
  throw new Error(`src/${file.fileName}:${line}: the boundary cannot check ${type?.getText() ?? 'a parameter without a type'}; declare a type, a list or a map`);
}

/** A name of ours as it is; one of a package as `package.Name`, whatever it is called here. */
function nameText(name: string, at: ts.Node): string {
  for (const statement of at.getSourceFile().statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const module = (statement.moduleSpecifier as ts.StringLiteral).text;
    const named = statement.importClause?.namedBindings;
    if (module.startsWith('.') || !named || !ts.isNamedImports(named)) continue;
    const found = named.elements.find(element => element.name.text === name);
    if (found) return OF_OTHERS.test(module) ? 'any' : `${module}.${(found.propertyName ?? found.name).text}`;
  }
  return name;
}
