import { randomBytes } from 'node:crypto';
import { Secrets } from '../../support/kubelet';
import { Manifest } from '../harness/manifests';
import { output } from '../harness/process';
import { EXTERNAL_SECRETS_TEMPLATES } from '../toolbox/external-secrets';

/** What a store keeps: name of an entry to its properties, or to the one text that it is. */
export type StoreContent = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** What is kept: kind and name of a store, as in `ClusterSecretStore vault`, to its content. */
export type Stores = Readonly<Record<string, StoreContent>>;

/** What the template engine is given for one Secret. */
interface Job {
  readonly template: Record<string, string>;
  readonly data: Record<string, string>;
}

interface RemoteRef {
  readonly key: string;
  readonly property?: string;
  readonly decodingStrategy: string;
  readonly conversionStrategy: string;
}

interface StoreRef {
  readonly kind: string;
  readonly name: string;
}

/**
 * Stands in for the controller of the External Secrets operator; the template engine is the operator's own. Of the same ExternalSecrets, for
 * each content of the stores, it makes the Secrets that the operator would write.
 */
export async function secretsFromStores(externalSecrets: readonly Manifest[], contents: readonly Stores[]): Promise<Secrets[]> {
  const jobs = contents.flatMap(content => externalSecrets.map(object => jobOf(object, content)));
  if (jobs.length === 0) return contents.map(() => ({}));
  const printed = await output([EXTERNAL_SECRETS_TEMPLATES.path('bin/external-secrets')], { input: JSON.stringify(jobs) });
  const rendered = (JSON.parse(printed) as Secrets[string][]).values();
  return contents.map(() => Object.fromEntries(externalSecrets.map(({ spec }) => [spec.target.name, rendered.next().value!])));
}

/**
 * A Secret as the engine is asked for it. With `mergePolicy: Replace` the template's keys are all that the Secret gets. What names a store of
 * its own is fetched from there, all else from the Secret's.
 * Source: external-secrets.io, guides/templating and api/externalsecret (sourceRef).
 */
export function jobOf({ metadata, spec }: Manifest, stores: Stores): Job {
  const { template } = spec.target;
  const generated = generatedBy(spec.dataFrom);
  if (spec.dataFrom !== undefined && !generated || template.engineVersion !== 'v2' || template.mergePolicy !== 'Replace') {
    throw new Error(`ExternalSecret ${metadata.name} asks for something that is not stood in for`);
  }
  const storeOf = (sourceRef: any) => sourceRef?.storeRef ?? spec.secretStoreRef;
  if (generated) return { template: template.data, data: generated };
  const data = spec.data.map(({ secretKey, remoteRef, sourceRef }: any) => [secretKey, fetched(remoteRef, storeOf(sourceRef), stores)]);
  return { template: template.data, data: Object.fromEntries(data) };
}

/**
 * What a Password generates: another value at each call. Which letters and digits, and how many, the operator reads from the generator.
 * Source: external-secrets.io, api/generator/password.
 */
function generatedBy(dataFrom: any): Record<string, string> | undefined {
  const [source, ...others] = dataFrom ?? [];
  return source?.sourceRef?.generatorRef?.kind === 'Password' && others.length === 0 ? { password: randomBytes(16).toString('hex') } : undefined;
}

/** An entry that is missing leaves the ExternalSecret in SecretSyncedError, and there is no Secret. */
function fetched(remoteRef: RemoteRef, { kind, name }: StoreRef, stores: Stores): string {
  const { key, property, decodingStrategy, conversionStrategy } = remoteRef;
  if (decodingStrategy !== 'None' || conversionStrategy !== 'Default') throw new Error(`${key} is to be decoded or converted, which is not stood in for`);
  const entry = stores[`${kind} ${name}`]?.[key];
  const value = typeof entry === 'string' || property === undefined ? entry : entry?.[property];
  if (typeof value === 'string' && (property === undefined) === (typeof entry === 'string')) return value;
  throw new Error(`${kind} ${name} has no ${property === undefined ? 'whole entry' : `property ${property} of`} ${key}`);
}
