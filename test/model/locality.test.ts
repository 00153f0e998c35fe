import { Locality } from '../../src';
import { expectRefusal, survivesHostileText } from '../support/declare';

const REGION = 'topology.kubernetes.io/region';

test('near endpoints come first, and others as those fail, unless it is fixed where requests go', () => {
  const failing = [Locality.NEAREST, Locality.failover({ a: 'b' }), Locality.failoverPriority([REGION])];
  const fixed = [Locality.ANYWHERE, Locality.distribute([{ from: 'a', to: { b: 100 } }])];
  expect(failing.map(({ failsOver }) => failsOver)).toEqual([true, true, true]);
  expect(fixed.map(({ failsOver }) => failsOver)).toEqual([false, false]);
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
])('%s: %s() refuses what Istio would', (code, method, declare, words) => expectRefusal(declare, code, `Locality.${method}`, words));

test('survives hostile text', () => {
  survivesHostileText(text => Locality.failover({ [text]: 'b' }));
  survivesHostileText(text => Locality.failoverPriority([text]));
  survivesHostileText(text => Locality.distribute([{ from: text, to: { [text]: 100 } }]));
});

test('nobody can change what is given', () => {
  const regions = { a: 'b' };
  const held = Locality.failover(regions);
  regions.a = 'c';
  expect(held._regions).toEqual({ a: 'b' });
  expect(() => Object.assign(held, { preference: 'x' })).toThrow(TypeError);
});
