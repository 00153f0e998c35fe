import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as api from '../../src';
import { expectRefusal } from '../support/declare';

/** The package, loaded once more: other classes of the same names. */
function secondCopy(): typeof api {
  let copy: typeof api | undefined;
  jest.isolateModules(() => {
    copy = require('../../src') as typeof api; // eslint-disable-line @typescript-eslint/no-require-imports
  });
  return copy!;
}

const chart = () => new Chart(new App(), 'chart', { namespace: 'shop' });

test('what another copy of the package made is taken as ours', () => {
  const other = secondCopy();
  expect(other.Workload).not.toBe(api.Workload);
  const topology = new api.Topology(chart(), 'shop');
  const server = new api.Workload(topology, 'server', { pods: other.Pods.fromLabels({ labels: { app: 'server' } }) });
  const service = new api.HttpService(topology, 'api', { provider: other.HttpProvider.workload(server), loadBalancing: other.LoadBalancing.ROUND_ROBIN });
  expect(service.loadBalancing?.algorithm).toBe(api.LoadBalancing.ROUND_ROBIN.algorithm);
});

test('a Workload of cdk8s-plus is refused where ours is due, and ours where pods are made', () => {
  const scope = chart();
  const theirs = new kplus.Deployment(scope, 'pods', { containers: [{ image: 'a' }] });
  const ours = new api.Workload(new api.Topology(scope, 'shop'), 'a', { pods: api.Pods.of(theirs) });
  expectRefusal(() => api.HttpProvider.workload(theirs as never), 'BST021', 'HttpProvider.workload()', 'an object of the class "Deployment"', 'new Workload()');
  const again = () => new api.Workload(new api.Topology(new Chart(scope, 'inner'), 'other'), 'b', { pods: api.Pods.of(ours) });
  expectRefusal(again, 'BST043', 'chart/shop/workloads/a', 'nothing in it makes pods');
});
