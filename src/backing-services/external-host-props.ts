import { CredentialOptions } from './credential-options';
import { EndpointsOptions } from './serving-options';

/** A server of a third party, at a port that its kind knows. */
export interface ExternalHostProps extends EndpointsOptions, CredentialOptions {
  /**
   * DNS name of the server, or its IP address: consumers are told it as it is, network policies open that one address, and a mesh knows the server by it. With TLS, few
   * certificates name an address, and a client that verifies the name refuses the others.
   */
  readonly host: string;
  /**
   * Port of the server.
   *
   * @default - the kind's usual port, which its provider names
   */
  readonly port?: number;
}
