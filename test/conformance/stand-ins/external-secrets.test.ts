import { Manifest } from '../harness/manifests';
import { jobOf } from './external-secrets';

const remoteRef = { key: 'books/redis', property: 'pass', decodingStrategy: 'None', conversionStrategy: 'Default' };
const template = { engineVersion: 'v2', mergePolicy: 'Replace', data: { uri: 'redis://:{{ .password }}@cache' } };
const externalSecret = (spec: object = {}) => ({
  metadata: { name: 'web-redis' }, spec: { target: { template }, data: [{ secretKey: 'password', remoteRef }], ...spec },
}) as Manifest;

test('the engine gets the template and what the store keeps', () => {
  expect(jobOf(externalSecret(), { 'books/redis': { pass: 'p', other: 'o' } })).toEqual({ template: template.data, data: { password: 'p' } });
});

test('an entry or a property that the store does not keep is an error, as with the operator', () => {
  expect(() => jobOf(externalSecret(), {})).toThrow('the store has no property pass of books/redis');
  expect(() => jobOf(externalSecret(), { 'books/redis': {} })).toThrow('the store has no property pass of books/redis');
});

test('what is not stood in for is refused instead of ignored', () => {
  expect(() => jobOf(externalSecret({ dataFrom: [] }), {})).toThrow('not stood in for');
  expect(() => jobOf(externalSecret({ data: [{ secretKey: 'password', remoteRef: { ...remoteRef, decodingStrategy: 'Base64' } }] }), {})).toThrow('not stood in for');
});
