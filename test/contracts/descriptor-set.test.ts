import { create, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema, MethodOptions_IdempotencyLevel as Level } from '@bufbuild/protobuf/wkt';
import fc from 'fast-check';
import { readDescriptorSet } from '../../src/contracts/descriptor-set';
import { readProto } from '../../src/contracts/proto-methods';
import { reading, refusal } from './contract-folder';

interface Method {
  readonly name: string;
  readonly options?: { readonly idempotencyLevel?: Level; readonly deprecated?: boolean };
}

interface File {
  readonly package?: string;
  readonly service: { readonly name: string; readonly method: Method[] }[];
}

interface Said {
  readonly name: string;
  readonly idempotencyLevel?: Level;
}

const setOf = (...file: File[]) => toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file }));
const read = (...files: File[]) => readDescriptorSet(setOf(...files), reading());

test('the methods of all files, with what they say of repetitions', () => expect(read(
  { package: 'shop.v1', service: [{ name: 'Orders', method: [
    { name: 'Get', options: { idempotencyLevel: Level.NO_SIDE_EFFECTS } }, { name: 'Put', options: { idempotencyLevel: Level.IDEMPOTENT } },
    { name: 'Add', options: { idempotencyLevel: Level.IDEMPOTENCY_UNKNOWN } }, { name: 'Old', options: { deprecated: true } }, { name: 'Watch' },
  ] }] },
  { service: [{ name: 'Stock', method: [{ name: 'Get' }] }] },
).map(({ id, method, template, retriable }) => [id, method, template, retriable])).toEqual([
  ['Stock/Get', 'POST', '/Stock/Get', false],
  ['shop.v1.Orders/Add', 'POST', '/shop.v1.Orders/Add', false], ['shop.v1.Orders/Get', 'POST', '/shop.v1.Orders/Get', true],
  ['shop.v1.Orders/Old', 'POST', '/shop.v1.Orders/Old', false], ['shop.v1.Orders/Put', 'POST', '/shop.v1.Orders/Put', true],
  ['shop.v1.Orders/Watch', 'POST', '/shop.v1.Orders/Watch', false],
]));

const name = fc.stringMatching(/^[A-Za-z_]\w{0,5}$/);
const level = fc.constantFrom(undefined, Level.IDEMPOTENCY_UNKNOWN, Level.NO_SIDE_EFFECTS, Level.IDEMPOTENT);
const method = fc.record({ name, idempotencyLevel: level });
const service = fc.record({ name, method: fc.uniqueArray(method, { selector: each => each.name, maxLength: 4 }) });
const file = fc.record({ package: name, service: fc.uniqueArray(service, { selector: each => each.name, minLength: 1, maxLength: 3 }) });

test('a set and the .proto file that it is made of are one contract', () => fc.assert(fc.property(file, ({ package: prefix, service: services }) => {
  const option = (said?: Level) => said === undefined ? '' : `option idempotency_level = ${Level[said]};`;
  const rpc = (each: Said) => `rpc ${each.name}(A) returns (B) {${option(each.idempotencyLevel)}}`;
  const text = services.map(each => `service ${each.name} {${each.method.map(rpc).join('')}}`).join('');
  const methodsOf = ({ name: id, idempotencyLevel }: Said): Method => ({ name: id, options: { idempotencyLevel } });
  const binary = read({ package: prefix, service: services.map(each => ({ name: each.name, method: each.method.map(methodsOf) })) });
  expect(binary).toEqual(readProto(`package ${prefix}; ${text}`, reading()));
})));

test('one method in two files is refused', () => {
  const twice = { package: 'a', service: [{ name: 'B', method: [{ name: 'C' }] }] };
  expect(refusal(() => read(twice, twice))).toContain('the method "a.B/C" is declared twice');
});

test.each([['no file', []], ['messages alone', [{ package: 'a', service: [] }]]])('a set of %s is refused', (_, files) =>
  expect(refusal(() => read(...files))).toContain('it declares no service'));

test('a level of another time is refused', () =>
  expect(refusal(() => read({ service: [{ name: 'A', method: [{ name: 'B', options: { idempotencyLevel: 7 as Level } }] }] }))).toContain('the idempotency_level of "A/B" is none'));
