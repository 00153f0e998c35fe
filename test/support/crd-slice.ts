import { loadAll } from 'js-yaml';
import { JsonSchema } from './kubernetes-schemas';

interface CrdVersion {
  readonly name: string;
  readonly served: boolean;
  readonly schema: { readonly openAPIV3Schema: JsonSchema };
}

/** What of a CRD decides whether an object is taken. */
export interface Crd {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly CrdVersion[];
  };
}

/** The CRDs in YAML, each as what decides and its newest served version alone, one a line. */
export function renderSlice(yaml: string): string {
  const crds = (loadAll(yaml) as (Crd | null)[]).filter(crd => crd !== null).map(({ spec: { group, names: { kind }, versions } }) => {
    const served = versions.filter(version => version.served);
    const { name, schema } = served.find(version => version.name === 'v1') ?? served[0];
    const decides = { openAPIV3Schema: withoutTexts(schema.openAPIV3Schema) };
    return { spec: { group, names: { kind }, versions: [{ name, served: true, schema: decides }] } };
  });
  return `[\n${crds.map(crd => JSON.stringify(crd)).join(',\n')}\n]\n`;
}

/** A schema without what only people read; a property may be called so, and stays. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value)
    .filter(([key, member]) => !(['description', 'example'].includes(key) && typeof member === 'string'))
    .map(([key, member]) => [key, withoutTexts(member)]));
}
