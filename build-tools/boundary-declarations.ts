import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { isInternal, publicFiles, publicStatements } from './barrel';
import { typeText } from './boundary-type';
import { byCodePoint, ROOT } from './files';

/** Type by name of a member or parameter. */
export type Fields = Record<string, string>;

/** Everything that the public API takes, by name. */
export interface Declarations {
  /** Value by name of the member. */
  readonly enums: Record<string, Record<string, string | number>>;
  /** Plain objects. */
  readonly structs: Record<string, Fields>;
  /** What a user's class may implement. */
  readonly interfaces: Record<string, Fields>;
  /** Classes, each with the names that it extends and implements. */
  readonly classes: Record<string, string>;
  /** What a user's class that extends one of ours has to give: the abstract members by class. */
  readonly abstracts: Record<string, Fields>;
  /** Every constructor (`new A`), static method (`A.b`) and method (`A#b`) that takes something. */
  readonly calls: Record<string, Fields>;
  /** How a user gets an object of a class or interface: constructors, methods and constants, as one writes them. */
  readonly makers: Record<string, string[]>;
}

/** A way to get an object. */
interface Maker {
  /** As a user writes it. */
  readonly how: string;
  /** Name of the class. */
  readonly type: string;
}

/** Reads the exported classes, interfaces and enums below `source`. */
export function readDeclarations(source = join(ROOT, 'src')): Declarations {
  const reader = new Reader();
  for (const file of [...publicFiles(source), ...pulumiFiles(source)]) {
    const parsed = ts.createSourceFile(file, readFileSync(join(source, file), 'utf8'), ts.ScriptTarget.Latest, true);
    publicStatements(parsed).forEach(node => reader.read(node));
  }
  return reader.declarations();
}

/** The files that `cdk8s-backing-services/pulumi` exports. */
function pulumiFiles(source: string): string[] {
  const index = join(source, 'pulumi/index.ts');
  if (!existsSync(index)) return [];
  return [...readFileSync(index, 'utf8').matchAll(/from '\.\/(.*)'/g)].map(([, module]) => `pulumi/${module}.ts`);
}

class Reader {
  private readonly enums: Declarations['enums'] = {};
  private readonly structs: Declarations['structs'] = {};
  private readonly interfaces: Declarations['interfaces'] = {};
  private readonly calls: Declarations['calls'] = {};
  private readonly classes: Declarations['classes'] = {};
  private readonly abstracts: Declarations['abstracts'] = {};
  private readonly made: Maker[] = [];

  public read(node: ts.ClassDeclaration | ts.InterfaceDeclaration | ts.EnumDeclaration): void {
    const name = node.name!.text;
    if (ts.isEnumDeclaration(node)) this.enums[name] = valuesOf(node);
    else if (ts.isClassDeclaration(node)) this.readClass(name, node);
    // The rule of jsii: what is implemented is named with an I, what is passed as plain data is not.
    else (/^I[A-Z]/.test(name) ? this.interfaces : this.structs)[name] = fieldsOf(node);
  }

  public declarations(): Declarations {
    const { enums, structs, interfaces, classes, abstracts, calls } = this;
    const makers = Object.fromEntries(Object.keys({ ...classes, ...interfaces }).map(name => [name, this.makersOf(name)]));
    assertKnown({ ...calls, ...structs, ...interfaces, ...abstracts }, Object.keys({ ...enums, ...structs, ...interfaces, ...classes }));
    return { enums, structs, interfaces, classes, abstracts, calls, makers };
  }

  private readClass(name: string, node: ts.ClassDeclaration): void {
    this.classes[name] = basesOf(node).join(' ');
    const members = node.members.filter(member => !is(member, ts.SyntaxKind.PrivateKeyword) && !isInternal(member, node.getSourceFile().text));
    for (const member of members) {
      // A protected constructor is called by classes of users.
      if (ts.isConstructorDeclaration(member)) this.readConstructor(name, node, member);
      if (is(member, ts.SyntaxKind.ProtectedKeyword)) continue;
      if (is(member, ts.SyntaxKind.AbstractKeyword)) this.readAbstract(name, member);
      if (ts.isMethodDeclaration(member)) this.readMethod(name, member);
      if (ts.isPropertyDeclaration(member)) this.readConstant(name, member);
    }
  }

  private readConstructor(owner: string, node: ts.ClassDeclaration, member: ts.ConstructorDeclaration): void {
    this.addCall(`new ${owner}`, member);
    if (!is(node, ts.SyntaxKind.AbstractKeyword)) this.made.push({ how: `new ${owner}()`, type: owner });
  }

