import { AdmittedAddressesProps, AdmittedAnyoneProps, AdmittedMeshPodsProps, AdmittedNamespaceProps, AdmittedPeer, AdmittedPodsProps, PeerIdentity } from '../../src';
import { expectRefusal } from '../support/declare';

const requests = { methods: ['GET', 'HEAD'], paths: ['/health', '/metrics'] };
const anyone: Required<AdmittedAnyoneProps> = { ...requests, port: 8080 };
const namespace: Required<AdmittedNamespaceProps> = { ...anyone, namespace: 'front' };
const pods: Required<AdmittedPodsProps> = { ...requests, namespace: 'monitoring', podLabels: { app: 'prometheus' }, port: 9090 };
const meshPods: Required<AdmittedMeshPodsProps> = { ...pods, serviceAccountName: 'prometheus', clientCidrs: ['198.51.100.0/24', '203.0.113.0/24'] };
const addresses: Required<AdmittedAddressesProps> = { ...requests, cidrs: ['130.211.0.0/22', '35.191.0.0/16'], port: 8080 };

test('is pods, pods in the mesh or addresses, and takes no change', () => {
  const podLabels: Record<string, string> = { ...pods.podLabels };
  const peer = AdmittedPeer.pods({ ...pods, podLabels });
  podLabels.app = 'other';
  expect(peer).toEqual({ ...pods, identity: PeerIdentity.NONE });
  expect(AdmittedPeer.meshPods(meshPods)).toEqual({ ...meshPods, identity: PeerIdentity.MESH });
  expect(AdmittedPeer.addresses({ ...addresses, cidrs: [...addresses.cidrs].reverse() })).toEqual({ ...addresses, identity: PeerIdentity.NONE });
  expect(() => Object.assign(peer, { port: 1 })).toThrow(TypeError);
});

test('is whoever comes, whoever has an identity, or the pods of a namespace', () => {
  expect(AdmittedPeer.anyone({ ...anyone, methods: ['HEAD', 'GET', 'GET'] })).toEqual({ ...anyone, identity: PeerIdentity.ANY });
  expect(AdmittedPeer.anyMeshPods(anyone)).toEqual({ ...anyone, identity: PeerIdentity.MESH });
  expect(AdmittedPeer.meshNamespace(namespace)).toEqual({ ...namespace, identity: PeerIdentity.MESH });
  expect(AdmittedPeer.anyone({ port: 1 })).toEqual({ port: 1, identity: PeerIdentity.ANY });
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

test.each([[{ clientCidrs: ['x'] }, 'of the clients that are let in'], [{ clientCidrs: [] }, 'no address range is given']])('BST026: refuses clients of %j', (props, words) =>
  expectRefusal(() => AdmittedPeer.meshPods({ ...meshPods, ...props }), 'BST026', 'AdmittedPeer.meshPods', words));

test.each<[string, Partial<AdmittedAnyoneProps>, string]>([
  ['BST007', { port: 0 }, '1..65535'], ['BST801', { methods: ['get'] }, 'an HTTP method'], ['BST801', { paths: ['metrics'] }, 'does not begin'], ['BST542', { paths: [] }, 'no paths'],
])('%s: refuses %j of whoever comes', (code, props, words) => {
  expectRefusal(() => AdmittedPeer.anyone({ ...anyone, ...props }), code, 'AdmittedPeer.anyone', words);
  expectRefusal(() => AdmittedPeer.anyMeshPods({ ...anyone, ...props }), code, 'AdmittedPeer.anyMeshPods', words);
  expectRefusal(() => AdmittedPeer.meshNamespace({ ...namespace, ...props }), code, 'AdmittedPeer.meshNamespace', words);
});

test('BST801: refuses a namespace that cannot be one', () =>
  expectRefusal(() => AdmittedPeer.meshNamespace({ ...namespace, namespace: '*' }), 'BST801', 'AdmittedPeer.meshNamespace', '*'));

test.each<[string, Partial<AdmittedAddressesProps>, string]>([
  ['BST026', { cidrs: [] }, 'a rule without one would let in every address; give at least one range'], ['BST026', { cidrs: ['10.1.2.3/8'] }, '10.0.0.0/8'],
  ['BST026', { cidrs: ['x'] }, 'give the ranges that are let in'], ['BST007', { port: 65_536 }, '1..65535'],
])('%s: refuses addresses of %j', (code, props, words) =>
  expectRefusal(() => AdmittedPeer.addresses({ ...addresses, ...props }), code, 'AdmittedPeer.addresses', words));
