import { ApiObject } from 'cdk8s';
import { Deployment, HorizontalPodAutoscaler } from 'cdk8s-plus-28';
import { DataAccess, Pods, Postgres, PostgresProvider, Topology, Workload } from '../../src';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';

let declared: Declaration;
beforeEach(() => { declared = new Declaration(); });

const outside = (maxConnections?: number, id = 'db', topology = declared.topology) => new Postgres(topology, id, {
  provider: PostgresProvider.external({ host: 'db.example.com', database: id, credentials: vault.secret('db') }), maxConnections,
});
const deployment = (replicas?: number) => new Deployment(declared.chart, 'web', { metadata: { name: 'web' }, containers: [{ image: 'web' }], replicas });
const web = (replicas?: number) => new Workload(declared.topology, 'web', { pods: Pods.of(deployment(replicas)) });
const found = () => declared.found('BST201');

describe('BST201 connection-budget', () => {
  test('finds pools that are more together than the server takes, with the numbers of each consumer and what fits', () => {
    const db = outside(97);
    web(8).uses(db, { clientConnections: 10 });
    declared.workload('orders', { replicas: 4 }).uses(db, { clientConnections: 5 });
    expect(found()).toEqual(['error db: db takes 97, and 120 connections may be open at once: orders 5 × 4 pods = 20, web 10 × 10 pods (8, and 2 more while they are replaced) = 100; '
      + 'what fits are clientConnections of 4 for orders, 8 for web, with pools of that size; or run fewer pods, or put a pooler before the server and tell maxConnections of that']);
  });

  test.each([[100, 0], [99, 1]])('of 100 connections that may be open, a limit of %i has %i findings', (limit, findings) => {
    web(8).uses(outside(limit), { clientConnections: 10 });
    expect(found()).toHaveLength(findings);
  });

  test('counts the most that a HorizontalPodAutoscaler makes, and the surge of that', () => {
    const target = deployment();
    new HorizontalPodAutoscaler(declared.chart, 'hpa', { target, maxReplicas: 20 });
    new Workload(declared.topology, 'web', { pods: Pods.of(target) }).uses(outside(100), { clientConnections: 5 });
    expect(found()).toEqual([expect.stringContaining('web 5 × 25 pods (20, and 5 more while they are replaced) = 125')]);
  });

  test('counts what the object makes, where the workload is told by labels alone', () => {
    deployment(8).podMetadata.addLabel('app', 'web');
    declared.workload('web', { replicas: 2 }).uses(outside(99), { clientConnections: 10 });
    expect(found()).toEqual([expect.stringContaining('web 10 × 10 pods')]);
  });

  test('sums up what several services and topologies open to one server, and holds it against the smallest limit', () => {
    const other = new Topology(declared.chart, 'other');
    new Workload(other, 'batch', { pods: Pods.fromLabels({ labels: { app: 'batch' }, replicas: 1 }) }).uses(outside(undefined, 'jobs', other), { clientConnections: 1 });
    declared.workload('orders', { replicas: 1 }).uses(outside(200), { clientConnections: 100 });
    declared.workload('users', { replicas: 1 }).uses(outside(100, 'people'), { clientConnections: 1 });
    expect(found()).toEqual([expect.stringContaining('error people: people takes 100, and 102 connections may be open at once: batch 1 × 1 pods = 1, orders 100 × 1 pods = 100')]);
  });

  test('warns of an address for those who only read, where several servers may answer, and counts it apart', () => {
    const db = new Postgres(declared.topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'pg' }), maxConnections: 97 });
    declared.workload('reports', { replicas: 2 }).uses(db, { access: DataAccess.READ_ONLY, clientConnections: 50 });
    declared.workload('orders', { replicas: 1 }).uses(db, { clientConnections: 97 });
    expect(found()).toEqual([expect.stringMatching(/^warning db: db takes 97 at the address for those who only read, if one server answers there, and 100 connections .*: reports 50 × 2 pods = 100; /)]);
  });

  test.each<[string, () => void, string]>([
    ['the pool of a consumer', () => declared.workload('web', { replicas: 1 }).uses(outside(10)), 'unknown is the clientConnections of web, and 10 of 10 connections are left; tell clientConnections of the use'],
    ['the number of pods', () => declared.workload('web').uses(outside(10), { clientConnections: 1 }), 'unknown is the number of pods of web, and 10 of 10 connections are left'],
    ['the limit', () => declared.workload('web', { replicas: 2 }).uses(outside(), { clientConnections: 1 }),
      'how many connections db takes is unknown, and its consumers may open web 1 × 2 pods = 2; tell maxConnections of the service'],
  ])('says that it cannot judge if nobody tells %s', (_, declare, why) => {
    declare();
    expect(found()).toEqual([expect.stringContaining(`info db: not evaluated: ${why}`)]);
  });

  test('finds too many among those that are known, whatever the others open', () => {
    const db = outside(10);
    declared.workload('web').uses(db, { clientConnections: 1 });
    declared.workload('orders', { replicas: 11 }).uses(db, { clientConnections: 1 });
    expect(found()).toEqual([expect.stringMatching(/^error db: .* 11 connections .*: orders 1 × 11 pods = 11; make the pools smaller or the pods fewer/)]);
  });

  test('is silent where nobody says a number, and does not look at the app', () => {
    web().uses(outside());
    new ApiObject(declared.chart, 'broken', { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'broken' } });
    expect(found()).toEqual([]);
  });
});
