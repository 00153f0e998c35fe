import { Chart } from 'cdk8s';
import {
  CheckContext, ITopologyCheck, Platform, Pods, Problem, Redis, RedisProvider, Severity, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** Names of workloads stand in tables that are narrow. */
class NamesAreShort implements ITopologyCheck {
  public readonly code = 'ACME017';
  public readonly title = 'names-are-short';
  public readonly severity = Severity.WARNING;
  public readonly rationale = 'the dashboards of our team cut names off behind 20 characters';
  public readonly fix = 'choose a shorter id';

  public check({ graph }: CheckContext): Problem[] {
    return graph.workloads.filter(({ name }) => name.length > 20).map(workload => Problem.of(workload, `"${workload.name}" has ${workload.name.length} characters`));
  }
}

/** A rule of a team's own, beside those of the library. */
export function checksApi(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`), containers: [{ image: `registry.example.com/${name}:1.4.0` }],
  })) });
  process('orders').uses(new Redis(topology, 'cache', { provider: RedisProvider.workload(process('redis')) }));

  topology.addCheck(new NamesAreShort());
  new Platform(chart, 'platform', { topology });
  return topology;
}
