import { Provision } from '../model/provision';
import { CredentialOptions } from './credential-options';
import { endpointAddress, usableBy, withMembers } from './external-endpoint';
import { withIssuer } from './issuer-provision';
import { issuerPath } from './issuer-url';
import { provided } from './provided-by';
import { assertParts, IS_OIDC_CLIENT } from './required-parts';
import { EndpointsOptions } from './serving-options';

/** An OpenID provider of a third party. Its clients enter it with parts `client-id` and `client-secret`; who but verifies tokens does without. */
export interface ExternalOidcIssuerProps extends EndpointsOptions, CredentialOptions {
  /** The issuer to the letter as tokens carry it in `iss`, a slash at its end included: `https://shop.eu.auth0.example.com/`. */
  readonly issuer: string;
  /**
   * URL under which pods reach it, if that is another one, such as that of a load balancer within.
   *
   * @default - the issuer
   */
  readonly internalUrl?: string;
  /**
   * URL of its keys, `jwks_uri` of its configuration, where that is at another host or consumers are to be told it: pods are let through to it.
   *
   * @default - not told; pods are let through to the issuer alone
   */
  readonly jwksUrl?: string;
  /**
   * URL where clients get tokens, `token_endpoint` of its configuration: as `jwksUrl`.
   *
   * @default - not told; pods are let through to the issuer alone
   */
  readonly tokenUrl?: string;
}

/** Where a third party issues tokens. */
export function externalOidcIssuer(props: ExternalOidcIssuerProps, path: string): Provision {
  const { issuer, internalUrl = issuer, jwksUrl, tokenUrl, credentials } = props;
  issuerPath(issuer, path);
  const [first, ...others] = [internalUrl, jwksUrl, tokenUrl].flatMap(url => url === undefined ? [] : [endpointAddress(url, credentials, path)]);
  const complete = usableBy(first, path, credential => assertParts(credential, IS_OIDC_CLIENT, path));
  return withIssuer(provided(withMembers(first, others, props), props, path, complete), { issuer, jwksUrl, tokenUrl });
}
