import { Chart } from 'cdk8s';
import {
  Credential, CredentialPart, EnvNames, KubernetesSecret, Platform, Pods, Postgres, PostgresProvider, Redis, RedisProvider, Secrets, SecretStore,
  Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** A secret of a store, some that others make in the cluster, of which one is in another namespace, and a password that nobody has yet. */
export function credentials(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  orders.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({
    host: 'cache.example.com', credentials: vault.secret('shop/cache', { username: 'user', password: 'pass' }),
  }) }));
  orders.uses(new Postgres(topology, 'orders-db', { provider: PostgresProvider.external({
    host: 'orders.example.com', database: 'orders',
    credentials: KubernetesSecret.existing('orders-db', { reason: 'Terraform makes it' }).credential({ uri: 'uri' }),
  }) }));
  orders.uses(new Redis(topology, 'sessions', { provider: RedisProvider.workload(process('sessions-server'), {
    credentials: Credential.of({ password: CredentialPart.generated('sessions-password', { copy: vault.property('shop/sessions', 'password') }) }),
    serverEnvNames: EnvNames.map({ REDIS_PASSWORD: '{password}' }),
  }) }));

  orders.uses(new Redis(topology, 'limits', { provider: RedisProvider.external({
    host: 'limits.example.com', credentials: KubernetesSecret.sealed('limits').credential({ uri: 'uri' }),
  }) }));

  // The ClusterSecretStore `data-secrets` is of the Kubernetes provider and reads namespace `data`, where the operator makes its Secrets: entries are Secrets, properties their keys.
  const dataSecrets = SecretStore.cluster('data-secrets');
  const owner = dataSecrets.secret('stock-app', { database: 'dbname', username: 'username', password: 'password' }).with('ca', dataSecrets.property('stock-ca', 'ca.crt'));
  orders.uses(new Postgres(topology, 'stock', { provider: PostgresProvider.cloudNativePg({ cluster: 'stock', namespace: 'data', credentials: owner }) }));

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
