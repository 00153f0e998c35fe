import { assertNoCredential } from '../private/literal-secret';
import { assertName, Names } from '../private/names';
import { SecretReference, StoredSecretOptions } from './secret-reference';

/**
 * An external store that credentials live in, as the External Secrets Operator names it.
 * Source: https://external-secrets.io/latest/api/secretstore/
 */
export class SecretStore {
  /** A ClusterSecretStore: usable from every namespace. */
  public static cluster(name: string): SecretStore {
    return new SecretStore('ClusterSecretStore', nameOfStore(name, 'SecretStore.cluster'));
  }

  /** A SecretStore in each consumer's own namespace. */
  public static namespaced(name: string): SecretStore {
    return new SecretStore('SecretStore', nameOfStore(name, 'SecretStore.namespaced'));
  }

  private constructor(
    /** `ClusterSecretStore` or `SecretStore`. */
    public readonly kind: string,
    /** The store's name. */
    public readonly name: string,
  ) {}

  /**
   * Refers to an entry of the store. The credential itself never enters the program.
   *
   * @param key the entry's name in the store, such as `shop/cache`
   * @throws BST510 if the key looks like a credential instead of a name
   */
  public secret(key: string, options: StoredSecretOptions = {}): SecretReference {
    return SecretReference._stored(this.kind, this.name, key, options);
  }
}

function nameOfStore(name: string, path: string): string {
  return assertName(Names.SUBDOMAIN, assertNoCredential(name, path), path);
}
