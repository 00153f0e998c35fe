import { prepended } from '../../src/pods/workload-resource';

const variables = (...names: string[]) => names.map(name => ({ name, value: `ours of ${name}` }));

test('variables stand before those that the container has', () =>
  expect(prepended(variables('A', 'B'), [{ name: 'C', value: 'own' }]).map(({ name }) => name)).toEqual(['A', 'B', 'C']));

test('of two of one name the container\'s own value is kept, in the place of ours', () =>
  expect(prepended(variables('A', 'B'), [{ name: 'C', value: 'own' }, { name: 'A', value: 'own' }])).toEqual(
    [{ name: 'A', value: 'own' }, { name: 'B', value: 'ours of B' }, { name: 'C', value: 'own' }]));
