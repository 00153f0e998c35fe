import { guard } from '../private/boundary';
import { assertNoCredential, namesSecret, writtenSecret } from '../private/literal-secret';
import { lockMembers } from '../private/lock-members';
import { assertName, NameRule, sortedRecord } from '../private/names';
import { listed, quote, TopologyError } from '../private/topology-error';
import { CredentialPart } from './credential-part';

const PART: NameRule = {
  what: 'a part of a credential',
  pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  longest: 63,
  allowed: 'lower-case letters and digits, in words joined by "-", a letter first, at most 63 characters',
};

/**
 * What a consumer enters a service with: named parts, each kept anywhere. Usual names are `username`, `password`, `uri`, `ca`, `token`,
 * `client-certificate` and `private-key`; any other is handed to the consumer under its name.
 */
export class Credential {
  /**
   * A credential of these parts, by name.
   *
   * @throws BST017 if there is no part, BST801 if a name cannot be one, BST510 if a name looks like a credential, or a part that is secret by
   * its name (`password`, `api-key`, `uri`) is a literal
   */
  public static of(parts: Record<string, CredentialPart>): Credential {
    const path = 'Credential.of';
    if (Object.keys(parts).length === 0) {
      throw new TopologyError({ code: 'BST017', path, problem: 'a credential of no parts lets nobody in', fix: 'name its parts, or leave the credential out' });
    }
    for (const [name, { literal }] of Object.entries(parts)) {
      assertName(PART, assertNoCredential(name, path), path);
      if (isWritten(name, literal)) throw writtenSecret('the part', name, path);
    }
    return new Credential(Object.freeze(sortedRecord(parts)));
  }

  private constructor(
    /** The parts by name, sorted. */
    public readonly parts: Record<string, CredentialPart>,
  ) {
    lockMembers(this);
  }

  /** Whether it has a part of this name. */
  public has(name: string): boolean {
    return Object.hasOwn(this.parts, name);
  }

  /**
   * The part of this name.
   *
   * @throws BST017 if it has none
   */
  public part(name: string): CredentialPart {
    if (Object.hasOwn(this.parts, name)) return this.parts[name];
    throw new TopologyError({
      code: 'BST017',
      path: 'Credential.part',
      problem: `the credential has no part ${quote(assertNoCredential(name, 'Credential.part'))}; it has ${listed(Object.keys(this.parts))}`,
      fix: 'give it that part, or ask for one that it has',
    });
  }

  /**
   * The same credential with one part more, or another one in its place.
   *
   * @throws BST801 if the name cannot be one, BST510 if it looks like a credential, or if the part is secret by its name and a literal
   */
  public with(name: string, part: CredentialPart): Credential {
    return Credential.of({ ...this.parts, [name]: part });
  }
}

guard('Credential', Credential);

/** A URI that somebody keeps whole has the password in it. Text that is empty says that there is no secret. */
function isWritten(name: string, literal: string | undefined): boolean {
  return literal !== undefined && (name === 'uri' || literal !== '' && namesSecret(name));
}
