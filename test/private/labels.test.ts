import { assertLabels } from '../../src/private/labels';
import { expectRefusal, survivesHostileText } from '../support/declare';

const LONG = 'a'.repeat(63);

test.each<Record<string, string>>([
  {}, { app: 'web' }, { 'app.kubernetes.io/name': 'Web_1.2-3' }, { a: '' }, { [LONG]: LONG }, { [`${'a.'.repeat(126)}a/${LONG}`]: 'a' }, { A_b: '0' },
])('accepts %j', labels => {
  expect(assertLabels(labels, 'p')).toBe(labels);
});

test.each(['', 'a b', '-a', 'a-', '/a', 'a/', 'A/b', 'a/b/c', 'a..b/c', `${LONG}a`, `${'a.'.repeat(127)}a/b`, '<<', '__proto__', 'constructor', 'ä', '0o14', 'a\n'])('BST801: refuses the key %j', key =>
  expectRefusal(() => assertLabels({ [key]: 'a' }, 'shop/a'), 'BST801', 'shop/a', 'cannot be the key of a label', 'at most 63 characters', 'choose such a name'));

test.each(['a b', '-a', 'a.', 'a/b', `${LONG}a`, '{{ x }}', 'a\n---', '0o14', 7 as never, undefined as never])('BST801: refuses the value %j', value =>
  expectRefusal(() => assertLabels({ app: value }, 'shop/a'), 'BST801', 'shop/a', 'cannot be the value of a label', 'at most 63 characters'));

test('survives hostile text', () => survivesHostileText(text => [assertLabels({ a: text }, 'p'), assertLabels({ [text]: 'a' }, 'p')]));
