import { Duration } from 'cdk8s';
import { Warmup } from '../../src';
import { heldWarmup } from '../../src/model/warmup';
import { expectRefusal } from '../support/declare';

const ALL: Required<Warmup> = { duration: Duration.seconds(30), minimumPercent: 20, aggression: 1.5 };

test('keeps every option, and nothing that was left out', () => {
  expect(heldWarmup(ALL, 'x')).toEqual(ALL);
  expect(heldWarmup({ duration: ALL.duration }, 'x')).toEqual({ duration: ALL.duration, minimumPercent: undefined, aggression: undefined });
  expect(() => Object.assign(heldWarmup(ALL, 'x'), { aggression: 0 })).toThrow(TypeError);
});

test.each([0.001, 0.5, 1, 10])('takes an aggression of %p', aggression => expect(heldWarmup({ ...ALL, aggression }, 'x').aggression).toBe(aggression));

test.each<[string, object]>([
  ['warmup.duration', { duration: Duration.millis(0) }], ['warmup.minimumPercent', { minimumPercent: 0 }], ['warmup.minimumPercent', { minimumPercent: 101 }],
  ['warmup.aggression', { aggression: 0 }], ['warmup.aggression', { aggression: -1 }], ['warmup.aggression', { aggression: Infinity }],
])('refuses a %s out of its bounds: %j', (what, wrong) => expectRefusal(() => heldWarmup({ ...ALL, ...wrong }, 'x'), what === 'warmup.duration' ? 'BST009' : 'BST010', 'x', what));
