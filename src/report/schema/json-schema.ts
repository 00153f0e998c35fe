/** The part of JSON Schema that documents are described in. @internal */
export interface JsonSchema {
  readonly title?: string;
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | false;
  readonly propertyNames?: { readonly pattern: string };
}

/** A schema, and for the compiler the type of the values that it describes. */
export type Schema<T> = JsonSchema & { readonly of?: (value: T) => T };

/** What a member need not have. */
export type Optional<T> = { readonly optional: Schema<T> };

/** A schema for each member of a type; an optional member and no other is `optional()`. */
export type Members<T> = { readonly [K in keyof Required<T>]: undefined extends T[K] ? Optional<NonNullable<T[K]>> : Schema<T[K]> };

/** Any name of a member but `__proto__`, which is no member but the prototype to many programs. */
const NOT_PROTO = '^(?!__proto__$)';

export const TEXT: Schema<string> = { type: 'string' };

export const FLAG: Schema<boolean> = { type: 'boolean' };

/** A duration as the APIs of Kubernetes write it. */
export const DURATION: Schema<string> = { type: 'string', pattern: '^[0-9]+(ms|s|h)$' };

export function word(...words: string[]): Schema<string> {
  return { type: 'string', enum: words };
}

export function whole(minimum: number, maximum = 2 ** 31 - 1): Schema<number> {
  return { type: 'integer', minimum, maximum };
}

export function listOf<T>(items: Schema<T>, maxItems: number): Schema<T[]> {
  return { type: 'array', items, maxItems };
}

export function mapOf<T>(values: Schema<T>): Schema<Record<string, T>> {
  return { type: 'object', additionalProperties: values, propertyNames: { pattern: NOT_PROTO } };
}

export function optional<T>(schema: Schema<T>): Optional<T> {
  return { optional: schema };
}

/** An object with these members and no other. The title is the name of its type. */
export function struct<T>(title: string, members: Members<T>): Schema<T> {
  const given = Object.entries(members as Readonly<Record<string, JsonSchema | Optional<unknown>>>);
  return {
    title,
    type: 'object',
    properties: Object.fromEntries(given.map(([name, member]) => [name, 'optional' in member ? member.optional : member])),
    required: given.filter(([, member]) => !('optional' in member)).map(([name]) => name),
    additionalProperties: false,
  };
}
