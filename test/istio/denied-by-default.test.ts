import { Gateway, HttpProvider, HttpService, IstioMesh, IstioOptions, Pods, Topology, Workload, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

const { GUARDED, MIGRATING, FOREIGN } = WorkloadStanding;
const SHOP: IstioOptions = { namespacePolicies: { shop: { denyByDefault: true } } };
const found = (declared: MeshDeclaration) => {
  declared.read();
  return declared.found('BST646').map(text => text.replace(/,.*/, ''));
};
const all = (options: IstioOptions) => {
  const declared = new MeshDeclaration(options);
  for (const standing of [GUARDED, MIGRATING, FOREIGN]) newWorkload(declared.topology, standing, { standing });
  new Gateway(declared.topology, 'door', { pods: Pods.fromLabels({ labels: { app: 'door' } }) });
  return found(declared);
};

test.each<[string, IstioOptions]>([['the mesh', { meshPolicy: { denyByDefault: true } }], ['namespace shop', SHOP]])(
  'pods to which no policy of ours lets anybody in are shut where %s denies by default: an error of ours, a warning of a gateway', (where, options) =>
    expect(all(options)).toEqual([`warning door: ${where} denies by default`, `error migrating: ${where} denies by default`]));

test('another namespace, or none, shuts nobody', () =>
  expect([all({ namespacePolicies: { elsewhere: { denyByDefault: true } } }), all({})]).toEqual([[], []]));

test('somebody else\'s pods are shut, too: a warning where they are called', () => {
  const declared = new MeshDeclaration(SHOP);
  declared.caller('web', new HttpService(declared.topology, 'theirs', { provider: HttpProvider.workload(newWorkload(declared.topology, 'other', { standing: FOREIGN })) }));
  for (const namespace of ['shop', 'far']) declared.caller(`to-${namespace}`, new HttpService(declared.topology, `in-${namespace}`, { provider: HttpProvider.inCluster({ service: 'a', namespace }) }));
  new HttpService(declared.topology, 'uncalled', { provider: HttpProvider.inCluster({ service: 'b', namespace: 'shop' }) });
  expect(found(declared)).toEqual(['warning in-shop: namespace shop denies by default', 'warning other: namespace shop denies by default']);
});

test('a namespace that another topology of the app shuts is shut for this one', () => {
  const declared = new MeshDeclaration();
  newWorkload(declared.topology, 'web', { standing: MIGRATING });
  const other = new Topology(declared.chart, 'other', { namespace: 'shop' });
  new Workload(other, 'api', { pods: Pods.fromLabels({ labels: { app: 'api' } }) });
  new IstioMesh(declared.chart, 'other-mesh', { topology: other, ...SHOP });
  expect(found(declared)).toEqual(['error web: namespace shop denies by default']);
});
