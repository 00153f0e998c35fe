import { Deployment } from 'cdk8s-plus-28';
import { PodVersion } from '../../src/model/pods';
import { Workload } from '../../src/model/workload';
import { Pods } from '../../src/pods/pods';
import { Declaration } from '../support/topology';

const APP = { app: 'reviews' };
const version = (name: string | undefined, labels: Record<string, string>): PodVersion => ({ name, labels });
const selects = (name: string, wanted: string, carried: string) =>
  `error reviews: subset ${name} selects pods with ${wanted}, but those of version ${name} carry ${carried}; `
  + `label the pods of version ${name} with ${wanted}, or name the version as its pods are labelled`;

describe('BST604 subset-without-pods', () => {
  test.each<[string, Record<string, string>, PodVersion[] | undefined, string[]]>([
    ['finds a version whose pods are not told apart', APP, [version('v1', { version: 'v1' }), version('v2', {})],
      [selects('v2', '"app=reviews", "version=v2"', '"app=reviews"')]],
    ['finds a version whose pods carry another label', APP, [version('stable', { track: 'stable' })],
      [selects('stable', '"app=reviews", "version=stable"', '"app=reviews", "track=stable"')]],
    ['finds each version whose pods carry another version', APP, [version('v1', { version: 'v2' }), version('v2', { version: 'v1' })], [
      selects('v1', '"app=reviews", "version=v1"', '"app=reviews", "version=v2"'),
      selects('v2', '"app=reviews", "version=v2"', '"app=reviews", "version=v1"'),
    ]],
    ['tells labels in the order of their texts', { zone: 'a', app: 'reviews' }, [version('v1', { version: 'v1' }), version('v2', {})],
      [selects('v2', '"app=reviews", "version=v2", "zone=a"', '"app=reviews", "zone=a"')]],
    ['accepts versions whose pods are labelled by their names', APP, [version('v1', { version: 'v1' }), version('v2', { version: 'v2', track: 'canary' })], []],
    ['accepts pods without versions', APP, undefined, []],
    ['accepts a version without a name, which has no subset', APP, [version(undefined, {})], []],
  ])('%s', (_, labels, versions, expected) => {
    const declared = new Declaration();
    const reviews = declared.workload('reviews', { labels, versions });
    declared.api(reviews);
    expect(declared.found('BST604')).toEqual(expected);
  });

  test('finds a pod template whose own version label is not the version\'s name', () => {
    const declared = new Declaration();
    const podMetadata = { labels: { 'app.kubernetes.io/name': 'reviews', 'version': '2024-07' } };
    const deployment = new Deployment(declared.chart, 'reviews-v1', { podMetadata, containers: [{ image: 'reviews' }] });
    declared.api(new Workload(declared.topology, 'reviews', { pods: Pods.versions({ v1: deployment }) }));
    expect(declared.findings('BST604').map(({ problem }) => problem)).toEqual([expect.stringMatching(/^subset v1 selects .*"version=v1", but .*"version=2024-07"/)]);
  });

  test('accepts pod templates that Pods.versions labels', () => {
    const declared = new Declaration();
    const deployment = (id: string) => new Deployment(declared.chart, id, { containers: [{ image: 'reviews' }] });
    declared.api(new Workload(declared.topology, 'reviews', { pods: Pods.versions({ v1: deployment('r1'), v2: deployment('r2') }) }));
    expect(declared.found('BST604')).toEqual([]);
  });

  test('accepts any labels of a workload that provides nothing', () => {
    const declared = new Declaration();
    declared.workload('reviews', { versions: [version('v1', {})] });
    expect(declared.found('BST604')).toEqual([]);
  });
});
