import { ApiObject } from 'cdk8s';
import { IstioOptions, MutualTls, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
import { MeshDeclaration } from '../support/mesh';

/** What is found of a PeerAuthentication that the author writes beside workload `web`, in pods labelled `app: web`, in namespace `shop`. */
const found = (spec: object | undefined, { namespace = 'shop', name = 'mine', standing, options }: { namespace?: string; name?: string; standing?: WorkloadStanding; options?: IstioOptions } = {}) => {
  const declared = new MeshDeclaration(options);
  if (standing) newWorkload(declared.topology, 'web', { standing }); else declared.workload('web', { versions: [{ name: 'v1', labels: { version: 'v1' } }] });
  new ApiObject(declared.chart, 'mine', { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name, namespace }, spec });
  declared.read();
  return declared.findings('BST647').map(({ path, problem }) => `${path}: ${problem}`);
};
const of = (labels: Record<string, string>) => ({ selector: { matchLabels: labels }, mtls: { mode: 'STRICT' } });
const OF_WEB = ['test/mine: this PeerAuthentication is about pods of test/shop/workloads/web, of which is said already which connections they take'];
const STRICT: IstioOptions = { namespacePolicies: { shop: { mutualTls: MutualTls.STRICT } } };

test.each([['pods', { app: 'web' }], ['some of the pods', { version: 'v1' }]])('finds one about %s of ours, of which the older would hold', (_, labels) =>
  expect(found(of(labels))).toEqual(OF_WEB));

test('finds one about a namespace of which something is said', () =>
  expect(found({ mtls: { mode: 'STRICT' } }, { options: STRICT })).toEqual([
    'test/mine: this PeerAuthentication is about namespace shop, of which test/mesh/PeerAuthentication shop.default says which connections are taken']));

test.each<[string, object | undefined, Parameters<typeof found>[1]]>([
  ['other pods', of({ app: 'other' }), {}], ['pods of another namespace', of({ app: 'web' }), { namespace: 'books' }], ['a namespace of which nothing is said', undefined, {}],
  ['another namespace', undefined, { namespace: 'books', options: STRICT }], ['pods of which nothing is said', of({ app: 'web' }), { standing: WorkloadStanding.MIGRATING }],
  ['pods, by the name of ours, which is one object then', of({ app: 'web' }), { name: 'web' }],
])('accepts one about %s', (_, spec, props) => expect(found(spec, props)).toEqual([]));
