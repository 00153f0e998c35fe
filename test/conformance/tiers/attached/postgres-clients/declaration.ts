import { App, Chart } from 'cdk8s';
import { EnvNames, EnvPresets, Platform, Pods, Postgres, PostgresProvider, Secrets, SecretStore, Topology, UseOptions, Workload } from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';

export const HOST = 'shop.db.example.com';

/** A name that a URL cannot hold as it is. */
export const DATABASE = 'shop 100 % ü';

const LOGIN = { DB_USER: '{username}', DB_PASSWORD: '{password}' };

/** What each program's client wants to be told. */
const PROGRAMS: Readonly<Record<string, UseOptions>> = {
  'spring': { envNames: EnvPresets.SPRING },
  'reactive': { envNames: EnvNames.map({ DB_URL: '{r2dbc-url}', ...LOGIN }) },
  'django': {},
  'rails': {},
  'pgx': { envNames: EnvNames.map({ DB_DSN: '{dsn}' }) },
  'lib-pq': { envNames: EnvNames.map({ DB_DSN: '{dsn}' }) },
  'libpq': { envNames: EnvPresets.LIBPQ },
};

/** Programs whose clients want the same database each in their own words. */
export function programs(app: App): void {
  const chart = new Chart(app, 'postgres-clients', { namespace: 'postgres-clients' });
  const topology = new Topology(chart, 'postgres-clients');
  const database = new Postgres(topology, 'database', { provider: PostgresProvider.external({
    host: HOST, database: DATABASE, credentials: SecretStore.cluster('vault').secret('shop/database', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  for (const [name, options] of Object.entries(PROGRAMS)) {
    new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) }).uses(database, options);
  }
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
