import { Chart } from 'cdk8s';
import { Platform, Pods, Secrets, SecretStore, TcpProvider, TcpService, Tls, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, three services of protocols that the library has no kind for: their consumers read host and port. */
export function tcpService(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region external
  const directory = new TcpService(topology, 'directory', { provider: TcpProvider.external({
    host: 'ldap.example.com', port: 636, tls: Tls.byClient(), credentials: vault.secret('shop/ldap', { username: 'bind-dn', password: 'password' }),
  }) });
  orders.uses(directory);
  // #endregion

  // #region inCluster
  const queue = new TcpService(topology, 'queue', { provider: TcpProvider.inCluster({
    service: 'nats', namespace: 'messaging', podLabels: { app: 'nats' }, port: 4222, credentials: vault.secret('messaging/nats', { token: 'token' }),
  }) });
  orders.uses(queue);
  // #endregion

  // #region workload
  const server = process('memcached');
  const pages = new TcpService(topology, 'pages', { provider: TcpProvider.workload(server, { port: 11211 }) });
  orders.uses(pages);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
