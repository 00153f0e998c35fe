import { Locator } from '../../src';
import { assertEntersRabbitMq, rabbitMq } from '../../src/backing-services/rabbit-mq-login';
import { expectRefusal, vault } from '../support/declare';

const locator = Locator.external({ addresses: [{ host: 'mq.example', port: 5672 }] });
const held = (properties: Record<string, string>) => vault.secret('x', properties);

test.each([[{ username: 'u', password: 'p' }], [{ 'client-certificate': 'c', 'private-key': 'k' }], [{ uri: 'u' }]])('a broker is entered with %j', properties => {
  const credential = held(properties as unknown as Record<string, string>);
  expect(assertEntersRabbitMq(credential, 'p')).toBe(credential);
});

test.each([{ username: 'u' }, { password: 'p' }, { token: 't' }])('BST017: a broker is not entered with %j', properties =>
  expectRefusal(() => rabbitMq(locator, { credentials: held(properties as unknown as Record<string, string>) }, 'p'), 'BST017', 'p', 'due is "username" and "password"'));

test('the virtual host is told whether or not anybody needs a credential', () => {
  const { database, login } = rabbitMq(locator, { virtualHost: 'orders' }, 'p');
  expect([database, login]).toEqual(['orders', undefined]);
});
