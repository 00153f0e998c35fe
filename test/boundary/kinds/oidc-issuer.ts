import { BindingRequest, DataAccess, OidcIssuer, OidcIssuerProvider, SecretStore, Tls } from '../../../src';
import { CallName } from '../../../src/private/boundary';
import { Baselines, CIDRS, ENDPOINTS, neighbour, servedBy, service } from '../baseline-parts';

const client = () => SecretStore.cluster('vault').secret('shop/login', { 'client-id': 'id', 'client-secret': 'secret', 'ca': 'ca' });
const entered = () => ({ credentials: client(), readOnlyCredentials: client() });
const seen = { issuer: 'https://login.example.com/realms/shop', path: '/realms/shop' };

export const OIDC_ISSUER = {
  'OidcIssuer#bind': bench => ({
    on: new OidcIssuer(bench.topology, 'a', { provider: OidcIssuerProvider.workload(bench.web) }), args: [BindingRequest._of(bench.web, DataAccess.READ_WRITE, [], client())],
  }),
  'OidcIssuerProvider.external': () => ({ args: [{
    ...entered(), issuer: 'https://login.example.com/', internalUrl: 'https://login.internal.example.com', jwksUrl: 'https://keys.example.com/jwks',
    tokenUrl: 'https://tokens.example.com/token', cidrs: CIDRS, endpoints: ENDPOINTS,
  }] }),
  'OidcIssuerProvider.inCluster': () => ({ args: [{ ...neighbour, ...entered(), ...seen, port: 8080 }] }),
  'OidcIssuerProvider.keycloak': () => ({ args: [{
    ...entered(), keycloak: 'login', realm: 'shop', namespace: 'identity', publicUrl: 'https://login.example.com', service: 'login', port: 8443, tls: Tls.byClient(),
  }] }),
  'OidcIssuerProvider.workload': bench => servedBy(bench, { ...entered(), ...seen, port: 8080 }),
  'new OidcIssuer': bench => service(bench, { provider: OidcIssuerProvider.workload(bench.web) }),
} satisfies Partial<Record<CallName, Baselines>>;
