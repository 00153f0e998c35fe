import { App, Chart } from 'cdk8s';
import { Finding, Platform, Pods, Postgres, PostgresProvider, SecretStore, Secrets, StageParity, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

// #region providers
/** What differs from stage to stage, and nothing else does. */
export interface Providers {
  readonly database: PostgresProvider;
}

const vault = SecretStore.cluster('vault');

export const STAGES: Readonly<Record<string, Providers>> = {
  test: { database: PostgresProvider.cloudNativePg({ cluster: 'order-store' }) },
  production: {
    database: PostgresProvider.external({
      host: 'orders.db.example.com',
      database: 'orders',
      credentials: vault.secret('production/orders', { username: 'username', password: 'password', ca: 'ca' }),
    }),
  },
};
// #endregion

// #region declaration
/** The same program in each stage. */
export function stages(chart: Chart, { database }: Providers): Topology {
  const topology = new Topology(chart, 'shop');
  const orders = new Workload(topology, 'orders', { pods: Pods.of(deployment(chart, 'orders', { image: 'registry.example.com/orders:1' })) });
  orders.uses(new Postgres(topology, 'orders-db', { provider: database }));
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
// #endregion

// #region parity
/** What the code of the shop would have to know of its stage: nothing. */
export function differences(): Finding[] {
  return StageParity.findings(Object.values(STAGES).map(providers => stages(new Chart(new App(), 'guide', { namespace: 'shop' }), providers)));
}
// #endregion
