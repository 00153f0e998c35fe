import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import { JsonSchema } from '../src/report/schema/json-schema';
import { SCHEMA_VERSION, TOPOLOGY } from '../src/report/schema/topology-schema';
import { filesBelow, ROOT } from './files';

/** The published schema, as a path below the root. A new version is a new file; those that were released stay. */
export const SCHEMA_FILE = `schema/topology-${SCHEMA_VERSION}.schema.json`;

/** What the docstrings of the document's types say: of each type, and of each of its members as `Type.member`. */
export function descriptions(folder = join(ROOT, 'src/report/document')): Map<string, string> {
  return new Map(filesBelow(folder, '.ts').flatMap(file => describedIn(readFileSync(join(folder, file), 'utf8'))));
}

function describedIn(text: string): [name: string, description: string][] {
  const tree = ts.createSourceFile('document.ts', text, ts.ScriptTarget.Latest, true);
  return tree.statements.filter(ts.isInterfaceDeclaration).flatMap(type => [
    [type.name.text, docOf(type)] as [string, string],
    ...type.members.map((member): [string, string] => [`${type.name.text}.${member.name!.getText()}`, docOf(member)]),
  ]);
}

/** The text before the first tag on one line, and what holds without the member. */
function docOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const absent = doc?.tags?.find(tag => tag.tagName.text === 'default')?.comment;
  return [doc?.comment, absent && `Default: ${String(absent).replace(/^- /, '')}.`].filter(Boolean).join(' ').replace(/\s+/g, ' ');
}

/** The text of the published schema. */
export function renderDocumentSchema(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:cdk8s-backing-services:topology:${SCHEMA_VERSION}`,
    ...described(TOPOLOGY, descriptions()),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** A schema with the descriptions of its types and members; a member's own words go before those of its type. */
function described(schema: JsonSchema, texts: ReadonlyMap<string, string>, member?: string): object {
  const { title, items, properties, additionalProperties, ...other } = schema;
  return {
    ...title && { title },
    ...(member ?? title) !== undefined && { description: texts.get(member ?? title!) },
    ...other,
    ...items && { items: described(items, texts) },
    ...properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, described(value, texts, `${title}.${name}`)])),
    },
    ...additionalProperties !== undefined && { additionalProperties: additionalProperties && described(additionalProperties, texts) },
  };
}

if (require.main === module) {
  const file = join(ROOT, SCHEMA_FILE);
  const text = renderDocumentSchema();
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
