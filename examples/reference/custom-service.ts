import { Chart } from 'cdk8s';
import {
  CustomProvider, CustomService, Platform, Pods, Protocol, Secrets, SecretStore, ServiceShape, Tls, TlsAuthority, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** One program, three services of kinds that the library does not know: the declaration says what their consumers read. */
export function customService(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const vault = SecretStore.cluster('vault');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  const orders = process('orders');

  // #region external
  const devices = new CustomService(topology, 'devices', {
    bindingType: 'mqtt', shape: ServiceShape.BROKER,
    provider: CustomProvider.external({
      host: 'mqtt.example.com', port: 8883, tls: Tls.byClient(TlsAuthority.LOGIN),
      credentials: vault.secret('shop/mqtt', { username: 'username', password: 'password', ca: 'ca' }),
    }),
    entries: { 'url': 'mqtts://{username:percent}:{password:percent}@{servers}', 'topic-filter': 'orders/#', 'ca': '{ca}' },
  });
  orders.uses(devices);
  // #endregion

  // #region inCluster
  const locks = new CustomService(topology, 'locks', {
    bindingType: 'etcd', shape: ServiceShape.DATABASE, clientRouted: true,
    provider: CustomProvider.inCluster({ service: 'etcd', namespace: 'coordination', podLabels: { app: 'etcd' }, port: 2379, protocol: Protocol.GRPC }),
    entries: { endpoints: 'http://{servers}' },
  });
  orders.uses(locks);
  // #endregion

  // #region workload
  const server = process('clickhouse');
  const events = new CustomService(topology, 'events', {
    bindingType: 'clickhouse', shape: ServiceShape.DATABASE,
    provider: CustomProvider.workload(server, { port: 9000, credentials: vault.secret('shop/clickhouse') }),
  });
  orders.uses(events);
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
  return topology;
}
