import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagramOf, linesOf, manifestOf, objectsOf } from './examples';
import { ROOT } from './files';

/** The text that a reference stands for: `path`, `path#region`, `dist-of:example#Kind/name`, `objects-of:example`, `lines-of:example`, `diagram-of:example` or `layers`. */
export function cut(reference: string): string {
  const [source, part] = reference.split('#');
  if (source === 'layers') return layers();
  if (source.startsWith('dist-of:')) return manifestOf(source.slice('dist-of:'.length), part ?? '');
  if (source.startsWith('objects-of:')) return objectsOf(source.slice('objects-of:'.length));
  if (source.startsWith('lines-of:')) return linesOfExample(source.slice('lines-of:'.length));
  if (source.startsWith('diagram-of:')) return diagramOf(source.slice('diagram-of:'.length));
  const text = readFileSync(join(ROOT, source), 'utf8');
  return part === undefined ? withoutMarks(text.split('\n')) : regionOf(text, part);
}

/** What is counted of an example is its region `declaration`. */
function linesOfExample(example: string): string {
  return linesOf(example, cut(`examples/${example}/${example}.ts#declaration`));
}

const START = /^\s*\/\/ #region\b\s*(\S*)/;
const END = /^\s*\/\/ #endregion\b/;

/** The lines of `// #region name`, up to its own `// #endregion`, without the indentation they share. */
export function regionOf(text: string, name: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex(line => START.exec(line)?.[1] === name);
  if (start === -1) throw new Error(`there is no "// #region ${name}"`);
  let depth = 1;
  const length = lines.slice(start + 1).findIndex(line => {
    depth += START.test(line) ? 1 : END.test(line) ? -1 : 0;
    return depth === 0;
  });
  if (length === -1) throw new Error(`"// #region ${name}" has no "// #endregion"`);
  return withoutMarks(lines.slice(start + 1, start + 1 + length));
}

function withoutMarks(lines: string[]): string {
  const code = lines.filter(line => !START.test(line) && !END.test(line));
  const margin = Math.min(...code.filter(line => line.trim()).map(line => line.search(/\S/)));
  return code.map(line => line.slice(margin)).join('\n').replace(/^\n+/, '').trimEnd();
}

/** The graph of the folders of src, as dependency-cruiser draws it. */
function layers(): string {
  const cli = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const view = ['--include-only', '^src/', '--exclude', '^src/index', '--collapse', '^src/[^/]+', '--output-type', 'mermaid'];
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, '--config', '.dependency-cruiser.cjs', ...view, 'src'], {
    cwd: ROOT, encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
