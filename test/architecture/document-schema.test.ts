import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { descriptions, renderDocumentSchema, SCHEMA_FILE } from '../../build-tools/document-schema';
import { ROOT } from '../../build-tools/files';
import { shop } from '../../examples/shop/shop';
import { twelveFactor } from '../../examples/twelve-factor/twelve-factor';
import { Topology, TopologyDocuments, TopologyJson } from '../../src';
import { flawOf } from '../../src/report/schema/flaw';
import { JsonSchema } from '../../src/report/schema/json-schema';
import { TOPOLOGY } from '../../src/report/schema/topology-schema';
import { everyOption } from '../support/every-option';
import { declareCalls, randomCalls } from '../support/random-calls';
import { saysEverything } from '../support/says-everything';

const declared = (declare: (chart: Chart) => Topology) => declare(new Chart(new App(), 'chart', { namespace: 'shop' }));
const jsonOf = (topology: Topology) => JSON.parse(TopologyJson.render(TopologyDocuments.of(topology)));
const validates = new Ajv({ strict: true }).compile(JSON.parse(renderDocumentSchema()));

test('the published schema is what the generator writes; if not, run `npm run document-schema`', () => {
  expect(readFileSync(join(ROOT, SCHEMA_FILE), 'utf8')).toBe(renderDocumentSchema());
});

test('the package holds it and lets it be imported', () => {
  const { files, exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(files).toContain('schema');
  expect(exports[`./${SCHEMA_FILE}`]).toBe(`./${SCHEMA_FILE}`);
});

test('says of every type and member what it is', () => {
  expect([...descriptions()].filter(([, text]) => text.length < 8)).toEqual([]);
  expect(JSON.parse(renderDocumentSchema()).properties.workloads.items.properties.replicas.description).toBe('Number of pods over all versions. Default: unknown.');
  for (const type of new Set([...descriptions().keys()].map(name => name.split('.')[0]))) expect(renderDocumentSchema()).toContain(`"title": "${type}"`);
});

test.each<[string, () => Topology]>([
  ['twelve-factor', () => declared(twelveFactor)], ['shop', () => declared(shop)], ['every option', () => declared(everyOption)], ['everything said', saysEverything],
])('the document of %s validates', (_, topology) => {
  validates(jsonOf(topology()));
  expect(validates.errors).toBeNull();
});

test('the documents of random topologies validate', () => {
  fc.assert(fc.property(randomCalls, calls => expect(validates(jsonOf(declareCalls(calls).declared.topology))).toBe(true)), { numRuns: 20 });
});

/** Every place of a document, as the keys that lead to it. */
function placesIn(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...at, key]))];
}

/** A copy with something else at one place; undefined takes the member out. */
function changed(document: unknown, [key, ...rest]: string[], to: unknown): unknown {
  if (key === undefined) return to;
  const copy = Array.isArray(document) ? [...document] : { ...document as object };
  const member = changed((copy as Record<string, unknown>)[key], rest, to);
  if (member === undefined && !Array.isArray(copy)) delete (copy as Record<string, unknown>)[key];
  else (copy as Record<string, unknown>)[key] = member ?? null;
  return copy;
}

test('reader and published schema agree about every document, one place of which is changed', () => {
  const document = jsonOf(saysEverything());
  const places = placesIn(document);
  const other = fc.oneof(
    fc.constantFrom(undefined, null, true, '', 'x', '5s', 0, -1, 1, 1.5, 70_000, [], {}, { x: 1 }, { x: 'y' }, ['x'], [1], 'read-only', 'tcp'), fc.jsonValue({ maxDepth: 2 }),
  );
  fc.assert(fc.property(fc.constantFrom(...places), other, (place, to) => {
    const next = changed(document, place, to);
    expect([place, flawOf(TOPOLOGY, next)]).toEqual([place, validates(next) ? undefined : expect.any(String)]);
  }), { numRuns: 1500 });
});

/** Every schema of an object within a schema. */
function objectsIn(schema: JsonSchema): JsonSchema[] {
  const members = [schema.items, schema.additionalProperties || undefined].flatMap(member => member ?? []);
  const inner = [...Object.values(schema.properties ?? {}), ...members];
  return [...schema.type === 'object' ? [schema] : [], ...inner.flatMap(objectsIn)];
}

test('every object refuses members that it does not know, or is a map that refuses __proto__', () => {
  const open = objectsIn(TOPOLOGY)
    .filter(({ properties, additionalProperties, propertyNames }) => properties ? additionalProperties !== false : !propertyNames);
  expect(open).toEqual([]);
  expect(objectsIn(TOPOLOGY).length).toBeGreaterThan(20);
});
