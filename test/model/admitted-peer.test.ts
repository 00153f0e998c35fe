import { AdmittedAddressesProps, AdmittedMeshPodsProps, AdmittedPeer, AdmittedPodsProps } from '../../src';
import { expectRefusal } from '../support/declare';

const pods: Required<AdmittedPodsProps> = { namespace: 'monitoring', podLabels: { app: 'prometheus' }, port: 9090 };
const meshPods: Required<AdmittedMeshPodsProps> = { ...pods, serviceAccountName: 'prometheus' };
const addresses: Required<AdmittedAddressesProps> = { cidrs: ['130.211.0.0/22', '35.191.0.0/16'], port: 8080 };

test('is pods, pods in the mesh or addresses, and takes no change', () => {
  const podLabels: Record<string, string> = { ...pods.podLabels };
  const peer = AdmittedPeer.pods({ ...pods, podLabels });
  podLabels.app = 'other';
  expect(peer).toEqual(pods);
  expect(AdmittedPeer.meshPods(meshPods)).toEqual(meshPods);
  expect(AdmittedPeer.addresses({ ...addresses, cidrs: [...addresses.cidrs].reverse() })).toEqual(addresses);
  expect(() => Object.assign(peer, { port: 1 })).toThrow(TypeError);
});

test.each<[string, Partial<AdmittedMeshPodsProps>, string]>([
  ['BST801', { namespace: 'Kube System' }, 'Kube System'], ['BST801', { podLabels: { 'a b': 'c' } }, 'a b'], ['BST007', { port: 0 }, '1..65535'],
  ['BST025', { podLabels: {} }, 'no label tells the pods in "monitoring" that are let in, so every pod of the namespace would be; give podLabels'],
])('%s: refuses pods of %j, in the mesh or not', (code, props, words) => {
  expectRefusal(() => AdmittedPeer.pods({ ...pods, ...props }), code, 'AdmittedPeer.pods', words);
  expectRefusal(() => AdmittedPeer.meshPods({ ...meshPods, ...props }), code, 'AdmittedPeer.meshPods', words);
});

test('BST801: refuses an account that cannot be one', () =>
  expectRefusal(() => AdmittedPeer.meshPods({ ...meshPods, serviceAccountName: 'a/b' }), 'BST801', 'AdmittedPeer.meshPods', 'a/b'));

test.each<[string, Partial<AdmittedAddressesProps>, string]>([
  ['BST026', { cidrs: [] }, 'a rule without one would let in every address; give at least one range'], ['BST026', { cidrs: ['10.1.2.3/8'] }, '10.0.0.0/8'],
  ['BST026', { cidrs: ['x'] }, 'give the ranges that are let in'], ['BST007', { port: 65_536 }, '1..65535'],
])('%s: refuses addresses of %j', (code, props, words) =>
  expectRefusal(() => AdmittedPeer.addresses({ ...addresses, ...props }), code, 'AdmittedPeer.addresses', words));
