import { Manifest } from '../harness/manifests';
import { jobOf, StoreContent } from './external-secrets';

const remoteRef = { key: 'books/redis', property: 'pass', decodingStrategy: 'None', conversionStrategy: 'Default' };
const template = { engineVersion: 'v2', mergePolicy: 'Replace', data: { uri: 'redis://:{{ .password }}@cache' } };
const externalSecret = (spec: object = {}) => ({
  metadata: { name: 'web-redis' },
  spec: { secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' }, target: { template }, data: [{ secretKey: 'password', remoteRef }], ...spec },
}) as Manifest;
const vault = (content: StoreContent) => ({ 'ClusterSecretStore vault': content });

test('the engine gets the template and what the store keeps', () => {
  expect(jobOf(externalSecret(), vault({ 'books/redis': { pass: 'p', other: 'o' } }))).toEqual({ template: template.data, data: { password: 'p' } });
});

test('an entry or a property that the store does not keep is an error, as with the operator', () => {
  expect(() => jobOf(externalSecret(), {})).toThrow('ClusterSecretStore vault has no property pass of books/redis');
  expect(() => jobOf(externalSecret(), vault({ 'books/redis': {} }))).toThrow('ClusterSecretStore vault has no property pass of books/redis');
});

test('what names a store of its own comes from there; without a property it is a whole entry', () => {
  const whole = { ...remoteRef, property: undefined };
  const asked = externalSecret({ data: [{ secretKey: 'password', remoteRef: whole, sourceRef: { storeRef: { kind: 'SecretStore', name: 'own' } } }] });
  expect(jobOf(asked, { ...vault({ 'books/redis': 'vault\'s' }), 'SecretStore own': { 'books/redis': 'own' } }).data).toEqual({ password: 'own' });
  expect(() => jobOf(asked, vault({ 'books/redis': 'vault\'s' }))).toThrow('SecretStore own has no whole entry books/redis');
  expect(() => jobOf(asked, { 'SecretStore own': { 'books/redis': { pass: 'p' } } })).toThrow('SecretStore own has no whole entry books/redis');
});

test('what a generator gives is another value each time', () => {
  const asked = externalSecret({ data: undefined, dataFrom: [{ sourceRef: { generatorRef: { kind: 'Password', name: 'dev-db' } } }] });
  const passwords = [1, 2].map(() => jobOf(asked, {}).data.password);
  expect(new Set(passwords.filter(password => /^\w{32}$/.test(password))).size).toBe(2);
});

test('what is not stood in for is refused instead of ignored', () => {
  expect(() => jobOf(externalSecret({ dataFrom: [] }), {})).toThrow('not stood in for');
  expect(() => jobOf(externalSecret({ data: [{ secretKey: 'password', remoteRef: { ...remoteRef, decodingStrategy: 'Base64' } }] }), {})).toThrow('not stood in for');
});
