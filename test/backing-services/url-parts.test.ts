import { AddressRole, BindingValue, Credential, KubernetesSecret, Locator } from '../../src';
import { fileOf, serverAddresses, serversOf, userinfo } from '../../src/backing-services/url-parts';
import { textOf, vault } from '../support/declare';

const user = KubernetesSecret.existing('user', { reason: 'made by the data team' });
const locator = Locator.external({ addresses: [
  { host: '2001:db8::7', port: 1 }, { host: 'b.example', port: 1, role: AddressRole.ALTERNATE }, { host: '*.c.example', port: 1, role: AddressRole.MEMBER },
  { host: 'd.example', port: 2, role: AddressRole.MANAGEMENT },
] });

test.each([
  [undefined, ''], [vault.secret('x', { username: 'u' }), ''], [vault.secret('x', { password: 'p' }), ''], [vault.secret('x'), '{x username %}:{x password %}@'],
])('a URL has user and password, percent-encoded, or neither', (credential, text) => expect(userinfo(credential).map(textOf).join('')).toBe(text));

test('what Kubernetes puts together is no file; what a store keeps, and what is one part, is', () => {
  const composed = (credential: Credential) => BindingValue.join(BindingValue.literal('x://'), ...userinfo(credential));
  expect([composed(user.credential()), composed(vault.secret('x')), BindingValue.secret(user.credential(), 'password')].map(value => fileOf(value, 'uri'))).toEqual([undefined, 'uri', 'uri']);
});

test('clients are told of the servers that they may begin at', () => {
  expect(serverAddresses(locator).map(({ host }) => host)).toEqual(['2001:db8::7', 'b.example']);
  expect(serversOf(locator)).toBe('[2001:db8::7]:1,b.example:1');
});
