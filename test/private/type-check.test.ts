import { runInNewContext } from 'node:vm';
import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { brand } from '../../src/private/brand';
import { checkOf } from '../../src/private/type-check';

class Balancing {}
brand(Balancing, 'LoadBalancing');

const isRight = (type: string, value: unknown) => checkOf(type)(value) === undefined;
const placeIn = (type: string, value: unknown) => checkOf(type)(value)?.at;

test.each<[string, unknown[], unknown[]]>([
  ['string', ['', 'a'], [undefined, null, 1, {}, new String('a')]],
  ['number', [0, -1, 1.5], [NaN, Infinity, '1', 1n, undefined]],
  ['boolean', [true, false], [0, 'true', undefined, null]],
  ['any', [undefined, null, 1, {}], []],
  ['DataAccess', ['read-only'], ['READ_ONLY', 'toString', 0, undefined]],
  ['LoadBalancing', [new Balancing()], ['RANDOM', Balancing, {}, null]],
  ['string[]', [[], ['a']], ['a', [1], [undefined], { length: 0 }, new Set(['a'])]],
  ['number{}', [{}, { a: 1 }, Object.create(null)], [[], { a: '1' }, { a: undefined }, new Map([['a', 1]]), null]],
  ['IPods', [{ describe: () => ({}) }], [{}, { describe: 1 }, 'a', null]],
  ['IContract', [{ operations: [] }], [{}, { operations: undefined }, { operations: [1] }]],
])('%s: tells right from wrong', (type, right, wrong) => {
  expect(right.filter(value => !isRight(type, value))).toEqual([]);
  expect(wrong.filter(value => isRight(type, value))).toEqual([]);
});

test('a struct may leave out what is optional, be of another realm or a class of the user, and nothing more', () => {
  class Options { public get port() { return 80; } }
  const right = [{}, { port: 80 }, { port: undefined }, Object.create(null), runInNewContext('({ port: 80 })'), new Options()];
  expect(right.filter(value => !isRight('WorkloadPortOptions', value))).toEqual([]);
  const wrong = [[], new Map(), new Date(0), () => 1, 'port', null, { prot: 80 }, { port: null }];
  expect(wrong.filter(value => isRight('WorkloadPortOptions', value))).toEqual([]);
});

test('a struct that extends another may stand for it, and the members of no other may', () => {
  expect(isRight('ConnectionOptions', { access: 'read-only' })).toBe(true);
  expect(isRight('PublishOptions', { access: 'read-only' })).toBe(false);
});

test('an interface of constructs needs a construct', () => {
  const members = {
    path: 'a', name: 'a', namespace: 'b', serviceAccountName: 'c', selector: {}, versions: [], pods: { describe: () => ({}) },
    standing: 'guarded', guarded: true, ruled: true, routed: true,
  };
  expect(isRight('IWorkload', members)).toBe(false);
  expect(isRight('IWorkload', Object.assign(new Construct(new App(), 'a'), members))).toBe(true);
});

test('a construct with the members of a topology is none: only a class of ours has all', () => {
  const members = { path: 'a', namespace: 'b' };
  expect(isRight('ITopology', Object.assign(new Construct(new App(), 'a'), members))).toBe(false);
});

test('a class of the user gives what the class above it leaves open', () => {
  class Supplier { public readonly name = 'pipeline'; public readonly composes: unknown = true; public fetches() {} public encodes() {} public supply() {} }
  brand(Supplier, 'SecretSupplier');
  expect(isRight('SecretSupplier', new Supplier())).toBe(true);
  expect(checkOf('SecretSupplier')(Object.assign(new Supplier(), { composes: 'yes' }))).toMatchObject({ at: '.composes', value: 'yes' });
  expect(checkOf('SecretSupplier')(Object.assign(new Supplier(), { supply: undefined }))).toMatchObject({ missing: 'supply()' });
});

test('says where inside of a value the wrong one stands', () => {
  expect(placeIn('PodsFromLabelsProps', { labels: {}, versions: [{ labels: { 'a': 'b', 'c d': 1 } }] })).toBe('.versions[0].labels["c d"]');
  expect(placeIn('TopologyReading', { checks: [{}] })).toBe('.checks[0]');
  expect(placeIn('IContract', { operations: [{}] })).toBe('.operations[0].id');
  expect(placeIn('CloudNativePgProps', {})).toBe('.cluster');
});

test('an object of a class of ours that implements an interface is not looked into again', () => {
  class Ours { public get operations(): never { throw new Error('looked'); } }
  brand(Ours, 'Contract');
  expect(isRight('IContract', new Ours())).toBe(true);
});
