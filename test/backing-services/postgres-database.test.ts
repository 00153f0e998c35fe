import { databasePart } from '../../src/backing-services/postgres-database';
import { expectRefusal } from '../support/declare';

test.each(['orders', 'Orders & more', '日本語', 'a'.repeat(63)])('is text that is no secret: %s', name => expect(databasePart(name, 'p').literal).toBe(name));

test.each(['', 'a'.repeat(64), 'a\nb'])('BST801: refuses %j', name => expectRefusal(() => databasePart(name, 'p'), 'BST801', 'p', '1 to 63 characters'));

test('BST511: refuses a URL in its place', () => expectRefusal(() => databasePart('postgres://u:CANARY@h/d', 'p'), 'BST511', 'p', 'name alone'));
