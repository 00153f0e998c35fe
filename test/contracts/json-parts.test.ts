import { afterSpace, jsonParts, unquoted } from '../../src/contracts/json-parts';

const parts = (text: string) => jsonParts(text, 0, text.length)?.map(({ name, start, end }) => [name, text.slice(start, end)]);

test.each<[string, string[][]]>([
  ['{}', []], ['{ }\n', []], ['{"a":1}', [['a', '1']]], [' {"a":1}'.trim(), [['a', '1']]], ['{\n\t"a" : [1, {"b": "}"}] ,\r\n"\\u0062": "\\\\", "c": "\\"{"}', [['a', '[1, {"b": "}"}]'], ['b', '"\\\\"'], ['c', '"\\"{"']]],
])('%j has its members, unread', (text, expected) => expect(parts(text)).toEqual(expected));

test.each(['', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a" 1}', '{a: 1}', '{"a":"x}', '{"a":[1}', '{"a":1}x', '{"\\x41":1}', '{"a":}', '{"a":1 "b":2}', "{'a': 1}"])(
  '%j is none that JSON knows', text => expect(parts(text)).toBeUndefined());

test('a string is what it stands for, if it is one', () => expect([unquoted('"\\u0061"'), unquoted('"'), afterSpace(' \t\r\nx', 0)]).toEqual(['a', undefined, 4]));
