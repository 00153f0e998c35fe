import { Chart } from 'cdk8s';
import {
  Credential, CredentialPart, EnvNames, KubernetesSecret, Platform, Pods, Postgres, PostgresProvider, Redis, RedisProvider, Secrets, SecretStore,
  Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** A secret of a store, one that somebody else makes in the cluster, and a password that nobody has yet. */
export function credentials(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  orders.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({
    host: 'cache.example.com', credentials: SecretStore.cluster('vault').secret('shop/cache', { username: 'user', password: 'pass' }),
  }) }));
  orders.uses(new Postgres(topology, 'orders-db', { provider: PostgresProvider.external({
    host: 'orders.example.com', database: 'orders',
    credentials: KubernetesSecret.existing('orders-db', { reason: 'Terraform makes it' }).credential({ uri: 'uri' }),
  }) }));
  orders.uses(new Redis(topology, 'sessions', { provider: RedisProvider.workload(process('sessions-server'), {
    credentials: Credential.of({ password: CredentialPart.generated('sessions-password') }), serverEnvNames: EnvNames.map({ REDIS_PASSWORD: '{password}' }),
  }) }));

  orders.uses(new Redis(topology, 'limits', { provider: RedisProvider.external({
    host: 'limits.example.com', credentials: KubernetesSecret.sealed('limits').credential({ uri: 'uri' }),
  }) }));

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
