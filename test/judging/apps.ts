import { App, Chart } from 'cdk8s';
import { Pods, Problem, Severity, Topology, Workload } from '../../src';
import { AppContext } from '../../src/model/app-context';
import { IAppCheck, ITopologyCheck } from '../../src/model/check';

/** Topologies `t0/shop`, `t1/shop` ... of one app, each in a chart and a namespace of its own, with a workload. */
export function topologiesOf(count: number, app = new App()): Topology[] {
  return Array.from({ length: count }, (_, i) => {
    const topology = new Topology(new Chart(app, `t${i}`, { namespace: `n${i}` }), 'shop');
    new Workload(topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' } }) });
    return topology;
  });
}

const texts = { severity: Severity.ERROR, rationale: 'r', fix: 'do right' };

export const appCheck = (check: (context: AppContext) => Problem[], code = 'ACME001'): IAppCheck => ({ code, title: `made-up of ${code}`, ...texts, check });

export const topologyCheck = (check: ITopologyCheck['check'], code = 'ACME002'): ITopologyCheck => ({ code, title: `made-up of ${code}`, ...texts, check });

/** As an output does. */
export const reading = (topology: Topology) => void topology.read();
