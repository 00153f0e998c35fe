import { App, Chart } from 'cdk8s';
import { BindingDelivery, EnvNames, EnvPresets, MySql, MySqlProvider, Platform, Pods, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';
import { DATABASE } from './server';

export const HOST = 'shop.db.example.com';

/** Programs whose clients want the same database each in their own words. */
export function programs(app: App): void {
  const chart = new Chart(app, 'mariadb', { namespace: 'mariadb' });
  const topology = new Topology(chart, 'mariadb');
  const database = new MySql(topology, 'shop-db', { provider: MySqlProvider.external({
    host: HOST, database: DATABASE, credentials: SecretStore.cluster('vault').secret('mariadb/shop', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) });
  workload('node').uses(database, { envNames: EnvNames.map({ DATABASE_URL: '{bare-url}?ssl=%7B%22verifyIdentity%22%3Atrue%7D', NODE_EXTRA_CA_CERTS: '{ca:file}' }) });
  workload('python').uses(database, { envNames: EnvPresets.PARTS, delivery: BindingDelivery.VARIABLES_AND_FILES });
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
