import { manifestOf, member, textMember } from './manifest-member';

/** What of an emitted object tells which Secrets come of it. */
interface Maker {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly byHand: boolean;
  manifest(): unknown;
}

const ofItsName = (name: string) => [name];
const named = (...path: string[]) => (name: string, manifest: unknown) => [textMember(manifest, ...path) ?? name];

/**
 * By kind and group, the names of the Secrets that an operator writes because of an object. Sources: the CRDs of these operators.
 * Objects of other kinds make none that is known.
 */
const MAKERS: ReadonlyMap<string, (name: string, manifest: unknown) => string[]> = new Map([
  ['Secret', ofItsName],
  ['ExternalSecret.external-secrets.io', named('spec', 'target', 'name')],
  ['ClusterExternalSecret.external-secrets.io', (name: string, manifest: unknown) => [
    textMember(manifest, 'spec', 'externalSecretSpec', 'target', 'name') ?? textMember(manifest, 'spec', 'externalSecretName') ?? name]],
  // Whatever its template says: `unseal` in pkg/apis/sealedsecrets/v1alpha1/sealedsecret_expansion.go sets the name to its own.
  ['SealedSecret.bitnami.com', ofItsName],
  ...['VaultStaticSecret', 'VaultDynamicSecret', 'VaultPKISecret', 'HCPVaultSecretsApp'].map(kind => (
    [`${kind}.secrets.hashicorp.com`, (_: string, manifest: unknown) => listOf(textMember(manifest, 'spec', 'destination', 'name'))] as const)),
  ['SecretProviderClass.secrets-store.csi.x-k8s.io', (_: string, manifest: unknown) => (
    Object.values(member(manifest, 'spec', 'secretObjects') ?? {}).flatMap(secret => listOf(textMember(secret, 'secretName'))))],
  ['OnePasswordItem.onepassword.com', ofItsName],
  ['Certificate.cert-manager.io', (_: string, manifest: unknown) => listOf(textMember(manifest, 'spec', 'secretName'))],
  ['KafkaUser.kafka.strimzi.io', ofItsName],
  ['KafkaAccess.access.strimzi.io', named('spec', 'secretName')],
]);

/** Names of the Secrets that come of an object, in its namespace. Objects of this package give theirs the name that they have. */
export function secretsMadeBy(object: Maker): string[] {
  const { group, kind, name, byHand } = object;
  const maker = MAKERS.get(group === '' ? kind : `${kind}.${group}`);
  return maker === undefined ? [] : maker === ofItsName || !byHand ? [name] : maker(name, manifestOf(object));
}

function listOf(name: string | undefined): string[] {
  return name === undefined ? [] : [name];
}
