import { Chart } from 'cdk8s';
import { EnvNames, Nats, NatsProvider, Platform, Pods, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, three NATS systems: whoever provides one, its consumer reads a URL, and a credential beside it. */
export function nats(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region external
  const partners = new Nats(topology, 'partners', { provider: NatsProvider.external({
    host: 'nats-1.partners.example.com', otherHosts: ['nats-2.partners.example.com'], credentials: vault.secret('shop/partners', { creds: 'nats.creds' }),
  }) });
  orders.uses(partners);
  // #endregion

  // #region inCluster
  const stock = new Nats(topology, 'stock', { provider: NatsProvider.inCluster({
    service: 'nats', namespace: 'warehouse', podLabels: { 'app.kubernetes.io/name': 'nats' }, credentials: vault.secret('warehouse/nats', { token: 'token' }),
  }) });
  orders.uses(stock);
  // #endregion

  // #region workload
  const server = process('events-nats');
  const events = new Nats(topology, 'events', { provider: NatsProvider.workload(server, {
    credentials: vault.secret('shop/events'), serverEnvNames: EnvNames.map({ NATS_USER: '{username}', NATS_PASSWORD: '{password}' }),
  }) });
  orders.uses(events);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
