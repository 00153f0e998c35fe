import { assertHost } from '../../src/private/host';
import { expectRefusal, refusalOf } from '../support/declare';

test.each(['db.example.com', 'localhost', 'a', '1a.example', `${'a'.repeat(63)}.example`])('accepts %s', host => expect(assertHost(host, 'p')).toBe(host));

test.each(['DB.example.com', 'db.example.com.', 'db.example.com:5432', 'https://db.example.com', '10.0.0.1', '[::1]', 'a_b', `${'a'.repeat(64)}.example`, `db.${'a'.repeat(64)}`, ''])(
  'BST801: refuses %p', host => expectRefusal(() => assertHost(host, 'shop/db'), 'BST801', 'shop/db', JSON.stringify(host), 'a lower-case DNS name', 'choose such'));

test.each([
  'postgresql://app:hunter2@db.example.com/orders', 'app:hunter2@db.example.com', 'SASL_SSL://app:hunter2@kafka:9092', 'app:hun/ter2@db', 'host=db password=hunter2', 'h:6380,pass=hunter2',
])('BST511: refuses credentials in a host and does not repeat them: %s', host => {
  expectRefusal(() => assertHost(host, 'shop/db'), 'BST511', 'shop/db', 'not repeated here', 'give host and port');
  expect(refusalOf(() => assertHost(host, 'shop/db')).message).not.toMatch(/hunter2|ter2/);
});

test.each(['h:6380,key hunter2', 'db:hunter2'])('BST801: does not repeat what is more than a host and a port: %s', host => {
  expectRefusal(() => assertHost(host, 'shop/db'), 'BST801', 'shop/db', 'a text (not repeated here) cannot be a host');
  expect(refusalOf(() => assertHost(host, 'shop/db')).message).not.toContain('hunter2');
});
