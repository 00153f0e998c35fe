import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Include } from 'cdk8s';
import { HttpProvider, HttpService, KubernetesServices, Pods, Topology, Workload } from '../../src';
import { AppReading } from '../../src/judging/app-reading';

test('finds the topologies, sorted by path, and the objects, in the order of the tree', () => {
  const app = new App();
  const [b, a] = ['b', 'a'].map(id => new Topology(new Chart(app, id, { namespace: 'shop' }), 'shop'));
  new ApiObject(a.node.scope as Chart, 'mine', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'x' } });
  const web = new Workload(b, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' } }) });
  new HttpService(b, 'api', { provider: HttpProvider.workload(web) });
  new KubernetesServices(b.node.scope as Chart, 'services', { topology: b });
  const { topologies, objects } = new AppReading(app);
  expect(topologies).toEqual([a, b]);
  expect(objects.all.map(({ path, group, kind, namespace, name, byHand }) => [path, group, kind, namespace, name, byHand])).toEqual([
    ['b/services/Service shop.api', '', 'Service', 'shop', 'api', false], ['a/mine', 'apps', 'Deployment', 'shop', 'x', true],
  ]);
  expect(objects.all[1].manifest()).toMatchObject({ kind: 'Deployment', metadata: { name: 'x' } });
});

test('sees what an Include brings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'include-'));
  writeFileSync(join(folder, 'a.yaml'), 'apiVersion: v1\nkind: Service\nmetadata: { name: orders, namespace: shop }\n');
  const app = new App();
  new Include(new Chart(app, 'chart'), 'theirs', { url: join(folder, 'a.yaml') });
  rmSync(folder, { recursive: true });
  expect(new AppReading(app).objects.all).toMatchObject([{ kind: 'Service', name: 'orders', namespace: 'shop', byHand: true }]);
});
