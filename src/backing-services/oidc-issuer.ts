import { Construct } from 'constructs';
import { BackingService, ServiceShape } from '../model/backing-service';
import { BindingEntry } from '../model/binding-entry';
import { BindingRequest } from '../model/binding-request';
import { provisionOf } from '../model/service-provider';
import { acceptArguments, guard } from '../private/boundary';
import { credentialEntries } from './credential-entries';
import { httpScheme } from './http-url';
import { issuerUrls } from './issuer-provision';
import { OidcIssuerProvider } from './oidc-issuer-provider';
import { assertParts, IS_OIDC_CLIENT } from './required-parts';

/** What an issuer of tokens is. */
export interface OidcIssuerProps {
  /** Who provides it. */
  readonly provider: OidcIssuerProvider;
}

/**
 * An OpenID provider whose tokens workloads trust, or whom they send their users to. Its consumers read `<BINDING>_ISSUER_URL`, the issuer to the letter
 * as tokens carry it in `iss`, and `<BINDING>_DISCOVERY_URL`, where they find its configuration: browsers and pods may reach it by two hosts. A consumer that is
 * a client of it reads `_CLIENT_ID` and, unless it is a public one, `_CLIENT_SECRET`. Further roles are `internal-url`, what pods put in place of the issuer
 * in URLs that they dial, and, where the provider tells them, `jwks-uri` and `token-url`.
 *
 * One that has several clients, each a workload with an ID of its own, is declared as often, at one place.
 *
 * Sources: https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation, https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig
 */
export class OidcIssuer extends BackingService {
  /**
   * @throws BST801 if the id cannot name a Service, BST013 if an operator's namespace is unknown
   */
  constructor(scope: Construct, id: string, props: OidcIssuerProps) {
    acceptArguments('new OidcIssuer', [scope, id, props]);
    super(scope, id, { bindingType: 'oidc', provision: provisionOf(props.provider, scope, id), shape: ServiceShape.API });
  }

  /**
   * @throws BST017 if the credential, whoever gives it, lacks the part `client-id`
   */
  public bind({ credential }: BindingRequest): BindingEntry[] {
    if (credential) assertParts(credential, IS_OIDC_CLIENT, this.path);
    const { primary } = this.locator;
    const { issuer, internalUrl, discoveryUrl, jwksUrl, tokenUrl } = issuerUrls(this._provision);
    const known = (role: string, url: string | undefined) => url === undefined ? [] : [BindingEntry.text(role, url, { file: role })];
    return [
      BindingEntry.text('issuer-url', issuer, { variable: 'ISSUER_URL', file: 'issuer-url' }),
      BindingEntry.text('discovery-url', discoveryUrl, { variable: 'DISCOVERY_URL', file: 'discovery-url' }),
      BindingEntry.text('internal-url', internalUrl),
      ...known('jwks-uri', jwksUrl),
      ...known('token-url', tokenUrl),
      BindingEntry.text('host', primary.host),
      BindingEntry.text('port', String(primary.port)),
      BindingEntry.text('ssl', String(httpScheme(primary) === 'https')),
      ...credentialEntries(credential, primary.tls),
    ];
  }
}

guard('OidcIssuer', OidcIssuer);
