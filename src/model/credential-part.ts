import { guard } from '../private/boundary';
import { assertWhole } from '../private/bounds';
import { assertNoCredential, assertStoreKey } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { survivesYaml } from '../private/manifest-text';
import { assertName, NameRule, Names } from '../private/names';
import { TopologyError } from '../private/topology-error';

/** Where a name or a key is due, what is kept there may stand by mistake. */
const KEY: NameRule = { ...Names.SECRET_KEY, shown: /^$/ };
const SECRET: NameRule = { ...Names.SUBDOMAIN, shown: /^$/ };

/** Who makes the Kubernetes Secret that a part of a credential is read from. */
export enum SecretMaker {
  /** An operator, in the namespace of its resource. */
  OPERATOR = 'operator',
  /** An operator, because of an object of the Secret's name that this program emits in the consumer's namespace. */
  PROGRAM = 'program',
  /** A generator, in the namespace of the server, because of objects that this program emits: one value for the server and its clients. */
  GENERATOR = 'generator',
  /** Somebody else, in each consumer's namespace, for a stated reason. */
  SOMEBODY = 'somebody',
}

/** Where a part of a credential is kept. @internal */
export interface CredentialPlace {
  readonly literal?: string;
  readonly storeKind?: string;
  readonly storeName?: string;
  readonly storeMount?: string;
  readonly entry?: string;
  readonly property?: string;
  readonly secretName?: string;
  readonly key?: string;
  readonly maker?: SecretMaker;
  readonly producer?: string;
  readonly emittedKind?: string;
  readonly isUrlSafe?: boolean;
  readonly length?: number;
  readonly copy?: CredentialPart;
  readonly isSealed?: boolean;
}

/** What a generated password is like. */
export interface GeneratedPasswordOptions {
  /**
   * Number of characters, 16 to 128.
   *
   * @default 32
   */
  readonly length?: number;
  /**
   * Where a store keeps a copy, such as `vault.property('shop/dev-db', 'password')`: from there a person or a program elsewhere reads it, and it is recovered when
   * the cluster is lost. It is written once: what is there already stays, so that a cluster which is made anew does not overwrite the password of the data that
   * is restored into it; that one is then to be put into the Secret by hand, before this is applied.
   *
   * @default - none: it is in the cluster alone
   */
  readonly copy?: CredentialPart;
}

/** Words for where each part is kept: one part is asked for by every consumer. */
const PLACES = new WeakMap<object, string>();

/** One part of a credential, told by where it is kept. Holds names only, never a secret. */
export class CredentialPart {
  /**
   * Text that is no secret, such as a user name or the name of a database.
   *
   * @throws BST510 if it looks like a credential, BST017 if YAML does not carry it as it is
   */
  public static text(text: string): CredentialPart {
    return new CredentialPart({ literal: assertCarried(assertNoCredential(text, 'CredentialPart.text')) });
  }

  /**
   * A password that nobody has yet: a server of one's own and its clients read it from one Secret, which is generated in the cluster, once, beside the server.
   * It is made of letters and digits, so that it can stand in a URL as it is. The provider tells the server by `serverEnvNames`.
   *
   * @param secret name of the Secret
   * @throws BST801 if the name cannot exist, BST510 if it looks like a credential, BST010 if the length is out of bounds, BST017 if the copy is in no store
   */
  public static generated(secret: string, options: GeneratedPasswordOptions = {}): CredentialPart {
    const path = 'CredentialPart.generated';
    const secretName = assertName(SECRET, assertNoCredential(secret, path), path);
    const length = assertWhole('length of a password', options.length ?? 32, [16, 128], path);
    const copy = options.copy && assertStored(options.copy, path);
    return new CredentialPart({ secretName, key: 'password', maker: SecretMaker.GENERATOR, producer: `generator ${secretName}`, isUrlSafe: true, length, copy });
  }

  /** Text that a rule of its own holds to be no secret. @internal */
  public static _literal(text: string): CredentialPart {
    return new CredentialPart({ literal: text });
  }

  /** @internal */
  public static _stored(place: CredentialPlace & { readonly entry: string; readonly storeName: string }): CredentialPart {
    const path = `SecretStore(${place.storeName})`;
    assertStoreKey(place.entry, path);
    if (place.property !== undefined) assertStoreKey(place.property, path);
    return new CredentialPart({ ...place, producer: `${place.storeKind} ${place.storeName}` });
  }

