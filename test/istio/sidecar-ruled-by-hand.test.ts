import { ApiObject } from 'cdk8s';
import { IstioOptions, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

/** What is found of a Sidecar that the author writes beside workload `web`, in pods labelled `app: web`, in namespace `shop`. */
const found = (spec: object | undefined, { namespace = 'shop', name = 'mine', standing, options = { sidecars: {} } }: { namespace?: string; name?: string; standing?: WorkloadStanding; options?: IstioOptions } = {}) => {
  const declared = new MeshDeclaration(options);
  newWorkload(declared.topology, 'web', { standing });
  new ApiObject(declared.chart, 'mine', { apiVersion: 'networking.istio.io/v1', kind: 'Sidecar', metadata: { name, namespace }, spec });
  declared.read();
  return declared.findings('BST658').map(({ path, problem }) => `${path}: ${problem}`);
};
const of = (labels: Record<string, string>) => ({ workloadSelector: { labels }, egress: [{ hosts: ['./*'] }] });
const OF_WEB = ['test/mine: this Sidecar is about pods of test/shop/workloads/web, which are told of what it depends on already'];

test('finds one about pods of ours, of which either may hold', () => expect(found(of({ app: 'web' }))).toEqual(OF_WEB));

test.each<[string, object | undefined, Parameters<typeof found>[1]]>([
  ['other pods', of({ app: 'other' }), {}], ['pods of another namespace', of({ app: 'web' }), { namespace: 'books' }], ['a whole namespace', { egress: [{ hosts: ['./*'] }] }, {}],
  ['no spec', undefined, {}], ['pods of somebody else', of({ app: 'web' }), { standing: WorkloadStanding.FOREIGN }], ['pods that have none of ours', of({ app: 'web' }), { options: {} }],
  ['the same object', of({ app: 'web' }), { name: 'web' }],
])('finds nothing about %s', (_, spec, where) => expect(found(spec, where)).toEqual([]));
