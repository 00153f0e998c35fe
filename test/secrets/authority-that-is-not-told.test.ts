import { BindingDelivery, EnvNames, EnvPresets, Redis, RedisProvider, SecretBindings, Secrets, UseOptions } from '../../src';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';

const signed = vault.secret('cache', { password: 'p', ca: 'ca' });
const AT = { REDIS_ADDR: '{host}:{port}', REDIS_PASSWORD: '{password}' };

function found(options: UseOptions, credentials = signed, code = 'BST539') {
  const declared = new Declaration();
  declared.workload('web').uses(new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials }) }), options);
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.externalSecrets() });
  return declared.found(code);
}
const mapped = (variables: Record<string, string>) => ({ envNames: EnvNames.map(variables) });

test('finds a client that is told a password, and not the authority by which it knows whom it gives it to', () =>
  expect(found(mapped(AT))).toEqual([
    'warning web uses cache: no variable and no file that "web" is given leads to the authority that signs for "cache"; let one of its variables hold {ca:file} or {ca}, '
    + 'or acknowledge this where its image has the authority',
  ]));

test('a URL that names no file of it leads to none', () => expect(found(mapped({ REDIS: '{url}' }))).toHaveLength(1));

test.each<[string, UseOptions]>([
  ['the names that a kind gives', {}],
  ['the path of its file', mapped({ ...AT, REDIS_CA: '{ca:file}' })],
  ['the authority itself', mapped({ ...AT, REDIS_CA: '{ca}' })],
  ['it among other text', mapped({ ...AT, REDIS_TLS: 'ca={ca:none}' })],
  ['parts, each in a variable', { envNames: EnvPresets.PARTS }],
  ['files', { delivery: BindingDelivery.FILES }],
  ['files beside variables that do not lead to it', { ...mapped(AT), delivery: BindingDelivery.VARIABLES_AND_FILES }],
  ['no container, which is said on purpose', { ...mapped(AT), containers: [] }],
])('accepts %s', (_, options) => expect(found(options)).toEqual([]));

test('says nothing where the authorities of every image do', () => expect(found(mapped(AT), vault.secret('cache'))).toEqual([]));

test('says nothing of who is told no login either, which is found already', () => {
  const unentered = mapped({ REDIS_ADDR: '{host}:{port}' });
  expect([found(unentered), found(unentered, signed, 'BST536')].map(({ length }) => length)).toEqual([0, 1]);
});
