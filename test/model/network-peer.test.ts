import { NetworkPeer, PeerAddressesProps, PeerPodsProps } from '../../src';
import { expectRefusal } from '../support/declare';

const pods: Required<PeerPodsProps> = { namespace: 'kube-system', podLabels: { app: 'dns' }, port: 53, udp: true };
const addresses: Required<PeerAddressesProps> = { cidrs: ['169.254.20.10/32'], port: 53, udp: true };

test('is pods or addresses, and takes no change', () => {
  const given = { ...pods, podLabels: { ...pods.podLabels } as Record<string, string> };
  const peer = NetworkPeer.pods(given);
  given.podLabels.app = 'other';
  expect(peer).toEqual(pods);
  const cidrs = [...addresses.cidrs];
  const other = NetworkPeer.addresses({ ...addresses, cidrs });
  cidrs.push('10.0.0.0/8');
  expect(other).toEqual(addresses);
  expect(() => Object.assign(other, { port: 1 })).toThrow(TypeError);
});

test('is not reached by UDP unless that is said', () => {
  expect([NetworkPeer.pods({ ...pods, udp: undefined }).udp, NetworkPeer.addresses({ ...addresses, udp: undefined }).udp]).toEqual([false, false]);
});

test.each<[string, Partial<PeerPodsProps>, string]>([
  ['BST801', { namespace: 'Kube System' }, 'Kube System'], ['BST801', { podLabels: { 'a b': 'c' } }, 'a b'], ['BST007', { port: 0 }, '1..65535'],
  ['BST025', { podLabels: {} }, 'every pod of the namespace would be opened; give podLabels'],
])('%s: refuses pods of %j', (code, props, words) => expectRefusal(() => NetworkPeer.pods({ ...pods, ...props }), code, 'NetworkPeer.pods', words));

test.each<[string, Partial<PeerAddressesProps>, string]>([
  ['BST026', { cidrs: [] }, 'a rule without one would open every address; give at least one range'], ['BST026', { cidrs: ['10.1.2.3/8'] }, '10.0.0.0/8'],
  ['BST007', { port: 65_536 }, '1..65535'],
])('%s: refuses addresses of %j', (code, props, words) => expectRefusal(() => NetworkPeer.addresses({ ...addresses, ...props }), code, 'NetworkPeer.addresses', words));
