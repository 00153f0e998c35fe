import * as fc from 'fast-check';
import { BindingEntry, BindingRequest, Credential, DataAccess, KubernetesSecret, Tls, TlsAuthority } from '../../src';
import { mongoDbEntries, MongoDbPlace } from '../../src/backing-services/mongo-db-binding';
import { secretTemplate } from '../../src/secrets/external-secrets/secret-template';
import { newTopology, newWorkload, readable, textOf, vault } from '../support/declare';
import { render } from '../support/external-secrets-operator';

const orders = newWorkload(newTopology(), 'orders');
const place: MongoDbPlace = { hosts: 'a.example.com:27017', host: 'a.example.com', port: 27017, tls: Tls.NONE, isSrv: false, database: 'orders', authSource: 'admin' };
const user = vault.secret('db');
const entriesOf = (props: Partial<MongoDbPlace>, credential?: Credential, access = DataAccess.READ_WRITE) =>
  mongoDbEntries({ ...place, ...props }, BindingRequest._of(orders, access, [], credential));
const roles = (entries: BindingEntry[]) => Object.fromEntries(entries.map(({ role, value }) => [role, textOf(value)]));
const read = (...args: Parameters<typeof entriesOf>) => roles(entriesOf(...args));

/** What a driver reads out of a connection string, by its grammar: https://www.mongodb.com/docs/manual/reference/connection-string/#standard-connection-string-format */
function parsed(url: string) {
  const [, scheme, username, password, hosts, database, query] = /^(mongodb(?:\+srv)?):\/\/(?:([^:@/?]*):([^:@/?]*)@)?([^@/?]+)\/([^/?]*)(?:\?(.*))?$/.exec(url)!;
  const pairs = query?.split('&').map(pair => pair.split('=').map(decodeURIComponent)) ?? [];
  return { scheme, login: [username, password].map(text => text && decodeURIComponent(text)), hosts: hosts.split(','), database: decodeURIComponent(database), options: Object.fromEntries(pairs) };
}

test('tells URL and parts; no option stands in the URL of a server that needs none', () => {
  expect(readable(entriesOf({}))).toEqual({
    'URL': 'mongodb://a.example.com:27017/orders', '(uri)': 'mongodb://a.example.com:27017/orders', '(hosts)': 'a.example.com:27017', '(host)': 'a.example.com', '(port)': '27017',
    '(srv)': 'false', '(database)': 'orders', '(read-preference)': 'primary', '(tls)': 'false',
  });
});

test('with a user, says where it is kept, as drivers would look in the database otherwise', () => {
  expect(readable(entriesOf({ authSource: 'users' }, user))).toMatchObject({
    'URL': 'mongodb://{db username %}:{db password %}@a.example.com:27017/orders?authSource=users', '(authentication-database)': 'users', '(username)': '{db username}', '(password)': '{db password}',
  });
});

test('a URL is read back as it was told, whatever database, replica set and hosts are called', () => {
  const { url } = read({ hosts: 'a.example.com:1,[2001:db8::7]:2', database: 'ü-1', replicaSet: 'Shop.main-1', tls: Tls.byClient() });
  expect(parsed(url)).toMatchObject({ hosts: ['a.example.com:1', '[2001:db8::7]:2'], database: 'ü-1', options: { replicaSet: 'Shop.main-1', tls: 'true' } });
});

test('user and password of any text are read back by the grammar of connection strings', () => {
  const template = secretTemplate(entriesOf({}, user)[0].value.parts, ({ name }) => name!);
  fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ minLength: 1 }), (password, username) => {
    const { login, hosts, options } = parsed(render(template, new Map([['password', password], ['username', username]])));
    expect([login, hosts, options]).toEqual([[username, password], ['a.example.com:27017'], { authSource: 'admin' }]);
  }), { numRuns: 500 });
});

test.each<[Tls, string, string]>([
  [Tls.byClient(), '?tls=true', 'true'], [Tls.byClient(TlsAuthority.LOGIN), '?tls=true&tlsCAFile=/bindings/b/ca.crt', 'true'], [Tls.byClient(TlsAuthority.NONE), '?tls=true&tlsInsecure=true', 'true'],
])('clients are told of TLS by %p, and never fall back', (tls, query, told) => {
  const { url, tls: role } = read({ tls });
  expect([url, role]).toEqual([`mongodb://a.example.com:27017/orders${query}`, told]);
});

test.each([[Tls.byClient(), 'true'], [Tls.NONE, 'false']])('by SRV records, TLS is said either way', (tls, said) => {
  const { url, srv } = read({ isSrv: true, hosts: 'c.example.com', tls });
  expect([parsed(url), srv]).toMatchObject([{ scheme: 'mongodb+srv', hosts: ['c.example.com'], options: { tls: said } }, 'true']);
});

test('who only reads is sent to secondaries of a replica set, and to a server that is alone as everybody', () => {
  const preferences = [{ replicaSet: 'rs0' }, { isSrv: true }, {}].map(props => read(props, undefined, DataAccess.READ_ONLY));
  expect(preferences.map(({ url }) => parsed(url).options.readPreference)).toEqual(['secondaryPreferred', 'secondaryPreferred', undefined]);
  expect(preferences.map(told => told['read-preference'])).toEqual(['secondaryPreferred', 'secondaryPreferred', 'primary']);
});

test('the URL that somebody keeps whole is told as it is', () => {
  const kept = KubernetesSecret.existing('mongo', { reason: 'made by the data team' }).credential({ uri: 'url' });
  expect(read({ replicaSet: 'rs0', tls: Tls.byClient(TlsAuthority.LOGIN) }, kept, DataAccess.READ_ONLY)).toMatchObject({ 'url': '{mongo url}', 'connection-string': '{mongo url}' });
});

test('to the URL of an operator is added where the authority is, and whom readers ask', () => {
  const kept = KubernetesSecret.ofOperator('mongo', { producer: 'MongoDBCommunity a' }).credential({ uri: 'c', ca: 'ca' });
  const entries = entriesOf({ replicaSet: 'rs0', tls: Tls.byClient(TlsAuthority.LOGIN) }, kept, DataAccess.READ_ONLY);
  expect(readable(entries)).toMatchObject({ 'URL': '{mongo c}&readPreference=secondaryPreferred&tlsCAFile=/bindings/b/ca.crt', '(uri)': '{mongo c}', 'CA_FILE': '/bindings/b/ca.crt' });
  expect(readable(entriesOf({}, kept))).toMatchObject({ 'URL': '{mongo c}', '(uri)': '{mongo c}' });
});

test('parts that are safe in a URL make a variable, which Kubernetes composes, and no file, which it cannot', () => {
  const secret = KubernetesSecret.ofOperator('mongo', { producer: 'MongoDBCommunity a' });
  const entries = readable(entriesOf({}, Credential.of({ username: secret.key('u').urlSafe(), password: secret.key('p').urlSafe() })));
  expect([entries.URL, entries['(uri)']]).toEqual(['mongodb://{mongo u}:{mongo p}@a.example.com:27017/orders?authSource=admin', undefined]);
});
