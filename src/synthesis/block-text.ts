import { PlainData, PlainList, PlainMap } from './plain-data';
import { scalarText } from './scalar-text';

/** Plain data in YAML's block style. */
export function blockText(data: PlainList | PlainMap): string {
  const lines: string[] = [];
  addLines(lines, data, '', '');
  // Joined at once: a text that grows line by line is a tree of pieces, which takes longer to keep than to make.
  return `${lines.join('\n')}\n`;
}

/**
 * @param beginning of the first line: its indentation, and the dashes of lists that begin there, too
 * @param indentation of the others
 */
function addLines(lines: string[], data: PlainData, beginning: string, indentation: string): void {
  const text = inlineText(data);
  if (text !== undefined) lines.push(beginning + text);
  else if (Array.isArray(data)) addItems(lines, data as PlainList, beginning, indentation);
  else addMembers(lines, data as PlainMap, beginning, indentation);
}

function addItems(lines: string[], list: PlainList, beginning: string, indentation: string): void {
  let start = beginning;
  for (const item of list) {
    addLines(lines, item, `${start}- `, `${indentation}  `);
    start = indentation;
  }
}

function addMembers(lines: string[], map: PlainMap, beginning: string, indentation: string): void {
  const inner = `${indentation}  `;
  let start = beginning;
  for (const key of Object.keys(map)) {
    const text = inlineText(map[key]);
    lines.push(text === undefined ? `${start}${key}:` : `${start}${key}: ${text}`);
    if (text === undefined) addLines(lines, map[key], inner, inner);
    start = indentation;
  }
}

/** What stands behind a key or a dash; nothing for a list or a map that has lines of its own. */
function inlineText(data: PlainData): string | undefined {
  if (typeof data === 'string') return scalarText(data);
  if (typeof data !== 'object') return String(data);
  if (Array.isArray(data)) return data.length === 0 ? '[]' : undefined;
  return Object.keys(data).length === 0 ? '{}' : undefined;
}
