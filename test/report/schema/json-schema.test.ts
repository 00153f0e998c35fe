import { FLAG, listOf, mapOf, optional, struct, TEXT, whole, word } from '../../../src/report/schema/json-schema';

interface Sample {
  readonly name: string;
  readonly tags?: string[];
}

test('a struct requires what is not optional, and takes no other member', () => {
  expect(struct<Sample>('Sample', { name: TEXT, tags: optional(listOf(TEXT, 3)) })).toEqual({
    title: 'Sample', type: 'object', required: ['name'], additionalProperties: false,
    properties: { name: { type: 'string' }, tags: { type: 'array', items: { type: 'string' }, maxItems: 3 } },
  });
});

test('the compiler refuses a struct that lacks a member, has one too many, or says of another that it is optional', () => {
  // @ts-expect-error a member is missing
  struct<Sample>('Sample', { name: TEXT });
  // @ts-expect-error a member is unknown
  struct<Sample>('Sample', { name: TEXT, tags: optional(listOf(TEXT, 3)), more: TEXT });
  // @ts-expect-error the name is required
  struct<Sample>('Sample', { name: optional(TEXT), tags: optional(listOf(TEXT, 3)) });
  // @ts-expect-error the tags are not
  struct<Sample>('Sample', { name: TEXT, tags: listOf(TEXT, 3) });
  // @ts-expect-error the name is a text
  struct<Sample>('Sample', { name: FLAG, tags: optional(listOf(TEXT, 3)) });
});

test('words are closed, numbers have bounds, maps refuse __proto__', () => {
  expect(word('a', 'b')).toEqual({ type: 'string', enum: ['a', 'b'] });
  expect([whole(1, 3), whole(0)]).toEqual([{ type: 'integer', minimum: 1, maximum: 3 }, { type: 'integer', minimum: 0, maximum: 2147483647 }]);
  const { additionalProperties, propertyNames } = mapOf(TEXT);
  expect(additionalProperties).toEqual(TEXT);
  expect(['__proto__', '__proto', 'a', ''].filter(name => new RegExp(propertyNames!.pattern, 'u').test(name))).toEqual(['__proto', 'a', '']);
});
