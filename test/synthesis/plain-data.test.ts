import { Yaml } from 'cdk8s';
import { isPlain } from '../../src/synthesis/plain-data';

const shared = { a: 1 };
const circle: unknown[] = [];
circle.push(circle);

test.each<[string, unknown]>([
  ['a map of scalars', { text: 'a: b', empty: '', number: -5, zero: 0, most: Number.MAX_SAFE_INTEGER, is: true, isNot: false }],
  ['a list of all', ['a', 1, true, { a: 'b' }, ['c']]],
  ['an empty map', {}],
  ['an empty list', []],
  ['equal objects', [{ a: 1 }, { a: 1 }, [], []]],
  ['a key of 1024 characters', { ['k'.repeat(1024)]: 1 }],
])('%s is plain', (_, document) => expect(isPlain(document)).toBe(true));

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a string alone', 'a'],
  ['a number alone', 1],
  ['a string of two lines', ['a\nb']],
  ['a fraction', [1.5]],
  ['a number above those that are exact', [2 ** 53]],
  ['minus zero', [-0]],
  ['no number', [NaN]],
  ['a bigint', [1n]],
  ['null in a list', [null]],
  ['null in a map', { a: null }],
  ['undefined in a map', { a: undefined }],
  ['a hole', [1, , 2]], // eslint-disable-line no-sparse-arrays
  ['a function', [() => 1]],
  ['a symbol', [Symbol('a')]],
  ['a key that is read as another', { e9: 1 }],
  ['a key of two lines', { 'a\nb': 1 }],
  ['an empty key', { '': 1 }],
  ['a number as key', { 1: 1 }],
  ['a key of more than 1024 characters', { ['k'.repeat(1025)]: 1 }],
  ['an object twice', [shared, shared]],
  ['an object above itself', circle],
  ['an object twice, far apart', { a: [{ b: shared }], c: shared }],
  ['an empty list twice', (list => ({ a: list, b: list }))([])],
  ['a date', [new Date(0)]],
  ['a boxed string', [new String('a')]],
  ['a map of the language', [new Map([['a', 1]])]],
  ['a set', new Set([1])],
  ['bytes', [new Uint8Array(2)]],
  ['an object of a class', [new (class A { public readonly b = 1; })()]],
  ['a list of a class', new (class A extends Array<number> {})()],
  ['an object of nobody', [Object.create(null)]],
  ['an object with a JSON of its own', { a: Object.defineProperty({}, 'toJSON', { value: () => 'b' }) }],
  ['a list with a JSON of its own', { a: Object.assign(['b'], { toJSON: () => 'c' }) }],
  ['an object that is a list', { a: { * [Symbol.iterator]() { yield 'b'; } } }],
  ['a list that is another', { a: Object.assign(['b'], { * [Symbol.iterator]() { yield 'c'; } }) }],
  ['an object that is a node of YAML', { a: { [Symbol.for('yaml.node.type')]: Symbol.for('yaml.scalar'), value: 'b' } }],
])('%s is not', (_, document) => expect(isPlain(document)).toBe(false));

test('what cdk8s asks a node of YAML for is what is asked here', () => {
  // If this fails, the package `yaml` knows its nodes by another name now.
  const pair = { [Symbol.for('yaml.node.type')]: Symbol.for('yaml.pair'), key: 'k', value: 'v' };
  expect(Yaml.stringify({ a: pair })).not.toContain('key');
});
