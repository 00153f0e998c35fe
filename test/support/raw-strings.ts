/** What a template engine of Go makes of a text, as far as ours need one: each action is one raw string. Throws at any other, as the engine would at most. */
export function renderedByGo(text: string): string {
  const begin = text.indexOf('{{');
  if (begin === -1) return text;
  const action = /^\{\{`([^`]*)`\}\}/.exec(text.slice(begin));
  if (!action) throw new Error(`an action that is no raw string: ${text.slice(begin, begin + 40)}`);
  return text.slice(0, begin) + action[1] + renderedByGo(text.slice(begin + action[0].length));
}
