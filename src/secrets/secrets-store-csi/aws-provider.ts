import { ANY_NAME, CsiObject, CsiProvider, written } from './csi-provider';

/**
 * AWS Secrets Manager: the store is named after the region, an entry is a secret by its name or ARN, and a property a key of the JSON in it. One secret may stand
 * in the list once. Source: https://github.com/aws/secrets-store-csi-driver-provider-aws#usage, and its provider/secret_descriptor.go
 *
 * @param podIdentity whether pods enter by EKS Pod Identity; else by the IAM role of their account
 */
export function awsProvider(podIdentity: boolean): CsiProvider {
  return {
    provider: 'aws',
    kinds: ['AwsSecretsManager'],
    takes: { property: true, entry: true },
    names: { store: ANY_NAME, entry: ANY_NAME },
    parameters: objects => ({
      region: objects[0].part.storeName!,
      usePodIdentity: String(podIdentity),
      objects: written([...entriesOf(objects)].map(([objectName, parts]) => secretOf(objectName, parts))),
    }),
  };
}

function entriesOf(objects: readonly CsiObject[]): ReadonlyMap<string, CsiObject[]> {
  const entries = new Map<string, CsiObject[]>();
  for (const object of objects) entries.set(object.part.entry!, [...entries.get(object.part.entry!) ?? [], object]);
  return entries;
}

/** A key in quotes is one whatever is in it. Source: https://jmespath.org/specification.html#identifiers */
function secretOf(objectName: string, parts: readonly CsiObject[]): object {
  const jmesPath = parts.filter(({ part }) => part.property !== undefined)
    .map(({ file: objectAlias, part: { property } }) => ({ path: JSON.stringify(property), objectAlias }));
  const whole = parts.find(({ part }) => part.property === undefined);
  return { objectName, objectType: 'secretsmanager', objectAlias: whole?.file, jmesPath: jmesPath.length === 0 ? undefined : jmesPath };
}
