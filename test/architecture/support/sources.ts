import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { filesBelow, ROOT } from '../../../build-tools/files';

/** A file below src, read and parsed. */
export interface Source {
  /** Path below src, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Parses a text as if it were a file below src. */
export function parse(file: string, text: string): Source {
  return { file, text, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
}

const GENERATED = ['index.ts', 'private/boundary-types.ts'];

/** Every file below src that somebody writes by hand. */
export const SOURCES: readonly Source[] = filesBelow(join(ROOT, 'src'), '.ts')
  .filter(file => !GENERATED.includes(file))
  .map(file => parse(file, readFileSync(join(ROOT, 'src', file), 'utf8')));

/** Every node of a file, in order. */
export function nodesOf(source: Source): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return nodes;
}

/** `file:line`, to click on. */
export function place(source: Source, node: ts.Node): string {
  return `src/${source.file}:${source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** The doc comment right before a declaration; empty if there is none. */
export function docOf(source: Source, node: ts.Node): string {
  const comments = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
  return comments.map(range => source.text.slice(range.pos, range.end)).filter(comment => comment.startsWith('/**')).at(-1) ?? '';
}

export function hasModifier(node: ts.Node, ...kinds: ts.SyntaxKind[]): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some(modifier => kinds.includes(modifier.kind)) ?? false);
}

/** A class, interface or enum that users see. */
export type PublicType = ts.ClassDeclaration | ts.InterfaceDeclaration | ts.EnumDeclaration;

/** What `import 'cdk8s-backing-services/pulumi'` gives; its barrel is written by hand. */
const PULUMI_BARREL = SOURCES.find(({ file }) => file === 'pulumi/index.ts')?.text ?? '';

/** The types of a file that users see: exported, not marked `@internal`, not in src/private, and of src/pulumi those in its barrel. */
export function publicTypes(source: Source): PublicType[] {
  if (source.file.startsWith('private/')) return [];
  const inPulumi = source.file.startsWith('pulumi/');
  return source.tree.statements
    .filter(node => ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isEnumDeclaration(node))
    .filter(node => hasModifier(node, ts.SyntaxKind.ExportKeyword) && !docOf(source, node).includes('@internal'))
    .filter(node => !inPulumi || new RegExp(`\\b${node.name?.text}\\b`).test(PULUMI_BARREL));
}

/** The members of a type that users see. */
export function publicMembers(source: Source, type: PublicType): (ts.ClassElement | ts.TypeElement | ts.EnumMember)[] {
  return [...type.members].filter(member => !ts.isConstructorDeclaration(member) && !(member.name && ts.isPrivateIdentifier(member.name))
    && !hasModifier(member, ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword)
    && !docOf(source, member).includes('@internal'));
}

/** Name of a type and its member, for a message. */
export function nameOf(type: PublicType, member?: ts.NamedDeclaration): string {
  return [type.name?.text, member?.name?.getText()].filter(Boolean).join('.');
}
