import { percentEncoded } from './external-secrets-operator';

/** An action of a template: quoted texts may have braces in them. */
const ACTION = /\{\{ ((?:"(?:[^"\\]|\\.)*"|[^"}])*) \}\}/;
const QUOTED = /"(?:[^"\\]|\\.)*"/;

/** The text that the Vault Secrets Operator makes of a template, as far as ours need one; throws where the operator would report an error. */
export function render(template: string, secrets: Record<string, string>): string {
  const found = ACTION.exec(template);
  if (!found) return template;
  const [whole, action] = found;
  const rest = template.slice(found.index + whole.length);
  const property = /^if hasKey \.Secrets (".*")$/.exec(action)?.[1];
  if (property === undefined) return template.slice(0, found.index) + evaluate(action, secrets) + render(rest, secrets);
  const [, then, otherwise, after] = /^([^]*?)\{\{ else \}\}\{\{ fail ((?:"(?:[^"\\]|\\.)*")) \}\}\{\{ end \}\}([^]*)$/.exec(rest)!;
  if (!Object.hasOwn(secrets, JSON.parse(property) as string)) throw new Error(JSON.parse(otherwise) as string);
  return template.slice(0, found.index) + render(then, secrets) + render(after, secrets);
}

function evaluate(action: string, secrets: Record<string, string>): string {
  const [first, ...functions] = [...action.matchAll(/(?:"(?:[^"\\]|\\.)*"|[^"|])+/g)].map(([word]) => word.trim());
  const [quoted] = QUOTED.exec(first) ?? [];
  if (quoted === first) return JSON.parse(first) as string;
  if (!first.startsWith('get .Secrets ')) throw new Error(`cannot evaluate ${first}`);
  return functions.reduce(apply, secrets[JSON.parse(quoted!) as string]);
}

/** What Go and sprig do. The operator allows `get`, `hasKey`, `fail`, `replace` and `toString` of sprig; `urlquery` is Go's own. */
function apply(text: string, call: string): string {
  if (call === 'toString') return text;
  if (call === 'urlquery') return [...Buffer.from(text)].map(byte => byte === 0x20 ? '+' : percentEncoded(byte)).join('');
  const [, from, to] = /^replace ("(?:[^"\\]|\\.)*") ("(?:[^"\\]|\\.)*")$/.exec(call) ?? [];
  if (from === undefined) throw new Error(`there is no function ${call}`);
  return text.replaceAll(JSON.parse(from) as string, () => JSON.parse(to) as string);
}
