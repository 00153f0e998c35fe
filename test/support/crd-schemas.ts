import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { ValidateFunction } from 'ajv';
import { Crd } from './crd-slice';
import { JsonSchema, KUBERNETES, KubernetesSchemas } from './kubernetes-schemas';

/** An object of any kind, read back from YAML. */
export interface AnyObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** A release of an operator whose CRDs are in the repository, without their texts: `npm run crds` writes them. */
export interface Release {
  readonly name: string;
  /** The file that pins the package which the CRDs come from, below the root, and what it says; absent if no package carries them. */
  readonly pin?: readonly [file: string, text: string];
}

const TOOLS = 'test/conformance/tools';
const STRIMZI_POM = `${TOOLS}/strimzi-crds/pom.xml`;

/** Every release whose kinds the outputs emit, or write into. */
export const RELEASES: readonly Release[] = [
  { name: 'Istio 1.31.4', pin: [`${TOOLS}/istio-crds/go.mod`, 'istio.io/api v1.31.4\n'] },
  { name: 'Istio 1.30.3', pin: [`${TOOLS}/istio-crds-before/go.mod`, 'istio.io/api v1.30.3\n'] },
  { name: 'Strimzi 1.2.0', pin: [STRIMZI_POM, '<strimzi.version>1.2.0<'] },
  { name: 'Strimzi 0.51.0' },
  { name: 'Kafka Access Operator 0.3.0', pin: [STRIMZI_POM, '<access-operator.version>0.3.0<'] },
  { name: 'External Secrets 1.3.2', pin: [`${TOOLS}/crds/go.mod`, 'github.com/external-secrets/external-secrets v1.3.2\n'] },
  { name: 'External Secrets 2.9.0' },
  { name: 'Secrets Store CSI Driver 1.6.0', pin: [`${TOOLS}/crds/go.mod`, 'sigs.k8s.io/secrets-store-csi-driver v1.6.0\n'] },
  { name: '1Password Operator 1.12.0', pin: [`${TOOLS}/crds/go.mod`, 'github.com/1Password/onepassword-operator v1.12.0\n'] },
  { name: 'CloudNativePG 1.30.0', pin: [`${TOOLS}/crds/go.mod`, 'github.com/cloudnative-pg/cloudnative-pg v1.30.0\n'] },
  { name: 'Gateway API 1.6.0', pin: [`${TOOLS}/crds/go.mod`, 'sigs.k8s.io/gateway-api v1.6.0\n'] },
  { name: 'Argo Rollouts 1.9.0', pin: [`${TOOLS}/rollouts/go.mod`, 'github.com/argoproj/argo-rollouts v1.9.0\n'] },
  { name: 'Vault Secrets Operator 1.4.1' },
];

/** What an HTTPRoute may say where the cluster has the experimental channel of the Gateway API. */
export const EXPERIMENTAL: Release = { name: 'Gateway API 1.6.0 experimental', pin: [`${TOOLS}/crds/go.mod`, 'sigs.k8s.io/gateway-api v1.6.0\n'] };

/** The file of a release's CRDs. */
export function crdFileOf({ name }: Release): string {
  return join(__dirname, 'crds', `${name.toLowerCase().replace(/ /g, '-')}.json`);
}

/** What validated an object, and what is wrong with the object. */
export interface Verdict {
  readonly source: string;
  readonly problems: readonly string[];
}

/**
 * Validates objects against upstream schemas, strictly: a field that the schema does not know is an error, as with
 * `kubectl apply --validate=strict`. Rules in CEL (`x-kubernetes-validations`) and formats are not evaluated.
 */
