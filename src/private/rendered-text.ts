import { IConstruct } from 'constructs';

/** Context, so that what stands below a scope finds it, whichever copy of this package noted it. */
const RENDERER = 'cdk8s-backing-services.io/renderer';

/** Notes that a template engine of Go evaluates what is written of a scope. Constructs takes no context where something stands already. */
export function noteRenderer(scope: IConstruct, engine: string): void {
  scope.node.setContext(RENDERER, engine);
}

/**
 * A text, or all texts of a value, as they must be written for the engine that evaluates what stands in the scope to give them back. An action that is one raw
 * string has no character that YAML would escape or fold, whichever way it quotes the text.
 * Source: https://pkg.go.dev/text/template#hdr-Text_and_spaces (nothing but `{{` begins an action)
 */
export function textsFor<Value>(scope: IConstruct, value: Value): Value {
  return scope.node.tryGetContext(RENDERER) === undefined ? value : escaped(value) as Value;
}

function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('{{', '{{`{{`}}');
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, escaped(member)]));
}
