import { assertMatchedText, assertNotEntered } from '../../src/private/matched-text';
import { accepts, expectRefusal } from '../support/declare';

test('a text that a client can send is returned as it is', () => expect(assertMatchedText('Jason Ü', 'the text', 'p')).toBe('Jason Ü'));

test.each(['', ' a', 'a ', 'a\nb', 'x'.repeat(1025), '0o14'])('BST024: refuses %j and does not repeat it', text =>
  expectRefusal(() => assertMatchedText(text, 'the text', 'p'), 'BST024', 'p', 'the text (not repeated here)'));

test('BST510: refuses a credential among the words', () => expectRefusal(() => assertMatchedText('a=ghp_CANARYCANARY', 'the text', 'p'), 'BST510', 'p', 'not repeated here'));

test.each([['authorization', 'x'], ['x-api-key', 'x'], ['x-a', 'Bearer x']])('BST510: refuses the header %s: %s', (name, value) =>
  expectRefusal(() => assertNotEntered('the header', name, value, 'p'), 'BST510', 'p', 'not repeated here'));

test('accepts a header that lets nobody in', () => expect(accepts(() => assertNotEntered('the header', 'x-a', 'x', 'p'))).toBe(true));
