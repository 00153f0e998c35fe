import { Locator } from '../model/locator';
import { Protocol } from '../model/protocol';
import { Provision } from '../model/provision';
import { Tls } from '../model/tls';
import { assertNoUrl } from '../private/literal-secret';
import { assertName, NameRule, Names } from '../private/names';
import { CredentialOptions } from './credential-options';
import { Asked } from './given';
import { httpUrl } from './http-url';
import { withIssuer } from './issuer-provision';
import { issuerPath } from './issuer-url';
import { operatorNamespace } from './operator-namespace';
import { authorityOf, provided } from './provided-by';
import { assertParts, IS_OIDC_CLIENT } from './required-parts';

/** A realm of a Keycloak resource of the Keycloak operator. Its clients enter it with parts `client-id` and `client-secret`. */
export interface KeycloakProps extends CredentialOptions {
  /** Name of the operator's Keycloak resource. */
  readonly keycloak: string;
  /** Name of the realm. */
  readonly realm: string;
  /**
   * Namespace of the Keycloak resource.
   *
   * @default - the topology's namespace
   */
  readonly namespace?: string;
  /**
   * URL under which browsers see Keycloak, `spec.hostname.hostname` of the resource with its scheme: `https://login.example.com`. Issuers begin with it.
   *
   * @default - the URL that pods dial
   */
  readonly publicUrl?: string;
  /**
   * Name of its Kubernetes Service: `spec.http.serviceName`.
   *
   * @default - `<keycloak>-service`
   */
  readonly service?: string;
  /**
   * Port of that Service: `spec.http.httpsPort` or `spec.http.httpPort`.
   *
   * @default 8443 with TLS, 8080 without
   */
  readonly port?: number;
  /**
   * How the connection is encrypted: `Tls.NONE` where `spec.http.httpEnabled` is true.
   *
   * @default - clients start TLS and verify the server by the part `ca` of the credentials, or, without one, by the authorities they trust
   */
  readonly tls?: Tls;
}

/** The operator makes a Service `<keycloak>-discovery` and a Secret `<keycloak>-initial-admin` of it. */
const KEYCLOAK: NameRule = {
  ...Names.SERVICE,
  what: 'the name of a Keycloak resource',
  longest: 53,
  allowed: 'an RFC 1035 label: lower-case letters, digits and "-", a letter first, at most 53 characters',
};

const REALM: NameRule = {
  what: 'a realm',
  pattern: /^(?!\.\.?$)[-\w.]+$/,
  longest: 255,
  allowed: 'letters, digits, "-", "_" and ".", at most 255 characters',
};

/**
 * Where the Keycloak operator serves a realm. Sources: keycloak/keycloak, operator/src/main/java/org/keycloak/operator: KeycloakServiceDependentResource,
 * Constants, Utils (`allInstanceLabels`), KeycloakAdminSecretDependentResource.
 */
export function keycloak(props: KeycloakProps, asked: Asked): Provision {
  const { path } = asked;
  const { credentials, publicUrl, tls = Tls.byClient(authorityOf(credentials)), port = tls.isOfClient ? 8443 : 8080 } = props;
  const name = assertName(KEYCLOAK, props.keycloak, path);
  const realm = `/realms/${assertName(REALM, assertNoUrl(props.realm, path), path)}`;
  const base = publicUrl === undefined ? '' : issuerPath(publicUrl, path);
  const locator = Locator.ofOperator({
    operator: 'keycloak',
    resource: name,
    namespace: operatorNamespace(props.namespace, 'Keycloak resource', 'OidcIssuerProvider.keycloak', asked),
    podLabels: { 'app': 'keycloak', 'app.kubernetes.io/instance': name, 'app.kubernetes.io/managed-by': 'keycloak-operator' },
    addresses: [{ service: assertName(Names.SERVICE, props.service ?? `${name}-service`, path), port, protocol: Protocol.HTTP, tls }],
  });
  const { login } = provided(locator, props, path, credential => assertParts(credential, IS_OIDC_CLIENT, path));
  const openid = `${httpUrl(locator.primary)}${base}${realm}/protocol/openid-connect`;
  return withIssuer(
    new Provision({ locator, login, furtherServices: [`${name}-discovery`], furtherSecrets: [`${name}-initial-admin`] }),
    { issuer: publicUrl && `${publicUrl.replace(/\/$/, '')}${realm}`, path: base + realm, jwksUrl: `${openid}/certs`, tokenUrl: `${openid}/token` },
  );
}
