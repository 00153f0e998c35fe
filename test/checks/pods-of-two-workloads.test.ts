import * as fc from 'fast-check';
import { Pods, PodVersion, Topology, Workload, WorkloadStanding } from '../../src';
import { podsOfTwoWorkloads } from '../../src/checks/pods-of-two-workloads';
import { AppContext } from '../../src/model/app-context';
import { EmittedObjects } from '../../src/model/emitted-objects';
import { newTopology } from '../support/declare';
import { Declaration } from '../support/topology';

/** That the selector of one takes pods of the other. */
const overlap = (selecting: string, other: string, labels: string) =>
  `error ${selecting}: selects ${labels}, and so the pods of test/shop/workloads/${other} in namespace shop too; `
  + `add a label to the pods and the selector of ${selecting} that the others do not have`;
const alike = (first: string, others: string, labels: string) =>
  `error ${first}: selects ${labels}, and so the pods of ${others} in namespace shop too; `
  + 'give the pods of each of them a label that no other workload of the namespace has, and select by it; pods that are the same are one workload';

/** What is found where two workloads select by these labels. */
function found(orders: Record<string, string>, web: Record<string, string>): string[] {
  const declared = new Declaration();
  declared.workload('orders', { labels: orders });
  declared.workload('web', { labels: web });
  return declared.found('BST806');
}

