import { Secrets } from '../../../support/kubelet';
import { Manifest, Manifests } from '../../harness/manifests';
import { cloudNativePgSecrets } from '../../stand-ins/cloud-native-pg';
import { secretsFromStores, StoreContent } from '../../stand-ins/external-secrets';

const UNUSED = { username: 'unused', password: 'unused' };
const DATABASES: Readonly<Record<string, string>> = { 'books': 'books', 'books-managed-kafka': 'books', 'shop': 'shop' };

/** Secrets that are not Strimzi's, by namespace: those that come from the store, and those of the databases. */
export async function otherSecrets(manifests: Manifests, store: StoreContent): Promise<Record<string, Secrets>> {
  const secrets = Object.fromEntries(Object.entries(DATABASES).map(([namespace, name]) => (
    [namespace, cloudNativePgSecrets({ ...UNUSED, name, namespace, database: 'app', authority: 'unused' })])));
  for (const namespace of new Set(manifests.ofKind('ExternalSecret').map(({ metadata }) => metadata.namespace!))) {
    const own = manifests.ofKind('ExternalSecret').filter(({ metadata }) => metadata.namespace === namespace);
    const [made] = await secretsFromStores(own, [{ 'ClusterSecretStore vault': { ...unusedEntries(own), ...store } }]);
    secrets[namespace] = { ...secrets[namespace], ...made };
  }
  return secrets;
}

/** What the examples' containers would not start without. No program of this tier looks at it. */
function unusedEntries(externalSecrets: readonly Manifest[]): StoreContent {
  const references = externalSecrets.flatMap(({ spec }) => (spec.data ?? []).map(({ remoteRef }: any) => remoteRef));
  return references.reduce((entries, { key, property }) => (
    { ...entries, [key]: property === undefined ? 'unused' : { ...entries[key], [property]: 'unused' } }), {});
}
