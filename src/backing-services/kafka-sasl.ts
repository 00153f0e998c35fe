import { Credential } from '../model/credential';
import { CredentialPart } from '../model/credential-part';
import { TopologyError } from '../private/topology-error';
import { CredentialOptions } from './credential-options';
import { assertParts } from './required-parts';

/** SASL mechanisms of Kafka that authenticate by user name and password. */
export enum SaslMechanism {
  /** User name and password, or API key and secret. */
  PLAIN = 'PLAIN',
  /** Salted challenge and response with SHA-256. */
  SCRAM_SHA_256 = 'SCRAM-SHA-256',
  /** Salted challenge and response with SHA-512. */
  SCRAM_SHA_512 = 'SCRAM-SHA-512',
}

/** How clients of Kafka authenticate that have a user name and a password. */
export interface SaslOptions {
  /**
   * How clients authenticate by the parts `username` and `password`. Those with parts `client-certificate` and `private-key` authenticate by TLS.
   *
   * @default SaslMechanism.PLAIN
   */
  readonly mechanism?: SaslMechanism;
}

const ENTERED_WITH = [['username', 'password'], ['client-certificate', 'private-key']];

/** A client with a password authenticates by SASL, one without by its certificate. */
export function sasl(
  { mechanism, credentials }: SaslOptions & CredentialOptions, path: string, enteredWith: readonly (readonly string[])[] = ENTERED_WITH,
): (credential: Credential) => Credential {
  if (mechanism !== undefined && !credentials) {
    throw new TopologyError({
      code: 'BST017',
      path,
      problem: `the mechanism ${mechanism} says how clients enter with a password, but there are no credentials`,
      fix: 'give the credentials, or leave the mechanism out',
    });
  }
  return credential => {
    assertParts(credential, enteredWith, path);
    return credential.has('password') ? credential.with('sasl-mechanism', CredentialPart._literal(mechanism ?? SaslMechanism.PLAIN)) : credential;
  };
}
