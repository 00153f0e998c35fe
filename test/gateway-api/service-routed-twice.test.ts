import { ApiObject, Duration } from 'cdk8s';
import { AmbientDeclaration } from '../support/ambient';

/** What is found of a VirtualService beside the route of `users-api`. */
function foundOf(spec: object | undefined, namespace = 'shop'): string[] {
  const declared = new AmbientDeclaration();
  declared.caller('web', declared.users(), { timeout: Duration.seconds(1) });
  new ApiObject(declared.chart, 'mine', { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'mine', namespace }, spec });
  declared.read();
  return declared.findings('BST670').map(({ path, problem }) => `${path}: ${problem}`);
}

test.each([
  [['users-api']], [['users-api.shop']], [['users-api.shop.svc.cluster.local']], [['other', 'users-api.shop.svc']],
])('a VirtualService for %j rules what a route does', hosts =>
  expect(foundOf({ hosts })).toEqual(['test/mine: it rules "users-api.shop", and so does HTTPRoute "users-api", which is bound to that Service']));

test.each<[string, object | undefined]>([
  ['for another Service', { hosts: ['other'] }], ['of a gateway alone', { hosts: ['users-api'], gateways: ['door'] }],
  ['without hosts', {}], ['without a spec', undefined], ['of another shape', { hosts: [1, null], gateways: 'mesh' }],
])('one %s does not', (_, spec) => expect(foundOf(spec)).toEqual([]));

test('one that means a Service of its own namespace does not', () => expect(foundOf({ hosts: ['users-api'] }, 'elsewhere')).toEqual([]));

test('one of a gateway and of the mesh does', () => expect(foundOf({ hosts: ['users-api'], gateways: ['door', 'mesh'] })).toHaveLength(1));
