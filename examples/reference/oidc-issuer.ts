import { Chart } from 'cdk8s';
import { OidcIssuer, OidcIssuerProvider, Platform, Pods, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, four issuers: whoever provides one, who trusts its tokens reads what `iss` has, and where its configuration is. */
export function oidcIssuer(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const client = (entry: string) => vault.secret(entry, { 'client-id': 'id', 'client-secret': 'secret' });
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const web = process('web');

  // #region external
  const partners = new OidcIssuer(topology, 'partners', { provider: OidcIssuerProvider.external({
    issuer: 'https://login.example.com', jwksUrl: 'https://keys.example.com/v1/jwks', credentials: client('shop/partners'),
  }) });
  web.calls(partners);
  // #endregion

  // #region inCluster
  const staff = new OidcIssuer(topology, 'staff', { provider: OidcIssuerProvider.inCluster({
    service: 'dex', namespace: 'identity', podLabels: { app: 'dex' }, port: 5556, issuer: 'https://staff.example.com/dex', credentials: client('identity/web'),
  }) });
  web.calls(staff);
  // #endregion

  // #region workload
  const server = process('keycloak');
  const local = new OidcIssuer(topology, 'local', { provider: OidcIssuerProvider.workload(server, { path: '/realms/shop' }) });
  web.calls(local);
  // #endregion

  // #region keycloak
  const customers = new OidcIssuer(topology, 'customers', { provider: OidcIssuerProvider.keycloak({
    keycloak: 'login', namespace: 'identity', realm: 'customers', publicUrl: 'https://login.shop.example.com',
    credentials: vault.secret('shop/customers', { 'client-id': 'id', 'client-secret': 'secret', 'ca': 'ca' }),
  }) });
  web.calls(customers);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
