import { assertSame, only } from './written-files';

const MANIFEST = { 'a.k8s.yaml': 'kind: A\nname: a\n' };

test('accepts the same bytes, and names the files', () => {
  expect(assertSame({ ...MANIFEST, 'a.mmd': '' }, { ...MANIFEST, 'a.mmd': '' })).toBe('a.k8s.yaml, a.mmd');
});

test.each([
  ['a line that differs', { 'a.k8s.yaml': 'kind: A\nname: b\n' }, 'a.k8s.yaml:2: name: b\n  expected: name: a'],
  ['a text that ends early', { 'a.k8s.yaml': 'kind: A' }, 'a.k8s.yaml:2: the end\n  expected: name: a'],
  ['a file too many', { ...MANIFEST, 'b.k8s.yaml': '' }, 'b.k8s.yaml was not expected'],
  ['a file too few', { 'b.k8s.yaml': '' }, 'b.k8s.yaml was not expected\na.k8s.yaml was not written'],
  ['no manifest at all', { 'a.mmd': '' }, 'no manifest was written'],
])('fails with %s', (_, written, problem) => {
  expect(() => assertSame(written as Record<string, string>, MANIFEST)).toThrow(new Error(problem));
});

test('compares some of the files', () => {
  expect(only(['a.k8s.yaml', 'c.k8s.yaml'], { ...MANIFEST, 'b.k8s.yaml': '' })).toEqual(MANIFEST);
});
