import { App, Chart } from 'cdk8s';
import {
  BindingDelivery, EnvNames, EnvPresets, MongoDb, MongoDbProvider, Platform, Pods, Secrets, SecretStore, Topology, UseOptions, Workload,
} from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';

export const HOST = 'shop.mongo.example.com';

/** How each program is told. */
const PROGRAMS: Readonly<Record<string, UseOptions>> = {
  'python': {},
  'node': { envNames: EnvNames.map({ MONGODB_URI: '{url}' }) },
  'python-parts': { envNames: EnvPresets.PARTS, delivery: BindingDelivery.VARIABLES_AND_FILES },
  'node-parts': { envNames: EnvNames.map({
    MONGO_HOSTS: '{hosts}', MONGO_USER: '{username}', MONGO_PASSWORD: '{password}', MONGO_AUTH_SOURCE: '{auth-source}', MONGO_TLS: '{tls}', MONGO_CA: '{ca:file}',
  }) },
};

/** Programs that enter the same database, some by a URL and some by its parts. */
export function programs(app: App): void {
  const chart = new Chart(app, 'mongodb', { namespace: 'mongodb' });
  const topology = new Topology(chart, 'mongodb');
  const database = new MongoDb(topology, 'shop-db', { provider: MongoDbProvider.external({
    host: HOST, database: 'shop', credentials: SecretStore.cluster('vault').secret('mongodb/shop', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  for (const [name, options] of Object.entries(PROGRAMS)) {
    new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) }).uses(database, options);
  }
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
