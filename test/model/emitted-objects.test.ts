import { EmittedObject } from '../../src/model/emitted-object';
import { EmittedObjects } from '../../src/model/emitted-objects';

const objectOf = (group: string, kind: string, name: string) =>
  EmittedObject._of({ group, kind, namespace: 'shop', name }, `chart/${name}`, false, { toJson: () => ({}) });
const objects = new EmittedObjects([objectOf('', 'Service', 'b'), objectOf('apps', 'Deployment', 'a'), objectOf('', 'Service', 'a')]);

test('tells whether there is an object of an identity', () => {
  const identity = { group: '', kind: 'Service', namespace: 'shop', name: 'a' };
  expect([identity, { ...identity, group: 'apps' }, { ...identity, namespace: '' }, { ...identity, name: 'c' }].map(each => objects.has(each)))
    .toEqual([true, false, false, false]);
});

test('finds those of a kind, in their order', () => {
  expect(objects.ofKind('', 'Service').map(({ name }) => name)).toEqual(['b', 'a']);
  expect(objects.ofKind('apps', 'Service')).toEqual([]);
});
