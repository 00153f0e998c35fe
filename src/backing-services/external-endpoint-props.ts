import { CredentialOptions } from './credential-options';
import { EndpointsOptions } from './serving-options';

/** A server of a third party that is found by a URL. */
export interface ExternalEndpointProps extends EndpointsOptions, CredentialOptions {
  /**
   * `https` or `http` URL of the server, with a base path if there is one, without query, fragment or credentials. Clients start TLS themselves where it is
   * `https`, and verify the server by the part `ca` of the credentials or, without one, by the authorities that they trust.
   */
  readonly url: string;
}
