import { guard } from '../private/boundary';
import { assertNoCredential } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { assertName, NameRule, Names } from '../private/names';
import { quote, TopologyError } from '../private/topology-error';
import { Credential } from './credential';
import { CredentialPart, SecretMaker } from './credential-part';

/** Where the name of a Secret is due, what is in it may stand by mistake. */
const SECRET: NameRule = { ...Names.SUBDOMAIN, shown: /^$/ };

/** A Secret that somebody else makes. */
export interface ExistingSecretProps {
  /** Who makes the Secret, and why the library cannot; at least 10 characters. */
  readonly reason: string;
}

/** A Secret that an operator makes. */
export interface OperatorSecretProps {
  /** Words for who makes it: `CloudNativePG Cluster orders`. */
  readonly producer: string;
  /**
   * Kind and API group, as `KafkaUser.kafka.strimzi.io`, of the object of the Secret's name that makes the operator write it, if this program emits that object in the consumer's namespace.
   *
   * @default - none: the operator writes it in the namespace of the service, because of a resource that is there already
   */
  readonly emittedKind?: string;
}

/** A Kubernetes Secret, told by its name and by who makes it. This library makes none itself and never knows what is in one. */
export class KubernetesSecret {
  /**
   * A Secret in each consumer's namespace that somebody else makes.
   *
   * @throws BST801 if the name cannot exist, BST510 if it looks like a credential, BST023 if the reason is too short
   */
  public static existing(name: string, props: ExistingSecretProps): KubernetesSecret {
    const path = 'KubernetesSecret.existing';
    if (typeof props.reason !== 'string' || props.reason.trim().length < 10) {
      throw new TopologyError({
        code: 'BST023',
        path,
        problem: `reason ${quote(props.reason)}: allowed are at least 10 characters`,
        fix: 'say who makes the Secret and why the library cannot',
      });
    }
    return new KubernetesSecret(nameOfSecret(name, path), SecretMaker.SOMEBODY, props.reason.trim());
  }

  /**
   * A Secret that the Sealed Secrets controller makes of a SealedSecret of this name in each consumer's namespace. It is sealed for its name and its namespace: one
   * that is sealed for another of either cannot be opened there. Source: https://github.com/bitnami-labs/sealed-secrets#scopes
   *
   * @throws BST801 if the name cannot exist, BST510 if it looks like a credential
   */
  public static sealed(name: string): KubernetesSecret {
    return new KubernetesSecret(nameOfSecret(name, 'KubernetesSecret.sealed'), SecretMaker.SOMEBODY, `SealedSecret ${name}`, { isSealed: true });
  }

  /**
   * A Secret that is kept encrypted with SOPS, and that Flux or a plugin of Argo CD decrypts in each consumer's namespace. Nothing of it is emitted: it is
   * encrypted before it is committed. Source: https://fluxcd.io/flux/guides/mozilla-sops/
   *
   * @throws BST801 if the name cannot exist, BST510 if it looks like a credential
   */
  public static sops(name: string): KubernetesSecret {
    return new KubernetesSecret(nameOfSecret(name, 'KubernetesSecret.sops'), SecretMaker.SOMEBODY, `Secret ${name}, which is decrypted by SOPS`);
  }

  /**
   * A Secret that an operator makes.
   *
   * @throws BST801 if the name cannot exist, BST510 if it looks like a credential
   */
  public static ofOperator(name: string, props: OperatorSecretProps): KubernetesSecret {
    const maker = props.emittedKind === undefined ? SecretMaker.OPERATOR : SecretMaker.PROGRAM;
    return new KubernetesSecret(nameOfSecret(name, 'KubernetesSecret.ofOperator'), maker, props.producer, props);
  }

  /** Kind of the emitted object that it comes of, if it comes of one. */
  public readonly emittedKind?: string;
  private readonly isSealed?: boolean;

  private constructor(
    /** The Secret's name. */
    public readonly name: string,
    /** Who makes it. */
    public readonly maker: SecretMaker,
    /** Words for who makes it. */
    public readonly producer: string,
    { emittedKind, isSealed }: { readonly emittedKind?: string; readonly isSealed?: boolean } = {},
  ) {
    this.emittedKind = emittedKind;
    this.isSealed = isSealed;
    lockMembers(this);
  }

  /**
   * The part that is kept under a key.
   *
   * @throws BST801 if it cannot be a key, BST510 if it looks like a credential
   */
  public key(key: string): CredentialPart {
    const { name, maker, producer, emittedKind, isSealed } = this;
    return CredentialPart._inSecret({ secretName: name, key, maker, producer, emittedKind, isSealed });
  }

  /**
   * A credential of parts that are kept under keys.
   *
   * @param keys key of each part; by default `username` and `password` under these names
   * @throws BST801 if one cannot be a key or a part, BST510 if one looks like a credential
   */
  public credential(keys: Record<string, string> = { username: 'username', password: 'password' }): Credential {
    return Credential.of(Object.fromEntries(Object.entries(keys).map(([part, key]) => [part, this.key(key)])));
  }
}

guard('KubernetesSecret', KubernetesSecret);

function nameOfSecret(name: string, path: string): string {
  return assertName(SECRET, assertNoCredential(name, path), path);
}
