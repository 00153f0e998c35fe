import { ofDatabase } from '../../src/backing-services/database-of-server';
import { SQL_SERVER_DATABASE } from '../../src/backing-services/sql-server-database';
import { accepts, expectRefusal } from '../support/declare';

test.each([
  ['orders', true], ['a'.repeat(128), true], ['a'.repeat(129), false], ['日本語; x', true], ['', false], ['a ', false], ['a\nb', false], ['\ud800', false], ['😀', true],
])('%j may be a database: %p', (name, may) => expect(accepts(() => ofDatabase(name, SQL_SERVER_DATABASE, 'p'))).toBe(may));

test('BST801: says what may', () => expectRefusal(() => ofDatabase('', SQL_SERVER_DATABASE, 'p'), 'BST801', 'p', 'a database of SQL Server', '1 to 128 characters'));
