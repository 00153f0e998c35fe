import { ContractReading } from './contract-reading';

/** How many bytes a value has that is skipped, by wire type. */
const FIXED: ReadonlyMap<number, number> = new Map([[1, 8], [5, 4]]);
const VARINT = 0;
const LENGTH_DELIMITED = 2;
const [START_GROUP, END_GROUP] = [3, 4];
const LONGEST_VARINT = 10;
/** As deep as groups stand in each other. */
const DEEPEST = 100;

/**
 * The fields of a message of Protocol Buffers, by number: of what may be given once the last holds. Groups are passed over.
 * Source: https://protobuf.dev/programming-guides/encoding/
 *
 * @internal
 */
export class WireMessage {
  private readonly fields = new Map<number, (Uint8Array | bigint)[]>();
  private at = 0;

  /** Throws BST710 unless the bytes are a message. */
  constructor(private readonly bytes: Uint8Array, private readonly reading: ContractReading) {
    reading.spend('nodes', 1);
    while (this.at < bytes.length) this.readField();
  }

  /** All values of a field that are messages. */
  public messages(field: number): WireMessage[] {
    return (this.fields.get(field) ?? []).flatMap(value => typeof value === 'bigint' ? [] : new WireMessage(value, this.reading));
  }

  /** The value of a field that is text; empty if there is none. */
  public text(field: number): string {
    const value = this.fields.get(field)?.at(-1);
    return value instanceof Uint8Array ? new TextDecoder().decode(value) : '';
  }

  /** The value of a field that is a number; undefined if there is none. */
  public number(field: number): bigint | undefined {
    const value = this.fields.get(field)?.at(-1);
    return typeof value === 'bigint' ? value : undefined;
  }

  private readField(): void {
    this.reading.spend('tokens', 1);
    const tag = this.varint();
    const field = Number(tag / 8n);
    if (field === 0) throw this.unreadable();
    const value = this.value(Number(tag % 8n), field);
    if (value === undefined) return;
    const values = this.fields.get(field) ?? [];
    values.push(value);
    this.fields.set(field, values);
  }

  private value(wireType: number, field: number): Uint8Array | bigint | undefined {
    if (wireType === VARINT) return this.varint();
    if (wireType === LENGTH_DELIMITED) return this.take(Number(this.varint()));
    if (wireType === START_GROUP) return this.passGroup(field);
    const size = FIXED.get(wireType);
    if (size === undefined) throw this.unreadable();
    this.take(size);
    return undefined;
  }

  /** To the end of the group that has begun, whatever is in it. */
  private passGroup(field: number): undefined {
    for (const open = [field]; open.length > 0;) {
      this.reading.spend('tokens', 1);
      const tag = this.varint();
      const [number, wireType] = [Number(tag / 8n), Number(tag % 8n)];
      if (number === 0 || open.length > DEEPEST) throw this.unreadable();
      if (wireType === START_GROUP) open.push(number);
      else if (wireType !== END_GROUP) this.value(wireType, number);
      else if (open.pop() !== number) throw this.unreadable();
    }
  }

  private varint(): bigint {
    let value = 0n;
    for (let position = 0; position < LONGEST_VARINT; position += 1) {
      const [byte] = this.take(1);
      value += BigInt(byte % 128) * 128n ** BigInt(position);
      if (byte < 128) return value;
    }
    throw this.unreadable();
  }

  private take(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.bytes.length) throw this.unreadable();
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }

  private unreadable(): Error {
    return this.reading.refusal('its bytes are no descriptor set', this.reading.form.file);
  }
}
