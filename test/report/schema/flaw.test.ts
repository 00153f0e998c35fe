import { flawOf } from '../../../src/report/schema/flaw';
import { DURATION, FLAG, JsonSchema, listOf, mapOf, optional, struct, TEXT, whole, word } from '../../../src/report/schema/json-schema';

interface Pod {
  readonly name: string;
  readonly labels?: Record<string, string>;
}

const POD = struct<Pod>('Pod', { name: TEXT, labels: optional(mapOf(TEXT)) });

test.each<[string, JsonSchema, unknown]>([
  ['a text', TEXT, ''], ['a word', word('a'), 'a'], ['a duration', DURATION, '250ms'], ['a flag', FLAG, false], ['a number', whole(1, 2), 2],
  ['a list', listOf(POD, 2), [{ name: 'a' }, { name: 'b', labels: { app: 'x' } }]], ['a member that is undefined', POD, { name: 'a', labels: undefined }],
])('%s is as described', (_, schema, value) => expect(flawOf(schema, value)).toBeUndefined());

test.each<[JsonSchema, unknown, string]>([
  [TEXT, 1, 'x is 1: allowed is a text'],
  [TEXT, true, 'x is true: allowed is a text'],
  [TEXT, () => 'a\nb', 'x is of type function: allowed is a text'],
  [word('b', 'a'), 'c', 'x is "c": allowed is one of "a", "b"'],
  [DURATION, '5', 'x is "5": allowed is a text like ^[0-9]+(ms|s|h)$'],
  [DURATION, '5s\n', 'x is "5s\\n": allowed is a text like'],
  [FLAG, 'true', 'x is "true": allowed is true or false'],
  [whole(1, 2), 1.5, 'x is 1.5: allowed is a whole number'],
  [whole(1, 2), 3, 'x is 3: allowed is a whole number from 1 to 2'],
  [whole(1, 2), NaN, 'x is NaN: allowed is a whole number'],
  [listOf(TEXT, 1), { length: 0 }, 'x is of type object: allowed is a list'],
  [listOf(TEXT, 1), ['a', 'b'], 'x has 2 entries: allowed are 1'],
  [listOf(TEXT, 2), ['a', null], 'x[1] is null: allowed is a text'],
  [listOf(TEXT, 2), new Array(1), 'x[0] is of type undefined: allowed is a text'],
  [POD, [], 'x is a list: allowed is an object'],
  [POD, null, 'x is null: allowed is an object'],
  [POD, {}, 'x has no "name"'],
  [POD, Object.create({ name: 'inherited' }), 'x has no "name"'],
  [POD, { name: 'a', constructor: 1 }, 'x has the unknown member "constructor": known are "labels", "name"'],
  [POD, JSON.parse('{"name": "a", "__proto__": {}}'), 'x has the unknown member "__proto__"'],
  [POD, { name: 'a', labels: JSON.parse('{"__proto__": "a"}') }, 'x.labels has the unknown member "__proto__"'],
  [POD, { name: 'a', labels: { 'a\nb': 1 } }, 'x.labels["a\\nb"] is 1: allowed is a text'],
])('%j does not take %j', (schema, value, flaw) => expect(flawOf(schema, value, 'x')).toContain(flaw));

test('the whole value is called the document, and its members by their names alone', () => {
  expect([flawOf(POD, 1), flawOf(POD, {}), flawOf(POD, { name: 1 })]).toEqual([
    'the document is 1: allowed is an object', 'the document has no "name"', 'name is 1: allowed is a text',
  ]);
});
