import { guard } from '../private/boundary';
import { assertWhole } from '../private/bounds';
import { assertNoCredential, assertStoreKey } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { assertName, NameRule, Names } from '../private/names';
import { Credential } from './credential';
import { CredentialPart } from './credential-part';

/** Where the name of a store is due, what is kept in it may stand by mistake. */
const STORE: NameRule = { ...Names.SUBDOMAIN, what: 'the name of a store', shown: /^$/ };

const NAMESPACE: NameRule = { ...Names.LABEL, what: 'a namespace', shown: /^$/ };

const KIND: NameRule = {
  what: 'a kind of store',
  shown: /^[A-Za-z -]{0,24}$/,
  pattern: /^[A-Z][A-Za-z0-9]*$/,
  longest: 63,
  allowed: 'letters and digits, an upper-case letter first, at most 63 characters',
};

/** A secrets engine of Vault: each of its parts is a path, as Vault writes it. */
const MOUNT: NameRule = {
  what: 'the path of a secrets engine',
  shown: /^$/,
  pattern: /^[-.\w]+(\/[-.\w]+)*$/,
  longest: 253,
  allowed: 'letters, digits, "-", "_" and ".", in parts joined by "/", none at its ends, at most 253 characters',
};

/** The path of an item is parted at each "/". Source: 1Password/onepassword-operator, pkg/onepassword/items.go */
const VAULT: NameRule = { what: 'a vault of 1Password', shown: /^$/, pattern: /^[^/]+$/, longest: 253, allowed: 'text without "/", at most 253 characters' };

/** A key-value secrets engine of HashiCorp Vault. */
export interface VaultKeyValueProps {
  /** Path that the engine is mounted at: `kv`, `teams/shop`. */
  readonly mount: string;
  /**
   * Version of the engine, 1 or 2.
   *
   * @default 2
   */
  readonly version?: number;
}

/** A secrets engine of HashiCorp Vault that makes credentials, such as `database`. */
export interface VaultDynamicProps {
  /** Path that the engine is mounted at: `database`. */
  readonly mount: string;
}

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

  /**
   * A key-value secrets engine of HashiCorp Vault, for `Secrets.vaultSecretsOperator()` and, with the provider for Vault, `Secrets.secretsStoreCsi()`. Its entries
   * are paths below the mount: `shop/cache`.
   *
   * @param auth who asks Vault: for the operator its VaultAuth, `vault` in each consumer's namespace or `platform/vault` in that namespace; for the driver the
   * role of Vault's Kubernetes auth method
   * @throws BST801 if the name or the mount cannot be one, BST510 if either looks like a credential, BST010 if there is no such version
   */
  public static vaultKeyValue(auth: string, props: VaultKeyValueProps): SecretStore {
    const path = 'SecretStore.vaultKeyValue';
    const version = assertWhole('version', props.version ?? 2, [1, 2], path);
    return new SecretStore(`VaultKeyValueV${version}`, nameOfAuth(auth, path), mountOf(props.mount, path));
  }

  /**
   * A secrets engine of HashiCorp Vault that makes a credential for each that asks, such as `database`, for `Secrets.vaultSecretsOperator()`: every consumer has a
   * user of its own. Its entries are paths below the mount, `creds/orders`; those of `static-creds/orders` are of a user that stays, whose password Vault
   * changes. Source: https://developer.hashicorp.com/vault/api-docs/secret/databases
   *
   * @param auth who asks Vault, as in `vaultKeyValue`
   * @throws BST801 if the name or the mount cannot be one, BST510 if either looks like a credential
   */
  public static vaultDynamic(auth: string, props: VaultDynamicProps): SecretStore {
    const path = 'SecretStore.vaultDynamic';
    return new SecretStore('VaultDynamic', nameOfAuth(auth, path), mountOf(props.mount, path));
  }

  /**
   * A vault of 1Password, for `Secrets.onePassword()`. Its entries are items, by title or id, without a "/"; properties are the labels of their fields.
   *
   * @param vault its title or id
   * @throws BST801 if the vault cannot be called so, BST510 or BST511 if a credential stands in its place
   */
  public static onePassword(vault: string): SecretStore {
    return new SecretStore('OnePasswordVault', assertName(VAULT, assertStoreKey(vault, 'SecretStore.onePassword'), 'SecretStore.onePassword'));
  }

  private constructor(
    /** The supplier's word for such a store: `ClusterSecretStore`, `SecretStore`. */
    public readonly kind: string,
    /** The store's name. */
    public readonly name: string,
    /** Where in the store its entries are, if the store has several such places: the mount of a secrets engine of Vault. */
    public readonly mount?: string,
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
    return CredentialPart._stored({ storeKind: this.kind, storeName: this.name, storeMount: this.mount, entry, property });
  }

  /**
   * A part that is a whole entry, which has no properties.
   *
   * @throws BST510 if the entry looks like a credential instead of a name, BST511 if it is a URL or DSN with one in it
   */
  public entry(entry: string): CredentialPart {
    return CredentialPart._stored({ storeKind: this.kind, storeName: this.name, storeMount: this.mount, entry });
  }
}

guard('SecretStore', SecretStore);

function nameOfStore(name: string, path: string): string {
  return assertName(STORE, assertNoCredential(name, path), path);
}

/** A VaultAuth may be in another namespace than who refers to it. Source: https://developer.hashicorp.com/vault/docs/platform/k8s/vso/api-reference (vaultAuthRef) */
function nameOfAuth(auth: string, path: string): string {
  const at = typeof auth === 'string' ? auth.indexOf('/') : -1;
  if (at === -1) return nameOfStore(auth, path);
  return `${assertName(NAMESPACE, assertNoCredential(auth.slice(0, at), path), path)}/${nameOfStore(auth.slice(at + 1), path)}`;
}

function mountOf(mount: string, path: string): string {
  return assertName(MOUNT, assertNoCredential(mount, path), path);
}
