import { Secrets } from '../../support/kubelet';
import { Manifest } from '../harness/manifests';
import { output } from '../harness/process';
import { EXTERNAL_SECRETS_TEMPLATES } from '../toolbox/external-secrets';

/** What a store keeps: name of an entry to its properties. */
export type StoreContent = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the template engine is given for one Secret. */
interface Job {
  readonly template: Record<string, string>;
  readonly data: Record<string, string>;
}

/**
 * Stands in for the controller of the External Secrets operator; the template engine is the operator's own. Of the same ExternalSecrets, for
 * each content of the store, it makes the Secrets that the operator would write.
 */
export async function secretsFromStore(externalSecrets: readonly Manifest[], contents: readonly StoreContent[]): Promise<Secrets[]> {
  const jobs = contents.flatMap(content => externalSecrets.map(object => jobOf(object, content)));
  if (jobs.length === 0) return contents.map(() => ({}));
  const printed = await output([EXTERNAL_SECRETS_TEMPLATES.path('bin/external-secrets')], { input: JSON.stringify(jobs) });
  const rendered = (JSON.parse(printed) as Secrets[string][]).values();
  return contents.map(() => Object.fromEntries(externalSecrets.map(({ spec }) => [spec.target.name, rendered.next().value!])));
}

/**
 * A Secret as the engine is asked for it. With `mergePolicy: Replace` the template's keys are all that the Secret gets.
 * Source: external-secrets.io, guides/templating and api/externalsecret.
 */
export function jobOf({ metadata, spec }: Manifest, content: StoreContent): Job {
  const { template } = spec.target;
  if (spec.dataFrom !== undefined || template.engineVersion !== 'v2' || template.mergePolicy !== 'Replace') {
    throw new Error(`ExternalSecret ${metadata.name} asks for something that is not stood in for`);
  }
  const data = spec.data.map(({ secretKey, remoteRef }: any) => [secretKey, fetched(remoteRef, content)]);
  return { template: template.data, data: Object.fromEntries(data) };
}

/** An entry that is missing leaves the ExternalSecret in SecretSyncedError, and there is no Secret. */
function fetched({ key, property, decodingStrategy, conversionStrategy }: Record<string, string>, content: StoreContent): string {
  if (decodingStrategy !== 'None' || conversionStrategy !== 'Default') throw new Error(`${key} is to be decoded or converted, which is not stood in for`);
  const value = content[key]?.[property];
  if (value === undefined) throw new Error(`the store has no property ${property} of ${key}`);
  return value;
}
