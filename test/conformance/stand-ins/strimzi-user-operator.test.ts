import { Manifest } from '../harness/manifests';
import { aclsOf, userSecrets } from './strimzi-user-operator';

const user = (name: string, spec: object = {}) => ({ metadata: { name }, spec: { authentication: { type: 'scram-sha-512' }, ...spec } }) as Manifest;
const authorized = (...acls: object[]) => user('books.web', { authorization: { type: 'simple', acls } });

test('a rule becomes one rule of the authorizer for each operation, with what is not said', () => {
  expect(aclsOf(authorized({ resource: { type: 'topic', name: 'orders' }, operations: ['Read', 'DescribeConfigs'] }))).toEqual([
    ['TOPIC', 'orders', 'LITERAL', 'User:books.web', '*', 'READ', 'ALLOW'],
    ['TOPIC', 'orders', 'LITERAL', 'User:books.web', '*', 'DESCRIBE_CONFIGS', 'ALLOW'],
  ]);
});

test('what a rule says is taken', () => {
  expect(aclsOf(authorized({ type: 'deny', resource: { type: 'group', name: 'g-', patternType: 'prefix' }, operations: ['Read'], host: '10.0.0.1' })))
    .toEqual([['GROUP', 'g-', 'PREFIXED', 'User:books.web', '10.0.0.1', 'READ', 'DENY']]);
});

test('without simple authorization there are no rules', () => expect(aclsOf(user('books.web'))).toEqual([]));

test('each SCRAM user has a Secret with a password of its own, other users have none', () => {
  const { one, two, ...others } = userSecrets([user('one'), user('two'), user('tls', { authentication: { type: 'tls' } })]);
  expect([Object.keys(one), Object.keys(others)]).toEqual([['password', 'sasl.jaas.config'], []]);
  expect(one.password).not.toBe(two.password);
});

test('a user may take the password of a Secret; if that is not there, it gets none', () => {
  const taking = (name: string, from: string) => user(name, { authentication: { type: 'scram-sha-512', password: { valueFrom: { secretKeyRef: { name: from, key: 'password' } } } } });
  const secrets = userSecrets([taking('two', 'one'), taking('three', 'nobody'), user('one')]);
  expect([secrets.two.password, secrets.three]).toEqual([secrets.one.password, undefined]);
});
