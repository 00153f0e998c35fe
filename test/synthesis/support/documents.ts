import * as fc from 'fast-check';
import { HAZARDS } from './strings';

const WORDS = ['apiVersion', 'metadata', 'spec', 'networking.istio.io/v1', 'cluster.local/ns/shop/sa/web', 'http://example.com:80/a?b=c#d'];
const line = fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...HAZARDS), fc.string({ unit: 'binary' }).map(text => text.replaceAll('\n', '')));
const plainKey = fc.oneof(fc.constantFrom(...WORDS), fc.stringMatching(/^k[a-z.:#/-]{0,8}[a-z0-9]$/));
const plainScalar = fc.oneof(line, fc.maxSafeInteger().filter(number => !Object.is(number, -0)), fc.boolean());

/** Documents of strings of one line, whole numbers, booleans, and lists and maps of them, empty ones too. */
export const plainDocument: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof({ depthSize: 'small' }, plainScalar, tie('collection')),
  collection: fc.oneof(fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(plainKey, tie('value'), { maxKeys: 4, noNullPrototype: true })),
})).collection;

const PARTS = ['a', ' ', '\n', '\t', '#', '- b', 'c: d', '---', '\r', '%'];
const lines = fc.array(fc.constantFrom(...PARTS), { maxLength: 6 }).map(parts => parts.join(''));
const anyKey = fc.oneof({ weight: 9, arbitrary: plainKey }, lines, line);
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, NaN, Infinity, -0, 1e21, 2 ** 60, 5n), fc.double(), fc.date({ noInvalidDate: true }),
);

/** Documents of anything that cdk8s can write: several lines, other keys, fractions, dates, nothing, and objects that stand in several places. */
export const anyDocument: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' }, { weight: 20, arbitrary: plainScalar }, { weight: 2, arbitrary: lines }, { weight: 1, arbitrary: odd },
    { weight: 6, arbitrary: tie('collection') }, { weight: 1, arbitrary: tie('shared') },
  ),
  collection: fc.oneof(fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(anyKey, tie('value'), { maxKeys: 4, noNullPrototype: true })),
  shared: tie('collection').map(value => ({ value, again: [value] })),
})).collection;
