import { listed, quote } from '../../private/topology-error';
import { JsonSchema } from './json-schema';

/** The first place where a value is not as its schema describes it, in words; undefined if there is none. Members that are undefined are not there. */
export function flawOf(schema: JsonSchema, value: unknown, at = ''): string | undefined {
  return FLAWS[schema.type](schema, value, at);
}

const FLAWS: Record<JsonSchema['type'], (schema: JsonSchema, value: unknown, at: string) => string | undefined> = {
  object: (schema, value, at) => isObject(value) ? flawOfObject(schema, value, at) : wrong(at, value, 'an object'),
  array: (schema, value, at) => Array.isArray(value) ? flawOfList(schema, value, at) : wrong(at, value, 'a list'),
  string: (schema, value, at) => typeof value === 'string' ? flawOfText(schema, value, at) : wrong(at, value, 'a text'),
  integer: flawOfNumber,
  boolean: (_schema, value, at) => typeof value === 'boolean' ? undefined : wrong(at, value, 'true or false'),
};

function flawOfObject(schema: JsonSchema, value: Record<string, unknown>, at: string): string | undefined {
  const missing = schema.required?.find(name => !Object.hasOwn(value, name) || value[name] === undefined);
  if (missing !== undefined) return `${at || 'the document'} has no ${quote(missing)}`;
  for (const [name, member] of Object.entries(value)) {
    const known = memberSchema(schema, name);
    if (!known) return `${at || 'the document'} has the unknown member ${quote(name)}: known are ${listed(Object.keys(schema.properties ?? {}))}`;
    const flaw = member === undefined ? undefined : flawOf(known, member, placeOf(schema, at, name));
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function placeOf({ properties }: JsonSchema, at: string, name: string): string {
  return properties ? `${at}${at && '.'}${name}` : `${at}[${quote(name)}]`;
}

function memberSchema({ properties, additionalProperties, propertyNames }: JsonSchema, name: string): JsonSchema | undefined {
  if (properties) return Object.hasOwn(properties, name) ? properties[name] : undefined;
  return additionalProperties && (!propertyNames || new RegExp(propertyNames.pattern, 'u').test(name)) ? additionalProperties : undefined;
}

function flawOfList({ items, maxItems }: JsonSchema, value: unknown[], at: string): string | undefined {
  if (maxItems !== undefined && value.length > maxItems) return `${at} has ${value.length} entries: allowed are ${maxItems}`;
  // Not a method of lists: they pass holes over.
  for (let position = 0; position < value.length; position += 1) {
    const flaw = flawOf(items!, value[position], `${at}[${position}]`);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function flawOfText(schema: JsonSchema, value: string, at: string): string | undefined {
  if (schema.enum && !schema.enum.includes(value)) return wrong(at, value, `one of ${listed(schema.enum.map(String))}`);
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) return wrong(at, value, `a text like ${schema.pattern}`);
  return undefined;
}

function flawOfNumber({ minimum = -Infinity, maximum = Infinity, enum: values }: JsonSchema, value: unknown, at: string): string | undefined {
  if (values) return values.includes(value as number) ? undefined : wrong(at, value, values.join(' or '));
  if (typeof value !== 'number' || !Number.isInteger(value)) return wrong(at, value, 'a whole number');
  return value < minimum || value > maximum ? wrong(at, value, `a whole number from ${minimum} to ${maximum}`) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(at: string, value: unknown, allowed: string): string {
  return `${at || 'the document'} is ${shown(value)}: allowed is ${allowed}`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}
