import { assertQueryParameter } from '../../src/private/query-parameter';
import { expectRefusal } from '../support/declare';

test.each(['page', 'X-User', 'a[b]', '~'])('%s may be a parameter of a query', name => expect(assertQueryParameter(name, 'x')).toBe(name));

test.each(['', 'a b', 'ä', '__proto__', 'constructor', 'a'.repeat(257)])('BST801: %j may not', name => expectRefusal(() => assertQueryParameter(name, 'x'), 'BST801', 'x', 'ASCII'));
