import { PodVersion } from '../../src';
import { commonLabels } from '../../src/pods/pod-labels';
import { expectRefusal } from '../support/declare';

const version = (name: string | undefined, labels: Record<string, string>, replicas?: number): PodVersion => ({ name, labels, replicas });

describe('labels that all versions carry', () => {
  test.each<[Array<Record<string, string>>, Record<string, string>]>([
    [[{ a: '1', b: '2' }, { a: '1', b: '3' }], { a: '1' }],
    [[{ a: '1', version: 'v' }, { a: '1', version: 'v' }], { a: '1' }],
    [[{ a: '1', b: '2' }, { b: '2', a: '1', c: '3' }], { a: '1', b: '2' }],
    [[{ a: '1' }], { a: '1' }],
    [[{ 'a': '1', 'helm.sh/chart': 'web-1' }, { 'a': '1', 'helm.sh/chart': 'web-1' }], { a: '1' }],
  ])('of %j are %j', (labels, common) => expect(commonLabels(labels.map(each => version('v', each)), 'reviews')).toEqual(common));

  test.each<[object[]]>([[[{ a: '1' }, { a: '2' }]], [[{ version: 'v' }, { version: 'v' }]], [[{ a: '1' }, {}]], [[{}]], [[{ toString: 'x' }, {}]]])(
    'BST025: refuses %j', labels => {
      const versions = labels.map(each => version('v', each as Record<string, string>));
      expectRefusal(() => commonLabels(versions, 'reviews'), 'BST025', 'Pods.versions of reviews', 'share no label', 'the same app.kubernetes.io/name label');
    });
});