describe('BST806 pods-of-two-workloads', () => {
  test('finds two workloads with the same labels, once', () =>
    expect(found({ app: 'shop', tier: 'back' }, { app: 'shop', tier: 'back' })).toEqual([alike('orders', 'test/shop/workloads/web', '"app=shop", "tier=back"')]));

  test('finds a selector that takes in the pods of another workload', () =>
    expect(found({ app: 'shop' }, { app: 'shop', tier: 'front' })).toEqual([overlap('orders', 'web', '"app=shop"')]));

  test('finds a selector that takes in one version of another workload', () => {
    const declared = new Declaration();
    const versions: PodVersion[] = [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2', team: 'blue' } }];
    declared.workload('reviews', { labels: { app: 'reviews' }, versions });
    declared.workload('blue', { labels: { team: 'blue' } });
    expect(declared.found('BST806')).toEqual([overlap('blue', 'reviews', '"team=blue"')]);
  });

  test('tells once, of the first, that each of two selectors takes pods of the other', () => {
    const declared = new Declaration();
    declared.workload('orders', { labels: { app: 'orders' }, versions: [{ name: 'v1', labels: { team: 'blue' } }] });
    declared.workload('web', { labels: { team: 'blue' }, versions: [{ name: 'v1', labels: { app: 'orders' } }] });
    expect(declared.found('BST806')).toEqual([overlap('orders', 'web', '"app=orders"')]);
  });

  test('advises labels for each where some have the same, others more', () => {
    const declared = new Declaration();
    for (const [name, more] of [['orders', {}], ['web', {}], ['front', { tier: 'front' }]] as const) declared.workload(name, { labels: { app: 'shop', ...more } });
    expect(declared.found('BST806')).toEqual([alike('orders', 'test/shop/workloads/front, test/shop/workloads/web', '"app=shop"')]);
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

    test('finds what both give policies to, once', () => expect(twoTopologies(true)).toEqual(['test/other/workloads/web']));

    test('accepts pods that one of them only knows as a caller', () => expect(twoTopologies(false)).toEqual([]));
  });

  test('is acknowledged on the workload whose selector takes them', () => {
    const declared = new Declaration();
    declared.topology.acknowledge('BST806', declared.workload('orders', { labels: { app: 'shop' } }), 'one pod plays both parts');
    declared.workload('web', { labels: { app: 'shop' } });
    expect(declared.found('BST806')).toEqual([]);
  });

  describe('of many workloads', () => {
    const several = (labels: (i: number) => Record<string, string>) => {
      const declared = new Declaration();
      for (let i = 0; i < 8; i++) declared.workload(`w${i}`, { labels: labels(i) });
      return declared;
    };

    test('of identical labels tells the group once, some of it and the count', () => expect(several(() => ({ app: 'shop' })).found('BST806')).toEqual([
      alike('w0', `${[1, 2, 3, 4, 5].map(i => `test/shop/workloads/w${i}`).join(', ')} and 2 more`, '"app=shop"')]));

    test('tells once what one selector takes of all of them', () => {
      const declared = several(i => ({ app: `w${i}`, team: 'blue' }));
      declared.workload('wide', { labels: { team: 'blue' } });
      expect(declared.findings('BST806').map(({ path, problem }) => [path, problem.replace(/^.* and (?=3 more)/, '')])).toEqual([['wide', '3 more in namespace shop too']]);
    });

    test('that share a label finds nothing, where their selectors tell them apart', () =>
      expect(several(i => ({ app: 'shop', part: `w${i}` })).found('BST806')).toEqual([]));

    test.each<[string, (i: number) => Record<string, string>, number]>([
      ['one label', i => ({ app: 'shop', part: `w${i}` }), 0], ['all labels', () => ({ app: 'shop' }), 1],
    ])('that share %s is found in the time that reading them takes', (_, labels, expected) => {
      const topology = newTopology();
      for (let i = 0; i < 5000; i++) new Workload(topology, `w${i}`, { pods: Pods.fromLabels({ labels: labels(i) }) });
      const context = AppContext._of([topology.read()], new EmittedObjects([]));
      const started = process.cpuUsage().user;
      const problems = podsOfTwoWorkloads.check(context);
      expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(3);
      expect([problems.length, problems.every(({ description }) => description.length < 500)]).toEqual([expected, true]);
    });
  });

  describe('against a look at every pair', () => {
    type Labels = Record<string, string>;
    const within = (small: Labels, large: Labels) => Object.entries(small).every(([key, value]) => large[key] === value);
    const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'), { minKeys: 1 });
    const workload = fc.record({ selector: labels, more: labels, topology: fc.constantFrom(0, 1), guarded: fc.boolean(), namespace: fc.constantFrom('x', 'y') });

    /** For each workload, the first of those that pairs connect it with. */
    const connected = (count: number, pairs: [number, number][]) => {
      const group = Array.from({ length: count }, (_, i) => i);
      for (const [a, b] of pairs) {
        const [from, to] = [group[a], group[b]];
        group.forEach((each, i) => { if (each === from) group[i] = to; });
      }
      return group.map(each => group.indexOf(each));
    };

    test('tells of pairs that are some, and connects all of them', () => fc.assert(fc.property(fc.array(workload, { maxLength: 7 }), all => {
      const declared = new Declaration();
      const topologies = [declared.topology, new Topology(declared.chart, 'other')];
      const made = all.map(({ selector, more, topology, guarded, namespace }, i) => new Workload(topologies[topology], `w${i}`, {
        namespace, standing: guarded ? WorkloadStanding.GUARDED : WorkloadStanding.FOREIGN,
        pods: { describe: () => ({ selector, versions: [{ labels: { ...more, ...selector } }] }) },
      }));
      const takes = (i: number, j: number) => i !== j && all[i].namespace === all[j].namespace
        && within(all[i].selector, { ...all[j].more, ...all[j].selector })
        && (all[i].topology === all[j].topology || (all[i].guarded && all[j].guarded));
      const pairs = all.flatMap((_, i) => all.flatMap((__, j): [number, number][] => takes(i, j) ? [[i, j]] : []));
      const problems = podsOfTwoWorkloads.check(AppContext._of(topologies.map(each => each.read()), new EmittedObjects([])));
      const told = problems.flatMap(({ subject, description }): [number, number][] => made.flatMap((other, j): [number, number][] => (
        new RegExp(`${other.path}\\b`).test(description) ? [[made.findIndex(({ path }) => path === subject.path), j]] : [])));
      expect(problems.length === 0).toBe(pairs.length === 0);
      expect(connected(all.length, told)).toEqual(connected(all.length, pairs));
    }), { numRuns: 500 }));
  });
});