  /** @internal */
  public static _inSecret(place: CredentialPlace & { readonly secretName: string; readonly key: string }): CredentialPart {
    const path = `KubernetesSecret(${place.secretName})`;
    assertName(KEY, assertNoCredential(place.key, path), path);
    return new CredentialPart(place);
  }

  private readonly held: CredentialPlace;

  private constructor(place: CredentialPlace) {
    this.held = Object.freeze({ ...place });
    lockMembers(this);
  }

  /** The text, if it is no secret. */
  public get literal(): string | undefined {
    return this.held.literal;
  }

  /** Kind of the store that keeps it. */
  public get storeKind(): string | undefined {
    return this.held.storeKind;
  }

  /** Name of the store that keeps it. */
  public get storeName(): string | undefined {
    return this.held.storeName;
  }

  /** Where in the store the entry is, if the store has several such places: the mount of a secrets engine of Vault. */
  public get storeMount(): string | undefined {
    return this.held.storeMount;
  }

  /** Name of the store's entry. */
  public get entry(): string | undefined {
    return this.held.entry;
  }

  /** Property of the entry; none if the whole entry is the part. */
  public get property(): string | undefined {
    return this.held.property;
  }

  /** Name of the Kubernetes Secret that holds it. */
  public get secretName(): string | undefined {
    return this.held.secretName;
  }

  /** Key in that Secret. */
  public get key(): string | undefined {
    return this.held.key;
  }

  /** Who makes that Secret. */
  public get maker(): SecretMaker | undefined {
    return this.held.maker;
  }

  /** Words for who keeps it: the store, the operator's resource, or the reason given; empty for a literal. */
  public get producer(): string {
    return this.held.producer ?? '';
  }

  /** Kind of the emitted object that the Secret comes of, if it comes of one. */
  public get emittedKind(): string | undefined {
    return this.held.emittedKind;
  }

  /** Where a store keeps a copy of it, if it is generated and one does. */
  public get copy(): CredentialPart | undefined {
    return this.held.copy;
  }

  /** How long it is, if it is generated. @internal */
  public get _generatedLength(): number | undefined {
    return this.held.length;
  }

  /** Whether the Secret is made of a SealedSecret of its name. @internal */
  public get _isSealed(): boolean {
    return this.held.isSealed ?? false;
  }

  /** Whether it is made of letters, digits, "-", ".", "_" and "~" only, so that it can stand in a URL as it is. */
  public get isUrlSafe(): boolean {
    return this.held.isUrlSafe ?? false;
  }

  /**
   * The same part, known to be made of letters, digits, "-", ".", "_" and "~" only, because its maker generates it so. It can stand in a URL
   * without being encoded (RFC 3986, 2.3).
   */
  public urlSafe(): CredentialPart {
    return new CredentialPart({ ...this.held, isUrlSafe: true });
  }

  /** Whether a store keeps it, so that somebody has to fetch it from there. */
  public get isStored(): boolean {
    return this.entry !== undefined;
  }

  /** Words for where it is kept, in the namespace of the consumer or of an operator's resource; two parts kept in one place hold one value. */
  public get place(): string {
    const words = PLACES.get(this) ?? placeOf(this);
    PLACES.set(this, words);
    return words;
  }
}

guard('CredentialPart', CredentialPart);

function placeOf({ literal, storeKind, storeName, storeMount, entry, property, secretName, key, maker }: CredentialPart): string {
  return JSON.stringify([literal, storeKind, storeName, entry, property, secretName, key, maker === SecretMaker.OPERATOR, storeMount]);
}

function assertStored(copy: CredentialPart, path: string): CredentialPart {
  if (copy.isStored) return copy;
  throw new TopologyError({
    code: 'BST017', path,
    problem: 'a copy is a part that a store keeps, and this one is in none',
    fix: "name an entry of a store, such as SecretStore.cluster(name).property('shop/dev-db', 'password')",
  });
}

function assertCarried(text: string): string {
  if (typeof text === 'string' && survivesYaml(text)) return text;
  throw new TopologyError({
    code: 'BST017',
    path: 'CredentialPart.text',
    problem: 'a literal that is no text, or none that YAML carries as it is (not repeated here)',
    fix: 'give printable text on one line, or keep the part in a store or a Secret',
  });
}
