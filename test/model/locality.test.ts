import { Locality } from '../../src';
import { expectRefusal, survivesHostileText } from '../support/declare';

const REGION = 'topology.kubernetes.io/region';

test('near endpoints come first, and others as those fail, unless it is fixed where requests go', () => {
  const failing = [Locality.zoneAware({ failover: { a: 'b' } }), Locality.zoneAware({ failoverPriority: ['zone'] }), Locality.NEAREST, Locality.failover({ a: 'b' }), Locality.failoverPriority([REGION])];
  const fixed = [Locality.zoneAware(), Locality.ANYWHERE, Locality.distribute([{ from: 'a', to: { b: 100 } }])];
  expect(failing.map(({ failsOver }) => failsOver)).toEqual([true, true, true, true, true]);
  expect(fixed.map(({ failsOver }) => failsOver)).toEqual([false, false, false]);
});

test.each<[string, string, () => Locality, string]>([
  ['BST801', 'failover', () => Locality.failover({ 'us/zone': 'eu' }), 'a region'], ['BST801', 'failover', () => Locality.failover({ us: '*' }), 'a region'], ['BST008', 'failover', () => Locality.failover({ us: 'us' }), 'for itself'],
  ['BST008', 'failover', () => Locality.failover({}), 'no region'], ['BST008', 'failoverPriority', () => Locality.failoverPriority([]), 'no label'], ['BST008', 'failoverPriority', () => Locality.failoverPriority(['a', 'a']), 'twice'],
  ['BST008', 'failoverPriority', () => Locality.failoverPriority(['tier=gold', 'tier=silver']), 'twice'],
  ['BST008', 'failoverPriority', () => Locality.failoverPriority([`${REGION}=eu`], { regions: { a: 'b' } }), 'regions'],
  ['BST801', 'failoverPriority', () => Locality.failoverPriority(['a b']), 'label'], ['BST801', 'failoverPriority', () => Locality.failoverPriority(['a=b=c']), 'label'],
  ['BST008', 'failoverPriority', () => Locality.failoverPriority([REGION], { regions: { a: 'b' } }), 'regions'], ['BST008', 'failoverPriority', () => Locality.failoverPriority(['a'], { regions: {} }), 'no region'],
  ['BST008', 'distribute', () => Locality.distribute([]), 'no locality'], ['BST008', 'distribute', () => Locality.distribute([{ from: 'a', to: { b: 99 } }]), '99'],
  ['BST008', 'distribute', () => Locality.distribute([{ from: 'a', to: { b: 100, c: 0 } }]), 'share of 0'], ['BST008', 'distribute', () => Locality.distribute([{ from: 'a', to: { b: 100 } }, { from: 'a/*', to: { b: 100 } }]), 'is in'],
  ['BST008', 'distribute', () => Locality.distribute([{ from: 'a', to: { b: 50, ['b/c']: 50 } }]), 'is in'], ['BST801', 'distribute', () => Locality.distribute([{ from: 'a b', to: { b: 100 } }]), 'a locality'],
  ['BST010', 'zoneAware', () => Locality.zoneAware({ minClusterSize: 0 }), '1..4294967295'], ['BST010', 'zoneAware', () => Locality.zoneAware({ minClusterSize: 4294967296 }), '1..4294967295'],
  ['BST008', 'zoneAware', () => Locality.zoneAware({ failover: {} }), 'no region'], ['BST008', 'zoneAware', () => Locality.zoneAware({ failover: { a: 'a' } }), 'for itself'],
  ['BST801', 'zoneAware', () => Locality.zoneAware({ failover: { a: 'b/c' } }), 'a region'], ['BST801', 'zoneAware', () => Locality.zoneAware({ failoverPriority: ['a b'] }), 'label'],
  ['BST008', 'zoneAware', () => Locality.zoneAware({ failoverPriority: [] }), 'no label'], ['BST008', 'zoneAware', () => Locality.zoneAware({ failoverPriority: [REGION] }), 'where zones are looked at anyway'],
])('%s: %s() refuses what Istio would', (code, method, declare, words) => expectRefusal(declare, code, `Locality.${method}`, words));

test('survives hostile text', () => {
  survivesHostileText(text => Locality.failover({ [text]: 'b' }));
  survivesHostileText(text => Locality.failoverPriority([text]));
  survivesHostileText(text => Locality.zoneAware({ failover: { [text]: 'b' }, failoverPriority: [text] }));
  survivesHostileText(text => Locality.distribute([{ from: text, to: { [text]: 100 } }]));
});

test('sharing by zones is told apart by all that is said of it', () => {
  const meanings = [{}, { minClusterSize: 1 }, { minClusterSize: 4294967295 }, { failover: { a: 'b' } }, { failoverPriority: ['a'] }].map(options => Locality.zoneAware(options)._meaning);
  expect(new Set([...meanings, Locality.NEAREST._meaning]).size).toBe(6);
  expect([Locality.zoneAware(), Locality.NEAREST].map(({ isZoneAware }) => isZoneAware)).toEqual([true, false]);
});

test('nobody can change what is given', () => {
  const regions = { a: 'b' };
  const held = Locality.failover(regions);
  regions.a = 'c';
  expect(held._regions).toEqual({ a: 'b' });
  expect(() => Object.assign(held, { preference: 'x' })).toThrow(TypeError);
});
