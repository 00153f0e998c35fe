import { assertAnnotations, assertLabels, assertOpenLabels, assertQualifiedName } from '../../src/private/labels';
import { expectRefusal, refusalOf, survivesHostileText } from '../support/declare';

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

describe('labels that anybody may read', () => {
  test('are those of which none is a secret, though one may be the name of a Secret', () => {
    const labels = { 'app.kubernetes.io/part-of': 'shop', 'auth-secret': 'basic-auth', 'a': '' };
    expect(assertOpenLabels(labels, 'p')).toBe(labels);
  });

  test.each<[string, Record<string, string>, string]>([
    ['BST801', { 'a b': 'c' }, 'the key of a label'], ['BST510', { 'example.com/password': 'CANARY' }, 'the label "example.com/password" is the name of a secret'],
    ['BST510', { a: 'ghp_CANARYCANARY' }, 'not repeated'], ['BST510', { a: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c' }, 'not repeated'],
  ])('%s: refuse %j', (code, labels, words) => {
    expectRefusal(() => assertOpenLabels(labels, 'p'), code, 'p', words);
    expect(refusalOf(() => assertOpenLabels(labels, 'p')).message).not.toMatch(/CANARY|9f86/);
  });
});

describe('annotations', () => {
  test.each<Record<string, string>>([
    {}, { 'a.b/C_d': '{"ingress": true}' }, { a: '' }, { a: 'two\nlines' }, { 'nginx.ingress.kubernetes.io/auth-secret': 'basic-auth' },
    { 'service.beta.kubernetes.io/aws-load-balancer-ssl-cert': 'arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-1234-5678-9abc-0123456789ab' },
    { contact: 'team@example.com' }, { a: 'a'.repeat(256 * 1024 - 1) },
  ])('accept %.80j', annotations => expect(assertAnnotations(annotations, 'p')).toBe(annotations));

  test.each<[string, Record<string, string>, string]>([
    ['BST801', { 'a b': 'c' }, 'the key of an annotation'], ['BST801', { a: 'x\u2028y' }, 'a character that YAML loses'],
    ['BST801', { a: 'a'.repeat(256 * 1024) }, 'have 262145 bytes: Kubernetes takes 262144'], ['BST801', { a: 'ü'.repeat(128 * 1024) }, '262145 bytes'],
    ['BST510', { 'example.com/password': 'CANARY' }, '"example.com/password" is the name of a secret'], ['BST510', { a: 'ghp_CANARYCANARY' }, 'not repeated'],
    ['BST511', { a: 'postgres://user:CANARY@db' }, 'a text with a password'], ['BST511', { a: '{"password=CANARY"}' }, 'leave it out here'],
  ])('%s: refuse %.80j', (code, annotations, words) => {
    expectRefusal(() => assertAnnotations(annotations, 'p'), code, 'p', words);
    expect(refusalOf(() => assertAnnotations(annotations, 'p')).message).not.toContain('CANARY');
  });

  test('survive hostile text', () => survivesHostileText(text => [assertAnnotations({ a: text }, 'p'), assertAnnotations({ [text]: 'a' }, 'p')]));
});

test('a qualified name is what the key of a label is', () => {
  expect(assertQualifiedName('a class', 'a.b/c', 'p')).toBe('a.b/c');
  expectRefusal(() => assertQualifiedName('a class', 'a b', 'p'), 'BST801', 'p', '"a b" cannot be a class');
});