export class UpstreamSchemas {
  /** Rules in CEL that stand in the schemas of the releases and are not evaluated. */
  public celRules = 0;
  private readonly validators = new Map<string, { readonly source: string; readonly validate: ValidateFunction }[]>();
  private readonly ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });

  /**
   * @param releases whose CRDs to use, besides the kinds of Kubernetes itself
   */
  constructor(releases: readonly Release[]) {
    for (const release of releases) {
      const text = readFileSync(crdFileOf(release), 'utf8');
      this.celRules += text.match(/"x-kubernetes-validations":/g)?.length ?? 0;
      for (const crd of JSON.parse(text) as Crd[]) this.add(release.name, crd);
    }
  }

  /** One verdict for each release that knows the kind; none if nothing does. */
  public judge(object: AnyObject): Verdict[] {
    const { apiVersion, kind } = object;
    return this.validatorsOf(apiVersion, kind).map(({ source, validate }) => ({
      source,
      problems: (validate(object) as boolean) ? [] : validate.errors!.map(({ instancePath, message, params }) => (
        `${kind} ${object.metadata?.name}: ${instancePath || '/'} ${message} ${JSON.stringify(params)}`)),
    }));
  }

  private validatorsOf(apiVersion: string, kind: string) {
    const key = `${apiVersion} ${kind}`;
    const known = this.validators.get(key);
    if (known || !/^(v1|apps\/v1|networking\.k8s\.io\/v1)$/.test(apiVersion)) return known ?? [];
    const schema = KubernetesSchemas.load().of(kind);
    if (schema) this.compile(key, KUBERNETES, named(apiVersion, kind, schema));
    return this.validators.get(key) ?? [];
  }

  private add(source: string, { spec: { group, names: { kind }, versions } }: Crd): void {
    for (const { name, served, schema } of versions) {
      const apiVersion = `${group}/${name}`;
      if (served) this.compile(`${apiVersion} ${kind}`, source, named(apiVersion, kind, structural(schema.openAPIV3Schema)));
    }
  }

  private compile(key: string, source: string, schema: JsonSchema): void {
    const validate = this.ajv.compile({ ...schema, definitions: KubernetesSchemas.load().definitions });
    this.validators.set(key, [...this.validators.get(key) ?? [], { source, validate }]);
  }
}

/** The schema of a whole object: what a kind's schema says, the kind itself, and metadata as Kubernetes has it. */
function named(apiVersion: string, kind: string, schema: JsonSchema): JsonSchema {
  const required = (schema.required ?? []) as string[];
  return {
    ...schema,
    properties: {
      ...schema.properties as JsonSchema,
      apiVersion: { const: apiVersion },
      kind: { const: kind },
      metadata: {
        allOf: [
          { $ref: '#/definitions/ObjectMeta' },
          // apimachinery, NameIsDNSSubdomain; Services are narrower.
          { required: ['name'], properties: { name: { maxLength: 253, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$' } } },
        ],
      },
    },
    required: [...new Set([...required, 'apiVersion', 'kind', 'metadata'])],
  };
}

const LOGIC = ['allOf', 'anyOf', 'oneOf'];
const SPLIT = ['items', 'additionalProperties', 'not'];

/**
 * An OpenAPI v3 structural schema as a JSON schema. Objects take no other fields than their properties, unless the schema preserves them.
 *
 * @param strict whether unknown fields are errors; below `allOf` and the like a structural schema only judges values
 */
function structural(schema: JsonSchema, strict = true): JsonSchema {
  const result: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword.startsWith('x-kubernetes-') || ['description', 'default', 'format', 'nullable', 'example'].includes(keyword)) continue;
    if (LOGIC.includes(keyword)) result[keyword] = (value as JsonSchema[]).map(part => structural(part, false));
    else if (keyword === 'properties') result[keyword] = mapped(value as Record<string, JsonSchema>, strict);
    else if (SPLIT.includes(keyword) && typeof value === 'object') result[keyword] = structural(value as JsonSchema, strict && keyword !== 'not');
    else result[keyword] = value;
  }
  if (schema['x-kubernetes-int-or-string']) result.anyOf ??= [{ type: 'integer' }, { type: 'string' }];
  if (strict && schema.type === 'object' && !schema['x-kubernetes-preserve-unknown-fields']) result.additionalProperties ??= false;
  return schema.nullable ? { anyOf: [{ type: 'null' }, result] } : result;
}

function mapped(properties: Record<string, JsonSchema>, strict: boolean): JsonSchema {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, structural(schema, strict)]));
}
