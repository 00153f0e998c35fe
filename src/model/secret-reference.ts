import { assertNoCredential, assertReference } from '../private/literal-secret';
import { assertName, Names } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';

/** Who makes the Kubernetes Secret that a credential is read from. */
export enum SecretOrigin {
  /** An entry of an external store; the library asks for a Secret of its own for each consumer. */
  STORE = 'store',
  /** An operator writes the Secret. */
  OPERATOR = 'operator',
  /** Somebody else does, for a stated reason. */
  EXISTING = 'existing',
}

/** Names of the properties of a store's entry. */
export interface StoredSecretOptions {
  /**
   * Property that holds the user name.
   *
   * @default "username"
   */
  readonly usernameProperty?: string;
  /**
   * Property that holds the password.
   *
   * @default "password"
   */
  readonly passwordProperty?: string;
  /**
   * Property that holds the PEM certificate of the authority to trust.
   *
   * @default - none: the authorities that the client trusts by itself
   */
  readonly caProperty?: string;
}

/** Names of the keys of a Secret that somebody else makes. */
export interface ExistingSecretOptions {
  /** Who makes the Secret, and why the library cannot; at least 10 characters. */
  readonly reason: string;
  /**
   * Key that holds the user name.
   *
   * @default "username"
   */
  readonly usernameKey?: string;
  /**
   * Key that holds the password.
   *
   * @default "password"
   */
  readonly passwordKey?: string;
  /**
   * Key that holds the whole URL, its user and password percent-encoded.
   *
   * @default - none: the URL cannot be bound as a variable, because nothing encodes it
   */
  readonly uriKey?: string;
  /**
   * Key that holds the PEM certificate of the authority to trust.
   *
   * @default - none: the authorities that the client trusts by itself
   */
  readonly caKey?: string;
}

/** What is known of a credential. @internal */
export interface SecretFacts {
  readonly origin: SecretOrigin;
  readonly keys: Record<string, string>;
  readonly producer: string;
  readonly secretName?: string;
  readonly storeKind?: string;
  readonly storeName?: string;
  readonly storeKey?: string;
  readonly emittedKind?: string;
}

/** Refers to a credential by where it is kept. Holds names only, never a value. */
export class SecretReference {
  /**
   * A Secret in each consumer's namespace that somebody else makes.
   *
   * @throws BST801 if the name or a key cannot exist, BST510 if one looks like a credential, BST014 if the reason is too short
   */
  public static existing(name: string, options: ExistingSecretOptions): SecretReference {
    const path = 'SecretReference.existing';
    if (typeof options.reason !== 'string' || options.reason.trim().length < 10) {
      throw new TopologyError({
        code: 'BST014',
        path,
        problem: `reason ${quote(options.reason)}: allowed are at least 10 characters`,
        fix: 'say who makes the Secret and why the library cannot',
      });
    }
    const keys = {
      username: options.usernameKey ?? 'username',
      password: options.passwordKey ?? 'password',
      ...options.uriKey === undefined ? {} : { uri: options.uriKey },
      ...options.caKey === undefined ? {} : { ca: options.caKey },
    };
    for (const text of [name, ...Object.values(keys)]) assertNoCredential(text, path);
    const secretName = assertName(Names.SUBDOMAIN, name, path);
    return SecretReference._inCluster({ origin: SecretOrigin.EXISTING, secretName, keys, producer: options.reason.trim() });
  }

  /** @internal */
  public static _stored(storeKind: string, storeName: string, key: string, options: StoredSecretOptions): SecretReference {
    const path = `SecretStore(${storeName}).secret`;
    const properties = {
      username: options.usernameProperty ?? 'username',
      password: options.passwordProperty ?? 'password',
      ...options.caProperty === undefined ? {} : { ca: options.caProperty },
    };
    for (const text of [key, ...Object.values(properties)]) assertReference(text, path);
    return new SecretReference({ origin: SecretOrigin.STORE, keys: properties, producer: `${storeKind} ${storeName}`, storeKind, storeName, storeKey: key });
  }

  /** A Secret that is in the consumers' namespace, or will be. @internal */
  public static _inCluster(facts: SecretFacts & { readonly secretName: string }): SecretReference {
    for (const key of Object.values(facts.keys)) assertName(Names.SECRET_KEY, key, `Secret ${facts.secretName}`);
    return new SecretReference(facts);
  }

  /** Who makes the Secret. */
  public readonly origin: SecretOrigin;
  /** Part of the credential (username, password, uri, ca) to its key in the Secret, or property in the store. */
  public readonly keys: Record<string, string>;
  /** Words for who makes the Secret: the store, the operator's resource, or the reason given. */
  public readonly producer: string;
  /** Name of the Secret; none for a store's entry, whose Secret is named for its consumer. */
  public readonly secretName?: string;
  /** `ClusterSecretStore` or `SecretStore`, for a store's entry. */
  public readonly storeKind?: string;
  /** Name of the store, for a store's entry. */
  public readonly storeName?: string;
  /** Name of the entry in the store. */
  public readonly storeKey?: string;
  /** Kind of the object of the Secret's name that makes the operator write it, if this program must emit that object. */
  public readonly emittedKind?: string;

  private constructor(facts: SecretFacts) {
    this.origin = facts.origin;
    this.keys = facts.keys;
    this.producer = facts.producer;
    this.secretName = facts.secretName;
    this.storeKind = facts.storeKind;
    this.storeName = facts.storeName;
    this.storeKey = facts.storeKey;
    this.emittedKind = facts.emittedKind;
  }

  /** Whether the credential has this part. */
  public has(part: string): boolean {
    return Object.hasOwn(this.keys, part);
  }
}
