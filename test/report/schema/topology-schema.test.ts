import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../build-tools/files';
import { Severity, TopologyDocuments } from '../../../src';
import { flawOf } from '../../../src/report/schema/flaw';
import { SCHEMA_VERSION, TOPOLOGY } from '../../../src/report/schema/topology-schema';
import { saysEverything } from '../../support/says-everything';
import { Declaration } from '../../support/topology';

const nothing = TopologyDocuments.of(new Declaration().topology);

test.each([['nothing', nothing], ['everything', TopologyDocuments.of(saysEverything())]])('takes a topology that says %s', (_, document) => {
  expect(flawOf(TOPOLOGY, document)).toBeUndefined();
});

/** What is published, without the words and the names of the file itself: whoever checks a document elsewhere holds it to that. */
function published(): object {
  const text = readFileSync(join(ROOT, 'schema/topology-1.schema.json'), 'utf8');
  const isDescription = (key: string, value: unknown) => key === 'description' && typeof value === 'string';
  const { $id: _, $schema: __, ...schema } = JSON.parse(text, (key, value: unknown) => isDescription(key, value) ? undefined : value);
  return schema;
}

test('documents are held to what is published: its types, words and limits', () => expect(TOPOLOGY).toEqual(published()));

test('its version is the one that is written', () => expect(nothing.schemaVersion).toBe(SCHEMA_VERSION));

test('takes findings of every severity of the model', () => {
  const findings = Object.values(Severity).map(severity => ({ code: 'BST999', severity, path: '', problem: 'p', fix: 'f' }));
  expect(flawOf(TOPOLOGY, { ...nothing, findings, acknowledgements: findings.map(finding => ({ finding, reason: 'r' })) })).toBeUndefined();
});

test.each(Object.keys(nothing))('refuses a document without %s', name => {
  expect(flawOf(TOPOLOGY, { ...nothing, [name]: undefined })).toBe(`the document has no "${name}"`);
});
