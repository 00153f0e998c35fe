import { IpFamily } from '../../src';
import { heldServiceOptions } from '../../src/model/held-service-options';

const told = () => ({ db: { nodePorts: { 80: 1 }, loadBalancerSourceRanges: ['::/0'], ipFamilies: [IpFamily.IPV4], labels: { a: '1' }, annotations: { b: '2' }, perVersion: true } });

test('are what they were when they were told', () => {
  const given = told();
  const held = heldServiceOptions(given);
  given.db.labels.a = given.db.annotations.b = 'x';
  given.db.ipFamilies.pop();
  given.db.loadBalancerSourceRanges.pop();
  given.db.nodePorts[80] = given.db.perVersion as never;
  expect(held).toEqual(told());
});

test.each<[string, (held: ReturnType<typeof heldServiceOptions>) => unknown]>([
  ['options', held => Object.assign(held.db, { perVersion: false })], ['labels', held => { held.db.labels!.a = 'x'; }], ['annotations', held => { held.db.annotations!.b = 'x'; }],
  ['families', held => held.db.ipFamilies!.pop()], ['ranges', held => held.db.loadBalancerSourceRanges!.pop()], ['ports', held => { held.db.nodePorts![80] = 2; }],
  ['Services', held => { held.other = {}; }],
])('take no other %s', (_, change) => expect(() => change(heldServiceOptions(told()))).toThrow(TypeError));

test('can be tagged by jsii', () => expect(Object.isExtensible(heldServiceOptions(told()).db)).toBe(true));
