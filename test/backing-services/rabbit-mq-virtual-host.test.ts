import { assertVirtualHost } from '../../src/backing-services/rabbit-mq-virtual-host';
import { expectRefusal } from '../support/declare';

test.each(['/', 'orders', 'a'.repeat(255), 'ü'.repeat(63), '%2F'])('takes the virtual host %j as its name', name => expect(assertVirtualHost(name, 'p')).toBe(name));

test.each(['', 'a\nb', '\u202e', 'ü'.repeat(64), 'a'.repeat(256)])('BST801: refuses %j, of which no broker could have one or nobody could read it', name =>
  expectRefusal(() => assertVirtualHost(name, 'p'), 'BST801', 'p', 'a virtual host', '1 to 255 characters of ASCII, or 1 to 63'));

test('BST511: a URL is no virtual host, and its password is not repeated', () => {
  expectRefusal(() => assertVirtualHost('amqp://u:CANARY@h/v', 'p'), 'BST511', 'p', 'name alone');
  expect(() => assertVirtualHost('amqp://u:CANARY@h/v', 'p')).not.toThrow('CANARY');
});
