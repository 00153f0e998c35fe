import { App, Chart } from 'cdk8s';
import {
  BindingDelivery, EnvNames, EnvPresets, MySql, MySqlProvider, Platform, Pods, Secrets, SecretStore, Topology, UseOptions, Workload,
} from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';
import { DATABASE } from './server';

export const HOST = 'shop.db.example.com';

const AT = '{username:percent}:{password:percent}@{host}:{port}/{database:percent}';
const LOGIN = { DB_USER: '{username}', DB_PASSWORD: '{password}' };
const PARTS = { envNames: EnvPresets.PARTS, delivery: BindingDelivery.VARIABLES_AND_FILES };
const mapped = (variables: Record<string, string>) => ({ envNames: EnvNames.map(variables) });

/** What each program's client wants to be told. */
const PROGRAMS: Readonly<Record<string, UseOptions>> = {
  node: mapped({ DATABASE_URL: '{bare-url}?ssl=%7B%22verifyIdentity%22%3Atrue%7D', NODE_EXTRA_CA_CERTS: '{ca:file}' }),
  python: PARTS,
  pymysql: PARTS,
  sqlalchemy: mapped({ DATABASE_URL: `mysql+mysqlconnector://${AT}?ssl_ca={ca:file}&ssl_verify_cert=true&ssl_verify_identity=true` }),
  mysqlclient: mapped({ DATABASE_URL: `mysql+mysqldb://${AT}?ssl_ca={ca:file}&ssl_mode=VERIFY_IDENTITY` }),
  rails: mapped({ DATABASE_URL: `mysql2://${AT}?ssl_mode=verify_identity&sslca={ca:file}` }),
  go: mapped({ DB_DSN: '{dsn}', SSL_CERT_FILE: '{ca:file}' }),
  spring: { envNames: EnvPresets.SPRING },
  java: mapped({ DB_URL: '{mariadb-jdbc-url}', ...LOGIN }),
  reactive: mapped({ DB_URL: '{r2dbc-url}', ...LOGIN }),
};

/** Programs whose clients want the same database each in their own words. */
export function programs(app: App): void {
  const chart = new Chart(app, 'mariadb', { namespace: 'mariadb' });
  const topology = new Topology(chart, 'mariadb');
  const database = new MySql(topology, 'shop-db', { provider: MySqlProvider.external({
    host: HOST, database: DATABASE, credentials: SecretStore.cluster('vault').secret('mariadb/shop', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  for (const [name, options] of Object.entries(PROGRAMS)) {
    new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) }).uses(database, options);
  }
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
