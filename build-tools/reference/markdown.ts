/**
 * Text of a docstring as Markdown: code stays code, and what would be taken for HTML is shown as it is written.
 *
 * Joins lines, because a docstring breaks them where the source does; an empty line still parts paragraphs.
 */
export function prose(text: string | undefined): string {
  return (text ?? '').trim().split(/\n\s*\n/)
    .map(paragraph => paragraph.split('\n').map(part => part.trim()).join(' '))
    .map(shownAsWritten).map(linked).join('\n\n');
}

/** The same on one line, for a cell of a table. */
export function cell(text: string): string {
  return text.split('\n').map(part => part.trim()).filter(Boolean).join(' ').replace(/(?<!\\)\|/g, '\\|');
}

/** Text in which nothing is markup. */
export function plain(text: string): string {
  return text.replace(/[\\|<>*_`[\]]/g, character => `\\${character}`);
}

/** A table; nothing if it has no rows. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  return [line(heads), `|${heads.map(() => '---|').join('')}`, ...rows.map(row => line(row.map(cell))), ''];
}

/** A text that is code, in as many backticks as it needs. */
export function code(text: string): string {
  return text === '' ? '(empty)' : text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A fenced block. */
export function block(language: string, text: string): string[] {
  return [`\`\`\`${language}`, text.trimEnd(), '```', ''];
}

/** The place on a page that links lead to; generators make other ids of the same heading. */
export function anchor(id: string): string {
  return `<a id="${id}"></a>`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text in which code is code, and nothing else is taken for HTML or for a template. */
export function shownAsWritten(text: string): string {
  return text.split(/(`[^`]*`)/).map(part => part.startsWith('`') ? part : part.replace(/</g, '&lt;').replace(/\{\{/g, '&#123;&#123;')).join('');
}

/** Addresses are links; what `{@link X}` names is code. */
function linked(text: string): string {
  return text.replace(/\{@link ([^}]+)\}/g, '`$1`').split(/(`[^`]*`)/)
    .map(part => part.startsWith('`') ? part : part.replace(/https?:\/\/[^\s)]*[^\s).,;:]/g, url => `<${url}>`)).join('');
}
