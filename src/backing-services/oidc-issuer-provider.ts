import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { ServiceProvider } from '../model/service-provider';
import { IWorkload } from '../model/workload-interface';
import { guard } from '../private/boundary';
import { ExternalOidcIssuerProps, externalOidcIssuer } from './external-oidc-issuer';
import { given } from './given';
import { withIssuer } from './issuer-provision';
import { assertIssuerPath, issuerPath } from './issuer-url';
import { KeycloakProps, keycloak } from './keycloak';
import { InClusterProps, WorkloadPortOptions } from './port-options';
import { byNeighbour, byWorkload, provided, ProvidedOptions } from './provided-by';
import { assertParts, IS_OIDC_CLIENT } from './required-parts';

/** What an issuer in the cluster calls itself. */
export interface IssuerOptions {
  /**
   * The issuer to the letter as tokens carry it in `iss`, a slash at its end included: the URL that browsers see, such as
   * `https://login.example.com/realms/shop`.
   *
   * @default - the URL that pods dial
   */
  readonly issuer?: string;
  /**
   * What pods find it at behind the Service's host: `/realms/shop`.
   *
   * @default - the path of `issuer`, or none
   */
  readonly path?: string;
}

/** How a workload of ours issues tokens. */
export interface OidcIssuerWorkloadOptions extends WorkloadPortOptions, IssuerOptions {}

/** An issuer that somebody else runs in this cluster. */
export interface InClusterOidcIssuerProps extends InClusterProps, IssuerOptions {}

/** Keycloak's; Dex has 5556. */
const USUAL = { port: 8080, protocol: Protocol.HTTP };

/**
 * Who provides an OpenID provider. What extends it gives a primary address with `Protocol.HTTP`, whose URL is the issuer, and a login with a part
 * `client-id`, and `client-secret` if there is one, or none.
 */
export abstract class OidcIssuerProvider extends ServiceProvider {
  /**
   * A workload of ours, such as Keycloak or Dex. Usual port: 8080.
   *
   * @throws BST027 if the issuer is no URL or the path no path, BST511 if credentials are in one, BST017 if the credentials lack a part
   */
  public static workload(workload: IWorkload, options: OidcIssuerWorkloadOptions = {}): OidcIssuerProvider {
    return given(OidcIssuerProvider, ({ id, path }) => inTheCluster(byWorkload(workload, id, options, USUAL), options, path));
  }

  /**
   * Somebody else in this cluster: another team, another program. Usual port: 8080.
   *
   * @throws BST027 if the issuer is no URL or the path no path, BST511 if credentials are in one, BST017 if the credentials lack a part
   */
  public static inCluster(props: InClusterOidcIssuerProps): OidcIssuerProvider {
    return given(OidcIssuerProvider, ({ path }) => inTheCluster(byNeighbour(props, USUAL), props, path));
  }

  /**
   * A third party: Auth0, Entra ID, Google, Okta. Consumers start TLS themselves, because they hold what they are told against `iss`.
   *
   * @throws BST511 if credentials are in a URL, BST027 if one is no URL, BST032 if a host that pods dial is not outside, BST026 if an address range is none, BST017
   * if the credentials lack a part, or have one that only a client can use which starts TLS
   */
  public static external(props: ExternalOidcIssuerProps): OidcIssuerProvider {
    return given(OidcIssuerProvider, ({ path }) => externalOidcIssuer(props, path));
  }

  /**
   * A realm of a Keycloak resource of the Keycloak operator. Pods reach it by its Service, and find keys and tokens there; for Keycloak to tell them URLs of that
   * Service, `spec.hostname.backchannelDynamic` is true where browsers see another one.
   * Sources: https://www.keycloak.org/operator/basic-deployment, https://www.keycloak.org/server/hostname
   *
   * @throws BST801 if a name cannot exist, BST013 if the namespace is unknown, BST027 if the public URL is none, BST511 if credentials are in it, BST007 if
   * the port does not exist, BST017 if the credentials lack a part
   */
  public static keycloak(props: KeycloakProps): OidcIssuerProvider {
    return given(OidcIssuerProvider, asked => keycloak(props, asked));
  }
}

guard('OidcIssuerProvider', OidcIssuerProvider);

function inTheCluster(locator: Locator, options: ProvidedOptions & IssuerOptions, path: string): Provision {
  const { issuer } = options;
  const ofIssuer = issuer === undefined ? '' : issuerPath(issuer, path);
  const provision = provided(locator, options, path, credential => assertParts(credential, IS_OIDC_CLIENT, path));
  return withIssuer(provision, { issuer, path: options.path === undefined ? ofIssuer : assertIssuerPath(options.path, path) });
}
