import { meshNamesOf } from '../../src/istio/mesh-names';
import { expectRefusal } from '../support/declare';

test('a mesh calls itself as Istio does, and its policies live with istiod', () => {
  expect(meshNamesOf({}, 'mesh')).toEqual({ trustDomain: 'cluster.local', clusterDomain: 'cluster.local', rootNamespace: 'istio-system', controlPlaneNamespace: 'istio-system' });
  expect(meshNamesOf({ controlPlaneNamespace: 'mesh' }, 'mesh').rootNamespace).toBe('mesh');
});

test.each(['trustDomain', 'clusterDomain', 'rootNamespace', 'controlPlaneNamespace'])('%s is a DNS name', name =>
  expectRefusal(() => meshNamesOf({ [name]: 'No Name' }, 'mesh'), 'BST801', 'mesh', 'No Name'));
