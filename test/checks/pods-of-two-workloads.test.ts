import * as fc from 'fast-check';
import { Pods, PodVersion, Topology, Workload, WorkloadStanding } from '../../src';
import { podsOfTwoWorkloads } from '../../src/checks/pods-of-two-workloads';
import { AppContext } from '../../src/model/app-context';
import { EmittedObjects } from '../../src/model/emitted-objects';
import { newTopology } from '../support/declare';
import { Declaration } from '../support/topology';

const overlap = (owner: string, other: string, labels: string) =>
  `error ${owner}: its pods in namespace shop are also those of test/shop/workloads/${other}, which selects ${labels}; `
  + `add a label to the pods and the selector of test/shop/workloads/${other} that the pods of ${owner} do not have`;

/** What is found where two workloads select by these labels. */
function found(orders: Record<string, string>, web: Record<string, string>): string[] {
  const declared = new Declaration();
  declared.workload('orders', { labels: orders });
  declared.workload('web', { labels: web });
  return declared.found('BST806');
}

describe('BST806 pods-of-two-workloads', () => {
  test('finds two workloads with the same labels, once', () =>
    expect(found({ app: 'shop', tier: 'back' }, { app: 'shop', tier: 'back' })).toEqual([overlap('web', 'orders', '"app=shop", "tier=back"')]));

  test('finds a selector that takes in the pods of another workload', () =>
    expect(found({ app: 'shop' }, { app: 'shop', tier: 'front' })).toEqual([overlap('web', 'orders', '"app=shop"')]));

  test('finds a selector that takes in one version of another workload', () => {
    const declared = new Declaration();
    const versions: PodVersion[] = [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2', team: 'blue' } }];
    declared.workload('reviews', { labels: { app: 'reviews' }, versions });
    declared.workload('blue', { labels: { team: 'blue' } });
    expect(declared.found('BST806')).toEqual([overlap('reviews', 'blue', '"team=blue"')]);
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['other values', { app: 'orders' }, { app: 'web' }],
    ['a label in common, and others that differ', { app: 'orders', team: 'blue' }, { app: 'web', team: 'blue' }],
    ['other keys', { app: 'shop' }, { name: 'shop' }],
  ])('accepts %s', (_, orders, web) => expect(found(orders, web)).toEqual([]));

  test('accepts the same labels in another namespace', () => {
    const declared = new Declaration();
    declared.workload('orders', { labels: { app: 'shop' } });
    declared.workload('web', { labels: { app: 'shop' }, namespace: 'edge' });
    expect(declared.found('BST806')).toEqual([]);
  });

  describe('across two topologies', () => {
    const twoTopologies = (guarded: boolean) => {
      const declared = new Declaration();
      declared.workload('orders', { labels: { app: 'shop' } });
      const other = new Topology(declared.chart, 'other');
      new Workload(other, 'web', { pods: Pods.fromLabels({ labels: { app: 'shop' } }), standing: guarded ? WorkloadStanding.GUARDED : WorkloadStanding.FOREIGN });
      return [...declared.topology.findings, ...other.findings].filter(({ code }) => code === 'BST806').map(({ path }) => path);
    };

    test('finds what both give policies to, once', () => expect(twoTopologies(true)).toEqual(['test/shop/workloads/orders']));

    test('accepts pods that one of them only knows as a caller', () => expect(twoTopologies(false)).toEqual([]));
  });

  test('is acknowledged on the workload whose pods they are', () => {
    const declared = new Declaration();
    declared.workload('orders', { labels: { app: 'shop' } });
    declared.topology.acknowledge('BST806', declared.workload('web', { labels: { app: 'shop' } }), 'one pod plays both parts');
    expect(declared.found('BST806')).toEqual([]);
  });

  test('finds exactly the pairs of which one selects pods of the other', () => fc.assert(fc.property(
    fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'), { minKeys: 1 }), { maxLength: 7 }),
    all => {
      const topology = newTopology();
      all.forEach((labels, i) => new Workload(topology, `w${i}`, { pods: Pods.fromLabels({ labels }), serviceAccountName: `w${i}` }));
      const within = (small: Record<string, string>, large: Record<string, string>) =>
        Object.entries(small).every(([key, value]) => large[key] === value);
      const pairs = all.flatMap((one, i) => all.slice(i + 1).filter(other => within(one, other) || within(other, one)));
      expect(podsOfTwoWorkloads.check(AppContext._of([topology.read()], new EmittedObjects([])))).toHaveLength(pairs.length);
    })));
});
