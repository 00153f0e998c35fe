import { Credential } from '../model/credential';

/** What consumers enter a service with that needs a credential. */
export interface CredentialProps extends ReadOnlyCredentialOptions {
  /** What consumers enter with, as references. With a part `ca`, the server's certificate is verified against it. */
  readonly credentials: Credential;
}

/** What consumers enter a service with that can do without. */
export interface CredentialOptions extends ReadOnlyCredentialOptions {
  /**
   * What consumers enter with, as references: `token`, `username` and `password`, `client-certificate` and `private-key`. With a part `ca`, a
   * client that starts TLS verifies the server's certificate against it.
   *
   * @default - nothing: in a mesh, the identities of the workloads guard it
   */
  readonly credentials?: Credential;
}

/** The credential of those that may only read. */
export interface ReadOnlyCredentialOptions {
  /**
   * A user that may only read, for consumers that declare `DataAccess.READ_ONLY`, and for those that do nothing but consume. The server's
   * authority is that of `credentials`, unless it has one of its own.
   *
   * @default - they enter with `credentials`, and unless the service has an address that refuses writes that is a finding
   */
  readonly readOnlyCredentials?: Credential;
}
