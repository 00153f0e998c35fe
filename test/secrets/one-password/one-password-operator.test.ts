import { ApiObject } from 'cdk8s';
import { Credential, CredentialPart, EnvNames, OnePasswordOperator, Redis, RedisProvider, SecretBindings, SecretEncoding, Secrets, SecretStore } from '../../../src';
import { Declaration } from '../../support/topology';

const operator = new OnePasswordOperator();
const shop = SecretStore.onePassword('Shop');

test.each<[string, CredentialPart, boolean]>([
  ['a field of an item', shop.property('a', 'b'), true], ['a whole item', shop.entry('a'), false],
  ['a store of another supplier', SecretStore.cluster('vault').property('a', 'b'), false], ['a text', CredentialPart.text('a'), false],
])('whether it fetches %s', (_, part, fetched) => expect(operator.fetches(part)).toBe(fetched));

test('it writes a part as it is, under the label of its field, and puts none together', () => {
  expect([operator.composes, ...Object.values(SecretEncoding).map(encoding => operator.encodes(encoding))])
    .toEqual([false, true, false, false, false, false]);
  expect(operator.keyOf(shop.property('a', 'b'))).toBe('b');
});

/** What is wrong with a password and a user name that are told apart. */
function found(username: CredentialPart, password: CredentialPart): string[] {
  const declared = new Declaration();
  const provider = RedisProvider.external({ host: 'c.example.com', credentials: Credential.of({ username, password }) });
  const envNames = EnvNames.map({ REDIS_USER: '{username}', REDIS_PASSWORD: '{password}' });
  declared.workload('web').uses(new Redis(declared.topology, 'cache', { provider }), { envNames });
  new SecretBindings(declared.chart, 'bindings', { topology: declared.topology, secrets: Secrets.onePassword() });
  const made = declared.chart.node.findAll().filter(each => ApiObject.isApiObject(each) && each.kind === 'OnePasswordItem');
  expect(made).toHaveLength(declared.findings('BST519').length === 0 ? 1 : 0);
  return declared.findings('BST519').map(({ problem }) => problem.replace(/^.*credentials of cache: /, ''));
}

const TWO = ['its parts are in 2 items, and one Secret is made of one'];
test.each<[string, CredentialPart, CredentialPart, string[]]>([
  ['one item', shop.property('a', 'u'), shop.property('a', 'p'), []],
  ['two items', shop.property('a', 'u'), shop.property('b', 'p'), TWO],
  ['two vaults', SecretStore.onePassword('Team').property('a', 'u'), shop.property('a', 'p'), TWO],
  ['an item with a "/" in its title', shop.property('a/b', 'u'), shop.property('a/b', 'p'), ['"a/b" cannot be asked for, because of the "/" in it: refer to the item by its id']],
  ['fields whose labels are no keys', shop.property('a', 'u'), shop.property('a', 'pass word'),
    ['the label "pass word" is no key of a Secret: allowed are letters, digits, "-", "_" and ".", at most 253 characters']],
])('of a credential in %s', (_, username, password, reasons) => expect(found(username, password)).toEqual(reasons));
