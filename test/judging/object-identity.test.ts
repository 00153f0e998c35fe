import { ApiObject, ApiObjectProps, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { identityOf } from '../../src/judging/object-identity';

const object = (props: Partial<ApiObjectProps> = {}, ...patches: JsonPatch[]) => {
  const made = new ApiObject(new Chart(new App(), 'chart', { namespace: 'shop' }), 'o', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'innocent' }, ...props });
  made.addJsonPatch(...patches);
  return made;
};
const lazy = (text: string) => Lazy.any({ produce: () => text }) as unknown as string;

test.each<[string, ApiObject, object]>([
  ['as it is declared', object(), { group: '', kind: 'Service', namespace: 'shop', name: 'innocent' }],
  ['with a group', object({ apiVersion: 'apps/v1', kind: 'Deployment' }), { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'innocent' }],
  ['with another name by a patch', object({}, JsonPatch.replace('/metadata/name', 'pg-rw')), { group: '', kind: 'Service', namespace: 'shop', name: 'pg-rw' }],
  ['in another namespace by a patch', object({}, JsonPatch.replace('/metadata/namespace', 'data')), { group: '', kind: 'Service', namespace: 'data', name: 'innocent' }],
  ['of another kind by patches', object({ kind: 'ConfigMap' }, JsonPatch.replace('/kind', 'Role'), JsonPatch.replace('/apiVersion', 'rbac.authorization.k8s.io/v1')),
    { group: 'rbac.authorization.k8s.io', kind: 'Role', namespace: 'shop', name: 'innocent' }],
  ['without what a patch takes away', object({}, JsonPatch.remove('/metadata/namespace')), { group: '', kind: 'Service', namespace: '', name: 'innocent' }],
  ['with a name that is worked out', object({ metadata: { name: lazy('pg-rw'), namespace: lazy('data') } }), { group: '', kind: 'Service', namespace: 'data', name: 'pg-rw' }],
])('an object is known %s', (_, made, identity) => expect(identityOf(made)).toEqual(identity));

test('one that cannot be rendered is known as it is declared, which the synthesis says itself', () =>
  expect(identityOf(object({}, JsonPatch.replace('/nowhere/at/all', 1))).name).toBe('innocent'));
