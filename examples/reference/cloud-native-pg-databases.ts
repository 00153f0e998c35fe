import { Chart } from 'cdk8s';
import { DataAccess, Platform, Pods, Postgres, PostgresProvider, RolePasswords, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** A database with a role for each consumer: one that writes, as a member of the owner, and one that reads. */
export function cloudNativePgDatabases(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });

  // #region databaseRoles
  const stock = new Postgres(topology, 'stock', { provider: PostgresProvider.cloudNativePg({
    cluster: 'shop', database: 'stock',
    databaseRoles: {
      passwords: RolePasswords.stored(SecretStore.cluster('vault'), 'shop/stock/{workload}'),
      declareDatabase: true,
      readOnlyInRoles: ['stock_readers'],
    },
  }) });
  process('warehouse').uses(stock, { access: DataAccess.READ_WRITE });
  process('reports').uses(stock, { access: DataAccess.READ_ONLY });
  topology.acknowledge('BST562', stock, 'the migrations of warehouse begin with SET ROLE stock');
  // #endregion

  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets(), restartOnRotation: true });
  return topology;
}
