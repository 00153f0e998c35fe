/** What a Mermaid flowchart draws. */
export interface Flowchart {
  /** Id to label. */
  readonly nodes: Map<string, string>;
  /** `n0 --> n1`, and the label if there is one. */
  readonly edges: string[];
}

const LABEL = '"([^"]*)"';
const NODE = new RegExp(`^(n\\d+)(?:\\[${LABEL}\\]|\\(\\[${LABEL}\\]\\)|\\[\\(${LABEL}\\)\\]|\\[\\[${LABEL}\\]\\]|>${LABEL}\\])(?::::external)?$`);
const EDGE = new RegExp(`^(n\\d+) (-->|-\\.->|---)(?:\\|${LABEL}\\|)? (n\\d+)$`);

/**
 * Reads the part of Mermaid's grammar that we write, and throws at anything else: a statement ends at a line end or a ";" outside of
 * quotes, a comment or directive begins with "%%", and an entity in a label is one character.
 */
export function parseFlowchart(text: string): Flowchart {
  const nodes = new Map<string, string>();
  const edges: string[] = [];
  const [first, ...others] = statements(text);
  if (first !== 'flowchart LR') throw new Error(`not a flowchart: ${first}`);
  for (const statement of others) {
    const [, id, ...labels] = NODE.exec(statement) ?? [];
    const [, source, arrow, label, target] = EDGE.exec(statement) ?? [];
    if (id !== undefined && !nodes.has(id)) nodes.set(id, decode(labels.find(text_ => text_ !== undefined)!));
    else if (source !== undefined && nodes.has(source) && nodes.has(target)) edges.push([source, arrow, target, ...label === undefined ? [] : [decode(label)]].join(' '));
    else if (statement !== 'classDef external stroke-dasharray: 5 5') throw new Error(`not a node, not an edge: ${statement}`);
  }
  return { nodes, edges };
}

function statements(text: string): string[] {
  const found = text.match(/(?:"[^"]*"|[^;\n"])+/g) ?? [];
  return found.map(statement => statement.trim()).filter(statement => statement !== '' && !statement.startsWith('%%'));
}

function decode(label: string): string {
  return label.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}
