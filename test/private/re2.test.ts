import { assertRe2, matchesRe2 } from '../../src/private/re2';
import { expectRefusal } from '../support/declare';

test('an expression takes a text as a whole', () => expect(['ab', 'abc', 'b'].map(text => matchesRe2('a.', text))).toEqual([true, false, false]));

test('an expression is returned as it is', () => expect(assertRe2('(?i)a+', 'p')).toBe('(?i)a+'));

test('BST044: refuses what RE2 does not read, and says why', () => expectRefusal(() => assertRe2('a(?=b)', 'p'), 'BST044', 'p', '"a(?=b)" is no expression of RE2: ', 'without looking ahead'));

test('a hostile text is matched in a time that grows with its length alone', () => expect(matchesRe2('(a+)+b', 'a'.repeat(20_000))).toBe(false));
