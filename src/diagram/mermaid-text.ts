/** Text for a quoted Mermaid label: everything but plain words becomes an entity, so that no text can end the label or add a node. */
export function mermaidText(text: string): string {
  return [...text].map(character => /[A-Za-z0-9 ._/:,·→-]/u.test(character) ? character : `#${character.codePointAt(0)};`).join('');
}
