import { assertLocalities, assertPlace } from '../../src/model/locality-names';
import { expectRefusal } from '../support/declare';

test.each([['us-west'], ['us-west/zone1'], ['us-west/zone1/rack-1'], ['us-west/*'], ['us-west/zone1/*'], ['*'], ['us/a', 'us/b', 'eu/*'], ['us/a/1', 'us/a/2', 'us/ab']])('%j are localities', (...names) =>
  expect(() => assertLocalities(names, 'x')).not.toThrow());

test.each(['', '/', 'us/', '/zone', 'us//rack', 'us/*/rack', '*/zone', 'us/zone/rack/more', 'us west', '__proto__/a', 'constructor', 'a'.repeat(192)])('BST801: %j is no locality', name =>
  expectRefusal(() => assertLocalities([name], 'x'), 'BST801', 'x', 'region/zone'));

test.each([['us', 'us/zone1'], ['us/zone1', 'us/*'], ['*', 'us'], ['us/a/*', 'us/a/1'], ['us', 'us/*'], ['us/a', 'us/a']])('BST008: of %j one holds the other', (...names) =>
  expectRefusal(() => assertLocalities(names, 'x'), 'BST008', 'x', 'is in'));

test.each(['us-west', 'us-west/zone1', 'us-west/zone1/rack-1'])('%s is where something can be', name => expect(assertPlace(name, 'x')).toBe(name));

test.each(['', '*', 'us-west/*', 'us/', 'us/zone/rack/more', 'constructor'])('BST801: nothing can be in %j', name =>
  expectRefusal(() => assertPlace(name, 'x'), 'BST801', 'x', 'allowed is region, region/zone or region/zone/sub-zone'));
