import { parseAllDocuments } from 'yaml';
import { Manifest } from '../../harness/manifests';

/** A structural schema, as far as rules may stand in it. */
interface Schema {
  readonly 'x-kubernetes-validations'?: readonly { readonly rule: string; readonly message: string }[];
  readonly 'properties'?: Readonly<Record<string, Schema>>;
  readonly 'items'?: Schema;
  readonly 'additionalProperties'?: Schema | boolean;
}

interface Crd {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Schema } }[];
  };
}

/** The rules in CEL of the CRDs: only the API server evaluates them, no schema validator does. */
export class CelRules {
  /** @param crds YAML of CRDs */
  public static of(crds: readonly string[]): CelRules {
    const documents = crds.flatMap(text => parseAllDocuments(text)).map(document => document.toJS() as Crd | null);
    return new CelRules(new Map(documents.flatMap(crd => (crd?.spec.versions ?? []).map(({ name, schema }) => (
      [`${crd!.spec.group}/${name} ${crd!.spec.names.kind}`, schema.openAPIV3Schema])))));
  }

  private readonly messages: readonly string[];

  private constructor(private readonly schemas: ReadonlyMap<string, Schema>) {
    this.messages = [...new Set([...schemas.values()].flatMap(everyMessage))];
  }

  /** How many rules the API server evaluates for an object: a rule is about a value that is there, each time that it is there. */
  public evaluatedFor(object: Manifest): number {
    return count(this.schemas.get(`${object.apiVersion} ${object.kind}`) ?? {}, object);
  }

  /** Whether it is such a rule that an object was refused for. */
  public isBroken(refusal: string): boolean {
    return this.messages.some(message => refusal.includes(`: ${message}`));
  }
}

function everyMessage(schema: Schema): string[] {
  const { properties = {}, items, additionalProperties } = schema;
  const parts = [...Object.values(properties), items, typeof additionalProperties === 'object' ? additionalProperties : undefined];
  return [...(schema['x-kubernetes-validations'] ?? []).map(({ message }) => message), ...parts.flatMap(part => (part ? everyMessage(part) : []))];
}

function count(schema: Schema, value: unknown): number {
  const here = schema['x-kubernetes-validations']?.length ?? 0;
  if (Array.isArray(value)) return here + sum(value.map(item => count(schema.items ?? {}, item)));
  if (typeof value !== 'object' || value === null) return here;
  const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return here + sum(Object.entries(value).map(([name, field]) => count(schema.properties?.[name] ?? others, field)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
