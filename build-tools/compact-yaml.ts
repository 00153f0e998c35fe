import { Document, isCollection, Node, visit } from 'yaml';

/** What a cluster reads: "yes" is a text in quotes alone. */
const READ_BY_CLUSTERS = { schema: 'yaml-1.1' } as const;

/** A list or a map of this many characters stands on one line. */
const WIDTH = 110;

/** YAML that means the same as that of a file, in fewer lines: what fits on one line stands on one. */
export function compactYaml(...objects: readonly object[]): string {
  return objects.map(compact).join('---\n');
}

function compact(object: object): string {
  const document = new Document(object, READ_BY_CLUSTERS);
  visit(document, {
    Collection: (_, node) => {
      if (node === document.contents || onOneLine(node).length > WIDTH) return undefined;
      node.flow = true;
      return visit.SKIP;
    },
  });
  return document.toString({ lineWidth: 0 });
}

function onOneLine(node: Node): string {
  const alone = new Document(node.toJSON(), READ_BY_CLUSTERS);
  if (isCollection(alone.contents)) alone.contents.flow = true;
  return alone.toString({ lineWidth: 0 }).trim();
}
