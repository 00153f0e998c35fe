import { Secrets } from '../../../support/kubelet';
import { Manifests } from '../../harness/manifests';
import { cloudNativePgSecrets } from '../../stand-ins/cloud-native-pg';
import { secretsFromStores, StoreContent } from '../../stand-ins/external-secrets';

const UNUSED = { username: 'unused', password: 'unused' };
/** Entries and databases of the examples, whose containers would not start without them. No program of this tier looks at them. */
const STORE: StoreContent = { 'books/redis': UNUSED, 'shop/cache': UNUSED, 'dev/astronomy-db': UNUSED, 'prod/astronomy-db': UNUSED };
const DATABASES: Readonly<Record<string, string>> = { 'books': 'books', 'books-managed-kafka': 'books', 'shop': 'shop' };

/** Secrets that are not Strimzi's, by namespace: those that come from the store, and those of the databases. */
export async function otherSecrets(manifests: Manifests, store: StoreContent): Promise<Record<string, Secrets>> {
  const secrets = Object.fromEntries(Object.entries(DATABASES).map(([namespace, name]) => (
    [namespace, cloudNativePgSecrets({ ...UNUSED, name, namespace, database: 'app', authority: 'unused' })])));
  for (const namespace of new Set(manifests.ofKind('ExternalSecret').map(({ metadata }) => metadata.namespace!))) {
    const own = manifests.ofKind('ExternalSecret').filter(({ metadata }) => metadata.namespace === namespace);
    const [made] = await secretsFromStores(own, [{ 'ClusterSecretStore vault': { ...STORE, ...store } }]);
    secrets[namespace] = { ...secrets[namespace], ...made };
  }
  return secrets;
}
