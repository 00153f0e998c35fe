import { Chart } from 'cdk8s';
import { Pods, Topology, Workload } from 'cdk8s-backing-services';
import { account, deployment } from '../deployment';

/** What the pieces are declared of: workloads of a shop, each guarded and in pods of its own. */
export interface Shop {
  /** Of the namespace `shop`. */
  readonly chart: Chart;
  readonly topology: Topology;
  readonly web: Workload;
  readonly batch: Workload;
  readonly orders: Workload;
  /** In two versions, v1 and v2. */
  readonly catalog: Workload;
}

/** The shop, of which nothing is said yet. */
export function shopIn(chart: Chart): Shop {
  const topology = new Topology(chart, 'shop');
  const one = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1` })) });
  const shared = account(chart, 'catalog');
  const version = (name: string) => deployment(chart, `catalog-${name}`, {
    image: `registry.example.com/catalog:${name}`, labels: { app: 'catalog', version: name }, account: shared,
  });
  const catalog = new Workload(topology, 'catalog', { pods: Pods.versions({ v1: version('v1'), v2: version('v2') }) });
  return { chart, topology, catalog, web: one('web'), batch: one('batch'), orders: one('orders') };
}
