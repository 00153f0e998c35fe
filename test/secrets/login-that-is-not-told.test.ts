import {
  BindingDelivery, BindingEntry, BindingValue, Credential, CredentialPart, EnvNames, KubernetesSecret, Redis, RedisProvider, SecretBindings, Secrets,
  UseOptions,
} from '../../src';
import { vault } from '../support/declare';
import { Declaration } from '../support/topology';
import { Told } from './told';

const stored = vault.secret('cache');
const AT = { REDIS_ADDR: '{host}:{port}' };

function declare(options: UseOptions, credentials?: Credential) {
  const declared = new Declaration();
  const use = declared.workload('web').uses(new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'c.example.com', credentials }) }), options);
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.externalSecrets() });
  return { declared, use };
}
const found = (options: UseOptions, credentials: Credential | undefined = stored) => declare(options, credentials).declared.found('BST536');
const mapped = (variables: Record<string, string>) => ({ envNames: EnvNames.map(variables) });

test('finds a client that is told where a server is, and not how it is entered', () =>
  expect(found(mapped(AT))).toEqual([
    'warning web uses cache: no variable and no file that "web" is given holds what "cache" is entered with: "password"; let one of its variables hold a role of '
    + '"password", "url", deliver its files, or acknowledge this where the program does not enter or is let in by other means',
  ]));

test.each<[string, Record<string, string>]>([
  ['a user is nobody without a password', { ...AT, REDIS_USER: '{username}' }],
  ['an authority says who answers, and lets nobody in', { ...AT, REDIS_CA: '{ca:file}' }],
])('%s', (_, variables) =>
  expect(found(mapped(variables), vault.secret('cache', { username: 'u', password: 'p', ca: 'ca' }))).toHaveLength(1));

test.each<[string, UseOptions]>([
  ['the names that a kind gives', {}],
  ['a password', mapped({ ...AT, REDIS_PASSWORD: '{password}' })],
  ['the path of a file with the password', mapped({ ...AT, REDIS_PASSWORD_FILE: '{password:file}' })],
  ['a URL that holds it', mapped({ REDIS: '{url}' })],
  ['files', { delivery: BindingDelivery.FILES }],
  ['files beside variables that do not hold it', { ...mapped(AT), delivery: BindingDelivery.VARIABLES_AND_FILES }],
  ['no container, which is said on purpose', { ...mapped(AT), containers: [] }],
])('accepts %s', (_, options) => expect(found(options)).toEqual([]));

test('accepts a part of a Secret', () =>
  expect(found(mapped({ ...AT, REDIS_PASSWORD: '{password}' }), KubernetesSecret.existing('c', { reason: 'made by hand' }).credential())).toEqual([]));

test('says nothing of a server that nobody has to enter', () => expect(declare(mapped(AT)).declared.found('BST536')).toEqual([]));

test('a login without a secret, or with a user alone, lets nobody in whom it could keep out', () => {
  const declared = new Declaration();
  const user = Credential.of({ username: vault.entry('user') });
  const place = [BindingEntry.text('host', 'h', { variable: 'HOST' }), BindingEntry.of('username', BindingValue.secret(user, 'username'))];
  declared.workload('web').uses(new Told(declared.topology, 'a', place));
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology });
  expect(declared.found('BST536')).toEqual([]);
});

test('of a kind that names no variable and no file for it, advises what helps', () => {
  const declared = new Declaration();
  const token = Credential.of({ token: CredentialPart.generated('t') });
  const entries = [BindingEntry.text('host', 'h', { file: 'host' }), BindingEntry.of('token', BindingValue.secret(token, 'token'))];
  declared.workload('web').uses(new Told(declared.topology, 'a', entries), { delivery: BindingDelivery.FILES });
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology });
  expect(declared.found('BST536')).toEqual([expect.stringContaining('; deliver variables, and let one of its variables hold a role of "token", or acknowledge this')]);
});

test('an acknowledged one fails nothing: the program only looks whether the server is there', () => {
  const { declared, use } = declare(mapped(AT), stored);
  declared.topology.acknowledge('BST536', use, 'a probe that looks whether the port is open');
  expect([declared.found('BST536'), declared.found('BST001')]).toEqual([[], []]);
});
