import { assertTunnel, NetworkTunnel } from '../../src/kubernetes/network-tunnel';
import { expectRefusal } from '../support/declare';

const TUNNEL: Required<NetworkTunnel> = { port: 15008, proxyLabels: { app: 'way' }, probesFrom: ['169.254.7.127/32'] };

test('what is said stays as it was', () => {
  const labels = { app: 'way' };
  const held = assertTunnel({ ...TUNNEL, proxyLabels: labels }, 'network');
  labels.app = 'other';
  expect(held).toEqual(TUNNEL);
});

test.each<[Partial<NetworkTunnel>, string, string]>([
  [{ port: 0 }, 'BST007', '0'], [{ proxyLabels: {} }, 'BST025', 'proxyLabels are empty'], [{ proxyLabels: { 'a b': 'c' } }, 'BST801', 'a b'], [{ probesFrom: ['probes'] }, 'BST026', 'probes'],
])('refused: %j', (wrong, code, words) => expectRefusal(() => assertTunnel({ ...TUNNEL, ...wrong }, 'network'), code, 'network', words));
