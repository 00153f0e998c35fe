import { guard } from '../private/boundary';
import { assertNoCredential } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { assertName, NameRule, Names } from '../private/names';
import { Credential } from './credential';
import { CredentialPart } from './credential-part';

/** Where the name of a store is due, what is kept in it may stand by mistake. */
const STORE: NameRule = { ...Names.SUBDOMAIN, what: 'the name of a store', shown: /^$/ };

const KIND: NameRule = {
  what: 'a kind of store',
  shown: /^[A-Za-z -]{0,24}$/,
  pattern: /^[A-Z][A-Za-z0-9]*$/,
  longest: 63,
  allowed: 'letters and digits, an upper-case letter first, at most 63 characters',
};

/**
 * An external store that credentials live in, as the supplier names it that fetches them from there.
 * For the External Secrets Operator: https://external-secrets.io/latest/api/secretstore/
 */
export class SecretStore {
  /**
   * A ClusterSecretStore of the External Secrets Operator: usable from every namespace.
   *
   * @throws BST801 if the name cannot exist, BST510 if it looks like a credential
   */
  public static cluster(name: string): SecretStore {
    return new SecretStore('ClusterSecretStore', nameOfStore(name, 'SecretStore.cluster'));
  }

  /**
   * A SecretStore of the External Secrets Operator in each consumer's own namespace.
   *
   * @throws BST801 if the name cannot exist, BST510 if it looks like a credential
   */
  public static namespaced(name: string): SecretStore {
    return new SecretStore('SecretStore', nameOfStore(name, 'SecretStore.namespaced'));
  }

  /**
   * A store of another supplier.
   *
   * @param kind the supplier's word for such a store, by which it knows its own
   * @param name the store's name
   * @throws BST801 if the kind or the name cannot be one, BST510 if either looks like a credential
   */
  public static of(kind: string, name: string): SecretStore {
    return new SecretStore(assertName(KIND, assertNoCredential(kind, 'SecretStore.of'), 'SecretStore.of'), nameOfStore(name, 'SecretStore.of'));
  }

  private constructor(
    /** The supplier's word for such a store: `ClusterSecretStore`, `SecretStore`. */
    public readonly kind: string,
    /** The store's name. */
    public readonly name: string,
  ) {
    lockMembers(this);
  }

  /**
   * A credential whose parts are properties of one entry. The credential itself never enters the program.
   *
   * @param entry the entry's name in the store, such as `shop/cache`
   * @param properties property of each part; by default `username` and `password` under these names
   * @throws BST510 if the entry or a property looks like a credential instead of a name, BST801 if a part cannot be named so
   */
  public secret(entry: string, properties: Record<string, string> = { username: 'username', password: 'password' }): Credential {
    return Credential.of(Object.fromEntries(Object.entries(properties).map(([part, property]) => [part, this.property(entry, property)])));
  }

  /**
   * A part that is a property of an entry.
   *
   * @throws BST510 if the entry or the property looks like a credential instead of a name, BST511 if it is a URL or DSN with one in it
   */
  public property(entry: string, property: string): CredentialPart {
    return CredentialPart._stored({ storeKind: this.kind, storeName: this.name, entry, property });
  }

  /**
   * A part that is a whole entry, which has no properties.
   *
   * @throws BST510 if the entry looks like a credential instead of a name, BST511 if it is a URL or DSN with one in it
   */
  public entry(entry: string): CredentialPart {
    return CredentialPart._stored({ storeKind: this.kind, storeName: this.name, entry });
  }
}

guard('SecretStore', SecretStore);

function nameOfStore(name: string, path: string): string {
  return assertName(STORE, assertNoCredential(name, path), path);
}
