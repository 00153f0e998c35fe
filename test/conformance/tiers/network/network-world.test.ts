import { Manifests } from '../../harness/manifests';
import { NetworkWorld } from './network-world';

const policy = (namespace: string, name: string) => `kind: NetworkPolicy\nmetadata: {name: ${name}, namespace: ${namespace}}\n`;
const deployment = 'kind: Deployment\nmetadata: {name: chart-web-c8495f9e, namespace: shop}\nspec: {template: {metadata: {labels: {app: web}}}}\n';
const manifests = new Manifests([policy('shop', 'web'), policy('books', 'web'), deployment].map(text => ({ file: 'x', text })));
const world = new NetworkWorld();
beforeEach(() => world.apply(manifests));

test('the policies of namespaces, each once, and that of a workload', () => {
  expect(world.policiesIn(['shop', 'shop', 'none']).map(({ metadata }) => metadata.namespace)).toEqual(['shop']);
  expect(world.policyOf('books/web').metadata.namespace).toBe('books');
  expect(() => world.policyOf('shop/nobody')).toThrow('shop/nobody has no policy');
});

test('the pods of a Deployment, whose name may end in a hash of cdk8s', () => {
  expect(world.podsOf('shop/web', ['chart-web'])).toMatchObject([0, 1].map(ordinal => (
    { owner: 'shop/web', name: `shop/chart-web-${ordinal}`, pod: { namespace: 'shop', labels: { app: 'web' } }, guarded: true })));
  expect(() => world.podsOf('shop/web', ['web'])).toThrow('nothing makes the pods of shop/web');
});

test('other manifests take the place of the first', async () => {
  await world.apply(new Manifests([]));
  expect(world.policiesIn(['shop'])).toEqual([]);
});
