import { PlainData, PlainList, PlainMap } from './plain-data';
import { scalarText } from './scalar-text';

/** A plain document in YAML's block style. */
export function blockText(document: PlainList | PlainMap): string {
  return `${inlineText(document) ?? linesOf(document).join('\n')}\n`;
}

/** What stands behind a dash or a key; nothing for a list or a map that has lines of its own. */
function inlineText(data: PlainData): string | undefined {
  if (typeof data === 'string') return scalarText(data);
  if (typeof data !== 'object') return String(data);
  if (Array.isArray(data)) return data.length === 0 ? '[]' : undefined;
  return Object.keys(data).length === 0 ? '{}' : undefined;
}

/** Collected, not added to a text: a text that grows is a tree of its pieces, which takes longer to keep than to make. */
function linesOf(document: PlainData): string[] {
  const lines: string[] = [];
  addLines(lines, document, '', '');
  return lines;
}

/**
 * @param beginning of the first line: an indentation, and dashes of the lists that begin there
 * @param indentation of the other lines
 */
function addLines(lines: string[], data: PlainData, beginning: string, indentation: string): void {
  if (Array.isArray(data)) addItems(lines, data as PlainList, beginning, indentation);
  else addMembers(lines, data as PlainMap, beginning, indentation);
}

function addItems(lines: string[], list: PlainList, beginning: string, indentation: string): void {
  let start = beginning;
  for (const item of list) {
    const text = inlineText(item);
    if (text === undefined) addLines(lines, item, `${start}- `, `${indentation}  `);
    else lines.push(`${start}- ${text}`);
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
