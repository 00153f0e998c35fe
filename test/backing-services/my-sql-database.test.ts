import { ofDatabase } from '../../src/backing-services/database-of-server';
import { MYSQL_DATABASE } from '../../src/backing-services/my-sql-database';
import { accepts, expectRefusal } from '../support/declare';

test.each([
  ['orders', true], ['a'.repeat(64), true], ['a'.repeat(65), false], ['日本語 x', true], ['', false], [' ', false], ['a ', false], ['a\nb', false], ['\ud800', false], ['😀', false],
  [' a', true],
])('%j may be a database: %p', (name, may) => expect(accepts(() => ofDatabase(name, MYSQL_DATABASE, 'p'))).toBe(may));

test('BST801: says what may', () => expectRefusal(() => ofDatabase('', MYSQL_DATABASE, 'p'), 'BST801', 'p', 'a database of MySQL', '1 to 64 characters'));