  private readAbstract(owner: string, member: ts.ClassElement): void {
    const name = member.name!.getText();
    const [key, type] = ts.isPropertyDeclaration(member) ? [name, typeText(member.type, member)] : [`${name}()`, 'any'];
    this.abstracts[owner] = { ...this.abstracts[owner], [key]: type };
  }

  private readMethod(owner: string, method: ts.MethodDeclaration): void {
    const name = method.name.getText();
    const sign = is(method, ts.SyntaxKind.StaticKeyword) ? '.' : '#';
    if (!is(method, ts.SyntaxKind.AbstractKeyword)) this.addCall(`${owner}${sign}${name}`, method);
    if (method.type) this.made.push({ how: `${owner}.${name}()`, type: method.type.getText() });
  }

  private readConstant(owner: string, { name, initializer, type }: ts.PropertyDeclaration): void {
    const made = initializer && ts.isNewExpression(initializer) ? initializer.expression.getText() : type?.getText() === owner ? owner : undefined;
    if (made !== undefined) this.made.push({ how: `${owner}.${name.getText()}`, type: made });
  }

  private addCall(name: string, node: ts.ConstructorDeclaration | ts.MethodDeclaration): void {
    if (node.parameters.length > 0) this.calls[name] = Object.fromEntries(node.parameters.map(parameterOf));
  }

  private makersOf(name: string): string[] {
    const isA = (type: string): boolean => type === name || (this.classes[type]?.match(/\S+/g) ?? []).some(isA);
    return this.made.filter(({ type }) => isA(type)).map(({ how }) => how).sort(byCodePoint);
  }
}

function is(node: ts.Node, modifier: ts.ModifierSyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === modifier);
}

function parameterOf(parameter: ts.ParameterDeclaration): [name: string, type: string] {
  const type = typeText(parameter.type, parameter);
  const name = ts.isIdentifier(parameter.name) ? parameter.name.text.replace(/^_/, '') : nameOfTakenApart(type);
  if (parameter.dotDotDotToken) return [`${name}...`, type.replace(/\[\]$/, '')];
  return [parameter.questionToken || parameter.initializer ? `${name}?` : name, type];
}

/** A parameter that is taken apart where it stands has no name; the last word of its type tells what it is: `request` of a BindingRequest. */
function nameOfTakenApart(type: string): string {
  return type.replace(/^.*(?=[A-Z])/, '').toLowerCase();
}

function valuesOf(node: ts.EnumDeclaration): Record<string, string | number> {
  return Object.fromEntries(node.members.map((member, position) => {
    const { initializer } = member;
    if (initializer && !ts.isStringLiteral(initializer)) throw new Error(`${node.name.text}.${member.name.getText()} is neither text nor without a value`);
    return [member.name.getText(), initializer ? initializer.text : position];
  }));
}

function fieldsOf(node: ts.InterfaceDeclaration): Fields {
  const bases = basesOf(node);
  const members = node.members.map(member => {
    // Only a class of ours has it; it tells the type from others of the same members.
    if (isInternal(member, node.getSourceFile().text)) return [member.name!.getText(), 'any'];
    const name = `${member.name?.getText()}${member.questionToken ? '?' : ''}`;
    if (ts.isMethodSignature(member)) return [`${name}()`, 'any'];
    return [name, typeText(ts.isPropertySignature(member) ? member.type : undefined, member)];
  });
  return { ...bases.length > 0 ? { '&': bases.join(' ') } : {}, ...Object.fromEntries(members) };
}

function basesOf(node: ts.ClassDeclaration | ts.InterfaceDeclaration): string[] {
  return (node.heritageClauses ?? []).flatMap(clause => clause.types).map(base => typeText(base, base));
}

/** Fails for a type that a user has to give and cannot import. */
function assertKnown(takers: Record<string, Fields>, names: string[]): void {
  const known = new Set(['string', 'number', 'boolean', 'any', ...names]);
  for (const [taker, fields] of Object.entries(takers)) {
    const types = Object.values(fields).flatMap(text => text.split(' ')).map(text => text.split(/[[{]/)[0]);
    const unknown = types.find(type => !known.has(type) && !type.includes('.'));
    if (unknown) throw new Error(`${taker} takes ${unknown}, which is not exported; export it, or mark what takes it @internal`);
  }
}
