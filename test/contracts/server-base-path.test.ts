import { serverBasePaths } from '../../src/contracts/server-base-path';
import { data, reading, refusal } from './contract-folder';

function basePaths(servers: string): string[] {
  return serverBasePaths(data(servers), reading());
}

function basePath(servers: string): string {
  return basePaths(servers)[0];
}

test.each([
  ['/v1', '/v1'],
  ['/v1/', '/v1'],
  ['/', ''],
  ['', ''],
  ['https://host', ''],
  ['https://host/v1', '/v1'],
  ['HTTP://user@host:8443/v1/users//', '/v1/users'],
  ['//host/v1', '/v1'],
  ['https://host/v1?x=/2#/3', '/v1'],
])('accepts the URL %p', (url, path) => {
  expect(basePath(`[{ url: "${url}" }, { url: /other }]`)).toBe(path);
});

test('accepts no servers', () => {
  expect(basePaths('[]')).toEqual([]);
});

test('accepts server variables at their default', () => {
  expect(basePath('[{ url: "{scheme}://h:{port}/{base}/x", variables: { scheme: { default: https }, port: { default: 443 }, base: { default: "$&v1" } } }]'))
    .toBe('/$&v1/x');
});

test.each([
  ['a variable without default', '[{ url: "/{v}", variables: { v: { enum: [a] } } }]', 'a variable in the URL of the first server has no default'],
  ['a variable that is not declared', '[{ url: "/{constructor}" }]', 'a variable in the URL of the first server has no default'],
  ['a variable that would be a wildcard', '[{ url: "/{v}", variables: { v: { default: "{**}" } } }]', 'the path of the first server holds a brace'],
  ['a single brace', '[{ url: "/v{1" }]', 'the path of the first server holds a brace'],
  ['an invisible character', '[{ url: "/v\\n1" }]', 'the path of the first server holds a brace or an invisible character'],
  ['a path relative to the document', '[{ url: v1 }]', 'the path of the first server depends on where the document is served'],
  ['a path relative to its folder', '[{ url: ../v1 }]', 'depends on where the document is served'],
  ['servers that are no list', '{ url: /v1 }', '"servers" is an object: it must be a list'],
  ['a server that is no object', '[/v1]', 'the first server is text: it must be an object with the text "url"'],
  ['a server without URL', '[{ description: x }]', 'it must be an object with the text "url"'],
  ['a long URL', `[{ url: "/${'a'.repeat(1024)}" }]`, 'is longer than 1024 characters'],
  ['a long default', `[{ url: "/{v}{v}{v}", variables: { v: { default: ${'a'.repeat(500)} } } }]`, 'is longer than 1024 characters'],
])('refuses %s', (_, servers, problem) => {
  expect(refusal(() => basePath(servers))).toContain(problem);
});

test('accepts further servers, each path once, and leaves out those whose path is unclear', () => {
  expect(basePaths('[{ url: /a }, { url: "https://h/b/" }, { url: /a/ }, { url: b }, { url: "/{x}" }, 5, { url: "/c d" }]')).toEqual(['/a', '/b', '/c%20d']);
});

test('accepts a URL of 1024 characters', () => expect(basePath(`[{ url: "/${'a'.repeat(1023)}" }]`)).toHaveLength(1024));
