import { ApiObject } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import { Postgres, PostgresProvider, Pods, Topology, Workload, WorkloadStanding } from '../../src';
import { vault } from '../support/declare';
import { container, deployment } from '../support/emitted';
import { Declaration } from '../support/topology';

let declared: Declaration;
beforeEach(() => { declared = new Declaration(); });

/** A Deployment whose container has a variable of its own. */
const told = (value: string, name = 'web') =>
  deployment(declared.chart, name, { containers: [container('main', { envVariables: { TARGET: EnvValue.fromValue(value) } })] });
const web = (value: string, standing?: WorkloadStanding) => new Workload(declared.topology, 'web', { pods: Pods.of(told(value)), standing });
const orders = () => declared.api(declared.workload('orders'));

describe('BST809 undeclared-use', () => {
  test.each(['http://orders-api', 'http://orders-api:80/v1', 'orders-api:80', 'orders-api.shop:80', 'http://pod-0.orders-api.shop.svc', 'orders-api.shop.svc', 'ORDERS-API.shop.svc.cluster.local:80', 'a;http://u:p@orders-api/x'])(
    'finds a variable that says %s, where no dependency is declared', value => {
      orders();
      web(value);
      expect(declared.found('BST809')).toEqual(['warning web: its container "main" is told of "orders-api" by its variable "TARGET", and no dependency on it is declared: no policy lets it through; '
        + 'declare that "web" depends on "orders-api", and take the variable from the container, or keep it and bind none with containers: []']);
    });

  test.each(['orders-api', 'orders-api:8080', 'orders', 'http://orders-api.other', 'my-orders-api:80', 'orders-api.shop', 'admin@orders-api', 'registry/orders-api:80', 'http://orders-api.shop.svc.example.com', 'orders-api.shop.example.com', ''])(
    'accepts a variable that says %j, which names no service of the topology', value => {
      orders();
      web(value);
      expect(declared.found('BST809')).toEqual([]);
    });

  test('accepts it where the dependency is declared, and of the workload that provides the service', () => {
    const own = new Workload(declared.topology, 'own', { pods: Pods.of(told('http://own-api', 'own')) });
    declared.api(own);
    web('http://own-api').calls(declared.api(own));
    expect(declared.found('BST809')).toEqual([]);
  });

  test('finds what is outside, where network policies let nothing out to it', () => {
    new Postgres(declared.topology, 'db', { provider: PostgresProvider.external({ host: 'db.example.com', database: 'a', credentials: vault.secret('db') }) });
    web('postgres://db.example.com/a');
    expect(declared.found('BST809')).toEqual([expect.stringContaining('warning web: its container "main" is told of "db"')]);
  });

  test('tells of a service once that a variable names twice', () => {
    orders();
    web('http://orders-api:80,orders-api.shop.svc:80');
    expect(declared.found('BST809')).toHaveLength(1);
  });

  test.each<[string, () => Pods]>([
    ['whose pods have labels besides', () => { told('http://orders-api'); return Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web' }); }],
    ['whose pods are labelled later', () => { const made = told('http://orders-api'); const pods = Pods.of(made); pods.describe('web'); made.podMetadata.addLabel('team', 'x'); return pods; }],
  ])('knows the dependency of a workload %s', (_, podsOf) => {
    new Workload(declared.topology, 'web', { pods: podsOf() }).calls(orders(), { containers: [] });
    expect(declared.found('BST809')).toEqual([]);
  });

  test('finds a Service of the app that nobody has declared, where the workload is guarded', () => {
    new ApiObject(declared.chart, 'by-hand', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'catalogue-db' } });
    web('user@tcp(catalogue-db:3306)/socks');
    expect(declared.found('BST809')).toEqual([expect.stringMatching(/^warning web: .* is told of "catalogue-db" .*; declare "catalogue-db" as a service, and that "web" depends on it/)]);
  });

  test('accepts it where neither side is guarded from here', () => {
    declared.api(new Workload(declared.topology, 'orders', { pods: Pods.fromLabels({ labels: { app: 'orders' } }), standing: WorkloadStanding.MIGRATING }));
    web('http://orders-api', WorkloadStanding.MIGRATING);
    expect(declared.found('BST809')).toEqual([]);
  });

  test('finds pods of which no workload is declared, as their object', () => {
    orders();
    told('http://orders-api', 'batch');
    expect(declared.topology.findings.filter(({ code }) => code === 'BST809').map(({ path, fix }) => [path, fix])).toEqual(
      [['test/batch/Resource', 'declare that a workload in these pods depends on "orders-api", and take the variable from the container, or keep it and bind none with containers: []']]);
  });

  test('knows what another topology of the app declares', () => {
    orders();
    const other = new Topology(declared.chart, 'other');
    new Workload(other, 'web', { pods: Pods.of(told('http://orders-api')) });
    expect(other.findings.map(({ code, path }) => `${code} ${path}`)).toContain('BST809 test/other/workloads/web');
  });

  test('looks at objects of any kind', () => {
    orders();
    const spec = { containers: [{ name: 'main', env: [{ name: 'TARGET', value: 'http://orders-api' }] }] };
    new ApiObject(declared.chart, 'once', { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'once' }, spec: { template: { spec } } });
    expect(declared.topology.findings.filter(({ code }) => code === 'BST809').map(({ path }) => path)).toEqual(['test/once']);
  });
});
