import { PodVersion } from '../../src';
import { assertVersions, commonLabels } from '../../src/pods/pod-labels';
import { expectRefusal } from '../support/declare';

const version = (name: string | undefined, labels: Record<string, string>, replicas?: number): PodVersion => ({ name, labels, replicas });

describe('labels that all versions carry', () => {
  test.each<[Array<Record<string, string>>, Record<string, string>]>([
    [[{ a: '1', b: '2' }, { a: '1', b: '3' }], { a: '1' }],
    [[{ a: '1', version: 'v' }, { a: '1', version: 'v' }], { a: '1' }],
    [[{ a: '1', b: '2' }, { b: '2', a: '1', c: '3' }], { a: '1', b: '2' }],
    [[{ a: '1' }], { a: '1' }],
  ])('of %j are %j', (labels, common) => expect(commonLabels(labels.map(each => version('v', each)), 'reviews')).toEqual(common));

  test.each<[object[]]>([[[{ a: '1' }, { a: '2' }]], [[{ version: 'v' }, { version: 'v' }]], [[{ a: '1' }, {}]], [[{}]], [[{ toString: 'x' }, {}]]])(
    'BST025: refuses %j', labels => {
      const versions = labels.map(each => version('v', each as Record<string, string>));
      expectRefusal(() => commonLabels(versions, 'reviews'), 'BST025', 'Pods.versions of reviews', 'share no label', 'the same app.kubernetes.io/name label');
    });
});

describe('versions', () => {
  test.each([
    [[version(undefined, { a: '1' })]], [[version('v1', { a: '1' }, 0), version('v2', { a: '2' }, 3)]], [[version('v1', {})]],
  ])('accept %j', versions => expect(assertVersions(versions, 'p')).toBe(versions));

  test.each<[string, PodVersion[], string]>([
    ['none', [], 'there is no version'],
    ['one name twice', [version('v1', { a: '1' }), version('v1', { a: '2' })], 'two versions have the name "v1"'],
    ['the same labels', [version('v1', { a: '1', b: '2' }), version('v2', { b: '2', a: '1' })], 'two versions have the labels {"a":"1","b":"2"}'],
    ['one without a name', [version('v1', { a: '1' }), version(undefined, { a: '2' })], 'one of several versions has no name'],
  ])('BST025: refuse %s', (_, versions, words) => expectRefusal(() => assertVersions(versions, 'Pods.fromLabels'), 'BST025', 'Pods.fromLabels', words));

  test('BST801: refuse a name that no subset can have', () =>
    expectRefusal(() => assertVersions([version('V 1', {})], 'p'), 'BST801', 'p', '"V 1"', 'RFC 1123 label'));

  test('BST010: refuse a number of pods that is none', () =>
    expectRefusal(() => assertVersions([version('v1', {}, -1)], 'p'), 'BST010', 'p', 'replicas "-1"', '0..2147483647'));
});
