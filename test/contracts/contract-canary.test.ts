import { symlinkSync } from 'fs';
import { join } from 'path';
import { Contract } from '../../src/contracts/contract';
import { contractFile, contractFolder, refusal } from './contract-folder';

const CANARY = 'hunter2';

/** Files that lie beside a contract, each with the canary where their kind keeps its secrets. */
const FILES: Record<string, string> = {
  '.env': `PASSWORD=${CANARY}`,
  '.npmrc': `//registry.npmjs.org/:_authToken=${CANARY}`,
  '.git/config': `[remote "origin"]\nurl = https://me:${CANARY}@h/x`,
  '.docker/config.json': `{"auths":{"h":{"auth":"${CANARY}"}}}`,
  'id_rsa': CANARY,
  'config.json': `{"auths":{"h":{"auth":"${CANARY}"}}}`,
  'values.yaml': `db: { password: ${CANARY} }`,
};

/** What a YAML file of any kind can hold, the canary in each place of it. */
const TEXTS = [
  CANARY, `"${CANARY}`, `[${CANARY}]`, `${CANARY}: 1`, `{ ${CANARY}: 1, ${CANARY}: 2 }`, `a: &${CANARY} 1\nb: &${CANARY} 2`, `*${CANARY}`, `!${CANARY} 1`, `%${CANARY}\n---\n1`,
  `%TAG ! ${CANARY}\n---\n1`, `a: ${CANARY}\n b: 1`, `a: b\n---\n${CANARY}`, `a: "\\${CANARY}"`, `{ ${CANARY}: ${CANARY}`, `? [${CANARY}]\n: 1`, `<<: ${CANARY}`, `__proto__: ${CANARY}`,
  `get: ${CANARY}`, `get: [${CANARY}]`, `${CANARY}: { operationId: a }`, `operationId: [${CANARY}]`, `operationId: "\\n${CANARY}"`, `get: { operationId: "\\n${CANARY}" }`,
  `get: { operationId: ${CANARY} }\nput: { operationId: ${CANARY} }`, `get: { ${CANARY}: 1, get: 1 }`, `operationId: a\nparameters: ${CANARY}`, `operationId: a\nparameters: [${CANARY}]`,
  `additionalOperations: ${CANARY}`, `additionalOperations: { ${CANARY}: {} }`,
  ...[`url: ${CANARY}`, `url: "/{${CANARY}}"`, `url: "/${CANARY}{"`, `url: "/${CANARY}\\n"`, `url: [${CANARY}]`, `${CANARY}: 1`].map(server => `operationId: a\nservers: [{ ${server} }]`),
  `operationId: a\nservers: [${CANARY}]`, `operationId: a\nservers: ${CANARY}`, `get: { operationId: a, parameters: [${CANARY}] }`,
];

/** A `$ref` of such a file, which leads nowhere. */
const REFERENCES = [
  ...[CANARY, `${CANARY}.yaml`, `.${CANARY}/a.yaml`, `#/${CANARY}`, `#${CANARY}`, `values.yaml#/${CANARY}`, `http://${CANARY}/`, `/${CANARY}`, `../${CANARY}`, `//${CANARY}`, `${CANARY}%zz`,
    `a?${CANARY}`, `values.yaml?${CANARY}`, `\\${CANARY}`, `${CANARY}${'x'.repeat(1024)}`].flatMap(ref => {
    const object = `{ $ref: ${JSON.stringify(ref)} }`;
    return [object, `db: ${object}`, `post: ${object}`, `operationId: a\nparameters: [${object}]`];
  }),
  `{ $ref: ${CANARY}, get: 1 }`, `{ $ref: [${CANARY}] }`, `a: { $ref: "#/b" }\nb: { $ref: "#/a" }\n$ref: "#/a" # ${CANARY}`,
];

const PLACES: ((ref: string) => string)[] = [
  ref => `{ $ref: ${ref} }`,
  ref => `{ post: { $ref: ${ref} } }`,
  ref => `{ post: { operationId: a, parameters: [{ $ref: ${ref} }] } }`,
];

