import { CredentialPart } from '../model/credential-part';
import { SecretStore } from '../model/secret-store';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { lockMembers } from '../private/lock-members';
import { quote, TopologyError } from '../private/topology-error';

const PLACEHOLDERS: Readonly<Record<string, (consumer: IWorkload) => string>> = {
  '{namespace}': ({ namespace }) => namespace,
  '{workload}': ({ name }) => name,
};
const PLACEHOLDER = /\{[^{}]*\}/g;

/** What the passwords are like that are generated for roles. */
export interface GeneratedRolePasswordsOptions {
  /**
   * Number of characters of each, 16 to 128.
   *
   * @default 32
   */
  readonly length?: number;
}

/** How the passwords of roles are kept in a store. */
export interface StoredRolePasswordsOptions {
  /**
   * Property of the entry that is the password.
   *
   * @default "password"
   */
  readonly property?: string;
}

/** Where the passwords of roles come of that are made one for each consumer. */
export class RolePasswords {
  /**
   * Passwords that nobody has yet: each is generated in the cluster, once, beside the database, and read there by the operator and by its one consumer, which has to live in that
   * namespace too. A new one is generated when its Secret and its ExternalSecret are deleted.
   *
   * @throws BST010 if the length is out of bounds
   */
  public static generated(options: GeneratedRolePasswordsOptions = {}): RolePasswords {
    const { length } = options;
    // Refused here, where the length is said, and not for the first consumer.
    CredentialPart.generated('role', { length });
    return new RolePasswords((_consumer, secret) => CredentialPart.generated(secret, { length }));
  }

  /**
   * Passwords that a store keeps, each in an entry of its own: whoever changes an entry changes the password at the server and for the consumer.
   *
   * @param store where they are kept: one that keeps what it is given, no engine that makes users itself
   * @param entry name of the entries, in which `{workload}` stands for the name of the consumer, and `{namespace}` for its namespace: `shop/orders-db/{workload}`
   * @throws BST017 if `{workload}` is missing, another placeholder stands in it or the store makes users itself, BST510 or BST511 if a credential stands in place of a name
   */
  public static stored(store: SecretStore, entry: string, options: StoredRolePasswordsOptions = {}): RolePasswords {
    const { property = 'password' } = options;
    const unsound = (problem: string, fix: string) => new TopologyError({ code: 'BST017', path: 'RolePasswords.stored', problem, fix });
    store.property(entry, property);
    if (store.kind === 'VaultDynamic') throw unsound('the engine makes users itself, and roles are users already', 'name a store that keeps passwords: SecretStore.vaultKeyValue()');
    const said: readonly string[] = entry.match(PLACEHOLDER) ?? [];
    const unknown = said.find(each => !Object.hasOwn(PLACEHOLDERS, each));
    if (unknown !== undefined) throw unsound(`the entry has ${quote(unknown)} in it: allowed are {workload} and {namespace}`, 'write one of these, or leave it out');
    if (!said.includes('{workload}')) throw unsound('the entry is one for all consumers, and each role has a password of its own', 'write {workload} where the name of the consumer is due: "shop/orders-db/{workload}"');
    return new RolePasswords(consumer => store.property(entry.replace(PLACEHOLDER, each => PLACEHOLDERS[each](consumer)), property));
  }

  private constructor(private readonly place: (consumer: IWorkload, secret: string) => CredentialPart) {
    lockMembers(this);
  }

  /** The password of one consumer, in this Secret if it is generated. @internal */
  public _of(consumer: IWorkload, secret: string): CredentialPart {
    return this.place(consumer, secret);
  }
}

guard('RolePasswords', RolePasswords);
