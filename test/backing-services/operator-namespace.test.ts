import { assertNamespace, operatorNamespace } from '../../src/backing-services/operator-namespace';
import { expectRefusal, newTopology, topologyWithoutNamespace } from '../support/declare';

const of = (said: string | undefined, scope = newTopology()) => operatorNamespace(said, 'Tenant', 'Some.tenant', { scope, path: 'p' });

test('is the one that is said, else the topology\'s', () => expect([of('data'), of(undefined)]).toEqual(['data', 'shop']));

test('BST013: there has to be one', () =>
  expectRefusal(() => of(undefined, topologyWithoutNamespace()), 'BST013', 'p', 'the namespace of the Tenant is unknown', 'give it to Some.tenant(), the Topology or the Chart'));

test('BST013: so it is where the topology was asked already', () => {
  expect(assertNamespace('data', 'InnoDBCluster', 'a()', 'p')).toBe('data');
  expectRefusal(() => assertNamespace(undefined, 'InnoDBCluster', 'a()', 'p'), 'BST013', 'p', 'the InnoDBCluster is unknown', 'give it to a(), the Topology or the Chart');
});