/** What is said of a contract that refers to the file from each place that is read, by its own name and by a link's. */
function said(file: string, text: string, pointer: string): string[] {
  return PLACES.flatMap(place => [file, 'link.yaml'].map(name => {
    const folder = contractFolder({ 'api.yaml': `openapi: 3.1.0\npaths: { /a: ${place(JSON.stringify(name + pointer))} }`, [file]: text });
    symlinkSync(file, join(folder, 'link.yaml'));
    return outcome(join(folder, 'api.yaml'));
  }));
}

/** What is read into a contract is its promise, not a message. */
function outcome(contract: string): string {
  try {
    Contract.openApi(contract);
    return 'accepted';
  } catch {
    return refusal(() => Contract.openApi(contract));
  }
}

test.each(Object.entries(FILES))('repeats nothing of %s, wherever a $ref to it stands', (file, text) => {
  const messages = ['', '#/auths/h/auth', '#/auths/h', '#/db/password', '#/db', '#/0'].flatMap(pointer => said(file, text, pointer));
  expect(messages.filter(message => message.includes(CANARY))).toEqual([]);
});

test.each(['.env', '.npmrc', '.git/config', '.docker/config.json', 'id_rsa'])('does not read %s, wherever a $ref to it stands', file => {
  for (const message of said(file, '{ operationId: a, name: a }', '')) expect(message).toContain('is not named like a document');
});

test.each(TEXTS)('repeats nothing of a document that holds %j', text => {
  expect(said('values.yaml', text, '').filter(message => message.includes(CANARY))).toEqual([]);
});

test.each(REFERENCES)('repeats nothing of a document that refers by %j to what is not there', text => {
  expect(['', '#/db'].flatMap(pointer => said('values.yaml', text, pointer)).filter(message => message.includes(CANARY))).toEqual([]);
});

test.each([`values.yaml?${CANARY}`, `values.yaml?${CANARY}.yaml`, `https://${CANARY}@h/`])('nor of what is secret in the $ref %s of the contract itself', ref => {
  for (const place of PLACES) expect(outcome(contractFile(`openapi: 3.1.0\npaths: { /a: ${place(JSON.stringify(ref))} }`))).not.toContain(CANARY);
});

test.each(TEXTS)('repeats nothing of a text %j that the user takes for a contract', text => {
  const message = refusal(() => Contract.openApi(join(contractFolder({ 'api.yaml': text }), 'api.yaml')));
  expect(message).not.toContain(CANARY);
});

/** What a .proto file can hold, the canary in each place of it. */
const PROTOS = [
  CANARY, `"${CANARY}`, `/* ${CANARY}`, `syntax = "${CANARY}";`, `edition = ${CANARY};`, `package "${CANARY}";`, `package a; package ${CANARY};`, `service "${CANARY}" {}`, `service A { ${CANARY} }`,
  `service A { rpc "${CANARY}" }`, `service A { rpc B ("${CANARY}") }`, `service A { rpc B (C) ${CANARY} (D); }`, `service A { rpc B (C) returns (D) "${CANARY}"; }`,
  `service A { rpc B (C) returns (D) { ${CANARY} } }`, `service A { rpc B (C) returns (D) { option idempotency_level = "${CANARY}"; } }`,
  `service A { rpc B (C) returns (D) { option idempotency_level = ${CANARY}; } }`, `service A { option (a) = { ${CANARY}`, `import "${CANARY}`, `message ${CANARY} {`, `message ${CANARY} {}`,
  `service ${'a'.repeat(260)}${CANARY} { rpc B (C) returns (D); }`,
];

test.each(PROTOS.map(text => [text]))('the .proto file %j is refused without the canary', text =>
  expect(refusal(() => Contract.proto(contractFile(text, 'api.proto')))).not.toContain(CANARY));

test.each(Object.entries(FILES))('neither a .proto file nor a descriptor set tells what %s holds', (_, text) => {
  expect(refusal(() => Contract.proto(contractFile(text)))).not.toContain(CANARY);
  expect(refusal(() => Contract.descriptorSet(contractFile(text)))).not.toContain(CANARY);
});
