import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A JSON schema, as far as the ones here go. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What the schemas are made of, for a report. */
export const KUBERNETES = 'Kubernetes 1.28, from the code generated of its OpenAPI document in cdk8s-plus-28 (types, required and unknown fields)';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

const K8S = createRequire(__filename).resolve('cdk8s-plus-28').replace(/index\.js$/, 'imports/k8s');
const SCALARS: Record<string, JsonSchema> = {
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  any: {},
  Date: { type: 'string' },
  IntOrString: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
  Quantity: { anyOf: [{ type: 'number' }, { type: 'string' }] },
};

/**
 * The kinds of Kubernetes itself, as JSON schemas with no unknown field.
 *
 * No npm package of this project carries Kubernetes' OpenAPI document. But cdk8s-plus-28 carries code that cdk8s-cli generated of the one
 * of 1.28: its interfaces tell types and what is required, its `toJson_` functions the names of the API. Patterns, enums and bounds are not in it.
 */
export class KubernetesSchemas {
  public static load(): KubernetesSchemas {
    return this.loaded ??= new KubernetesSchemas(readFileSync(`${K8S}.d.ts`, 'utf8'), readFileSync(`${K8S}.js`, 'utf8'));
  }

  private static loaded?: KubernetesSchemas;

  /** Every definition, for `$ref`s to `#/definitions/<name>`. */
  public readonly definitions: Record<string, JsonSchema> = {};

  private constructor(types: string, code: string) {
    const names = apiNames(code);
    for (const [, name, body] of types.matchAll(/^export interface (\w+) \{\n([\s\S]*?)^\}/gm)) {
      const fields = [...body.matchAll(/^ {4}readonly (\w+)(\??): (\{[^}]*\}|[^;]+);$/gm)]
        .map(([, camel, optional, type]) => ({ name: names.get(name)?.get(camel) ?? camel, type, optional: optional === '?' }));
      this.definitions[name] = objectOf(fields);
    }
    for (const [, name] of types.matchAll(/^export declare enum (\w+)/gm)) this.definitions[name] = { type: 'string' };
  }

  /** The schema of a kind without `apiVersion` and `kind`, by its name; undefined if Kubernetes has no such kind. */
  public of(kind: string): JsonSchema | undefined {
    return this.definitions[`Kube${kind}Props`];
  }
}

/** Type name → property in TypeScript → field of the API. */
function apiNames(code: string): Map<string, Map<string, string>> {
  return new Map([...code.matchAll(/^function toJson_(\w+)\(obj\) \{\n([\s\S]*?)^\}/gm)].map(([, type, body]) => (
    [type, new Map([...body.matchAll(/^ {8}'([^']+)': .*?obj\.(\w+)/gm)].map(([, field, camel]) => [camel, field]))])));
}

function objectOf(fields: readonly Field[]): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, type }) => [name, schemaOf(type)])),
    required: fields.filter(({ optional }) => !optional).map(({ name }) => name),
    additionalProperties: false,
  };
}

function schemaOf(type: string): JsonSchema {
  if (type.endsWith('[]')) return { type: 'array', items: schemaOf(type.slice(0, -2)) };
  const [, values] = /^\{\s*\[key: string\]: (.+);\s*\}$/.exec(type) ?? [];
  if (values !== undefined) return { type: 'object', additionalProperties: schemaOf(values) };
  return SCALARS[type] ?? { $ref: `#/definitions/${type}` };
}
