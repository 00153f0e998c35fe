import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import fc from 'fast-check';
import { DESCRIPTOR_SET } from '../../src/contracts/contract-form';
import { WireMessage } from '../../src/contracts/wire-message';
import { reading, refusal } from './contract-folder';

const read = (bytes: Uint8Array | number[]) => new WireMessage(Uint8Array.from(bytes), reading(DESCRIPTOR_SET));
const field = fc.integer({ min: 1, max: 2 ** 29 - 1 });

test('texts and numbers are read as a writer of Protocol Buffers writes them', () => fc.assert(fc.property(
  field, field, fc.string({ unit: 'binary' }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  (first, second, text, number) => {
    fc.pre(first !== second);
    const message = read(new BinaryWriter().tag(first, WireType.LengthDelimited).string(text).tag(second, WireType.Varint).uint64(number).finish());
    expect([message.text(first), message.number(second), message.text(second), message.number(first)]).toEqual([Buffer.from(text).toString(), number, '', undefined]);
  },
)));

test('of what is given more than once the last holds, and all messages are read', () => {
  const message = read(new BinaryWriter().tag(1, 2).string('a').tag(2, 0).int32(1).tag(1, 2).bytes(Uint8Array.of(8, 5)).tag(2, 0).int32(2).finish());
  expect([message.number(2), message.text(1)]).toEqual([2n, '\b\u0005']);
  expect(() => message.messages(1)).toThrow('BST710');
  expect(read([10, 0, 10, 2, 8, 5]).messages(1).map(each => each.number(1))).toEqual([undefined, 5n]);
});

test('groups are passed over, whatever is in them', () =>
  expect(read([0x0b, 0x0b, 0x08, 0x05, 0x0c, 0x12, 0x01, 0x61, 0x0c, 0x1a, 0x01, 0x62]).text(3)).toBe('b'));

test('fields of a fixed size are passed over', () =>
  expect(read(new BinaryWriter().tag(1, 1).fixed64(1n).tag(2, 5).fixed32(1).tag(3, 2).string('a').finish()).text(3)).toBe('a'));

test.each([
  ['a tag that is cut off', [0x80]], ['a field of number 0', [0x00, 0x01]], ['a text beyond the end', [0x0a, 0x05, 0x61]], ['a number that is cut off', [0x08]],
  ['a number too long', [0x08, ...Array<number>(11).fill(0x80)]], ['a group without an end', [0x0b]], ['a group that another ends', [0x0b, 0x14]], ['an end of no group', [0x0c]], ['groups too deep', Array<number>(102).fill(0x0b)], ['an unknown wire type', [0x0f]], ['a fixed value that is cut off', [0x09, 1]],
  ['a length beyond all', [0x0a, ...Array<number>(9).fill(0xff), 0x01]], ['text', [...Buffer.from('openapi: 3.1.0')]],
])('%s is refused', (_, bytes) => expect(refusal(() => read(bytes))).toContain('its bytes are no descriptor set'));

test('any bytes are read or refused, by a refusal of ours', () => fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
  try {
    read(bytes).messages(1);
  } catch (error) {
    expect(error).toHaveProperty('code', 'BST710');
  }
})));

test('what a set costs is counted while it is read', () =>
  expect(refusal(() => read(new Uint8Array(2_400_002).fill(8)))).toContain('tokens: allowed are 1200000, fields of files, services and methods; leave imports'));
