import { ApiObject, Chart, Testing } from 'cdk8s';
import { DaemonSet, Deployment, DeploymentProps, LabelExpression, LabelSelector, Protocol, ServiceAccount, StatefulSet } from 'cdk8s-plus-28';
import { IPods, Pods, PodsFromLabelsProps } from '../../src';
import { expectRefusal, survivesHostileText } from '../support/declare';

const containers = [{ image: 'app', portNumber: 8080 }];

/** A chart in namespace `shop` with what cdk8s-plus makes in it. */
function inChart() {
  const chart = Testing.chart();
  const shop = new Chart(chart, 'chart', { namespace: 'shop', disableResourceNameHashes: true });
  const deployment = (id: string, props: DeploymentProps = {}) => new Deployment(shop, id, { containers, ...props });
  return { shop, deployment };
}

/** The pod template's labels as they will be emitted. */
function emittedLabels(workload: Deployment): Record<string, string> {
  return ApiObject.of(workload).toJson().spec.template.metadata.labels;
}

describe('pods of one cdk8s-plus object', () => {
  test('a Deployment tells labels, replicas, namespace and account', () => {
    const { shop, deployment } = inChart();
    const serviceAccount = new ServiceAccount(shop, 'robot');
    const orders = deployment('orders', { replicas: 3, serviceAccount, podMetadata: { labels: { app: 'orders' } } });
    const { selector, versions, namespace, serviceAccountName } = Pods.of(orders).describe('orders');
    expect(selector).toEqual(orders.matchLabels);
    expect(versions).toEqual([{ name: undefined, labels: { app: 'orders', ...orders.matchLabels }, replicas: 3, ports: [8080] }]);
    expect([namespace, serviceAccountName]).toEqual(['shop', serviceAccount.name]);
    expect(versions[0].labels).toEqual(emittedLabels(orders));
  });

  test('a StatefulSet tells its replicas, a DaemonSet has none', () => {
    const { shop } = inChart();
    expect(Pods.of(new StatefulSet(shop, 's', { containers, replicas: 2 })).describe('s').versions[0].replicas).toBe(2);
    expect(Pods.of(new DaemonSet(shop, 'd', { containers })).describe('d').versions[0].replicas).toBeUndefined();
  });

  test('tells the TCP ports that its containers declare; nothing, where they declare none', () => {
    const { deployment } = inChart();
    const ports = [{ number: 9090 }, { number: 53, protocol: Protocol.UDP }];
    const [several, none] = [deployment('a', { containers: [...containers, { name: 'b', image: 'b', ports }] }), deployment('c', { containers: [{ image: 'c' }] })];
    expect([several, none].map(made => Pods.of(made).describe('a').versions[0].ports)).toEqual([[8080, 9090], undefined]);
  });

  test('tells its TCP ports by name, the first of two of a name; nothing, where none has one', () => {
    const { deployment } = inChart();
    const ports = [[{ number: 9090, name: 'admin' }, { number: 53, name: 'dns', protocol: Protocol.UDP }], [{ number: 9, name: 'admin' }]];
    const [named, none] = [deployment('a', { containers: ports.map((each, i) => ({ name: `c${i}`, image: 'b', ports: each })) }), deployment('c')];
    expect([named, none].map(made => Pods.of(made).describe('a').versions[0].portNames)).toEqual([{ admin: 9090 }, undefined]);
  });

  test('runs as "default" if it names no account', () =>
    expect(Pods.of(inChart().deployment('orders')).describe('orders').serviceAccountName).toBe('default'));

  test('adds no label and keeps the object', () => {
    const { deployment } = inChart();
    const orders = deployment('orders');
    const before = emittedLabels(orders);
    const pods = Pods.of(orders);
    pods.describe('orders');
    expect([emittedLabels(orders), pods.workloads]).toEqual([before, [orders]]);
  });

  test('BST025: refuses pods that no label selects', () => {
    const { deployment } = inChart();
    expectRefusal(() => Pods.of(deployment('orders', { select: false })).describe('orders'), 'BST025', 'test/chart/orders', 'no label selects these pods', 'select by it');
  });
});

describe('pods that expressions select', () => {
  const selecting = (...queries: LabelExpression[]) => {
    const web = inChart().deployment('web', { select: false, podMetadata: { labels: { app: 'web', tier: 'a' } } });
    web.select(LabelSelector.of({ labels: { app: 'web' }, expressions: queries }));
    return Pods.of(web);
  };

  test.each<[string, string, LabelExpression]>([
    ['one of several values', '"tier In a b"', LabelExpression.in('tier', ['a', 'b'])], ['any value', '"tier Exists"', LabelExpression.exists('tier')],
    ['another value', '"tier NotIn b"', LabelExpression.notIn('tier', ['b'])], ['another value than their label', '"app In x"', LabelExpression.in('app', ['x'])],
  ])('BST025: refuses %s, which no label says', (_, words, query) =>
    expectRefusal(() => selecting(query).describe('web'), 'BST025', 'test/chart/web', words, 'by more than labels', 'LabelSelector.of({ labels })'));

  test('are those with a label, where the expression says as much', () =>
    expect(selecting(LabelExpression.in('tier', ['a']), LabelExpression.in('app', ['web'])).describe('web').selector).toEqual({ app: 'web', tier: 'a' }));

  test('are told by their address label alone, where they have it in their selector', () => {
    const web = inChart().deployment('web');
    web.select(LabelSelector.of({ expressions: [LabelExpression.exists('tier')] }));
    expect(Pods.of(web).describe('web').selector).toEqual(web.matchLabels);
  });
});

describe('versions', () => {
  test('get the labels that hold them together and tell them apart', () => {
    const { deployment } = inChart();
    const [v1, v2] = [deployment('reviews-v1', { replicas: 2 }), deployment('reviews-v2', { replicas: 1 })];
    const { selector, versions, namespace } = Pods.versions({ v2, v1 }).describe('reviews');
    expect(selector).toEqual({ 'app.kubernetes.io/name': 'reviews' });
    expect(versions.map(({ name, replicas }) => [name, replicas])).toEqual([['v1', 2], ['v2', 1]]);
    expect([emittedLabels(v1), emittedLabels(v2)]).toEqual(versions.map(({ labels }) => labels));
    expect(versions.map(({ labels }) => labels.version)).toEqual(['v1', 'v2']);
    expect(namespace).toBe('shop');
  });

  test('keep the labels that they have', () => {
    const { deployment } = inChart();
    const labelled = (id: string, version: string) => deployment(id, { podMetadata: { labels: { 'app.kubernetes.io/name': 'own', version, 'team': 'a' } } });
    const { selector, versions } = Pods.versions({ v1: labelled('a', 'one'), v2: labelled('b', 'two') }).describe('reviews');
    expect(selector).toEqual({ 'app.kubernetes.io/name': 'own', 'team': 'a' });
    expect(versions.map(({ labels }) => labels.version)).toEqual(['one', 'two']);
  });

  test('are listed with the objects that make them, sorted', () => {
    const { deployment } = inChart();
    const [a, b] = [deployment('a'), deployment('b')];
    expect(Pods.versions({ v2: b, v1: a }).workloads).toEqual([a, b]);
  });

  test('BST025: refuses versions that share no label', () => {
    const { deployment } = inChart();
    const named = (id: string) => deployment(id, { podMetadata: { labels: { 'app.kubernetes.io/name': id } } });
    expectRefusal(() => Pods.versions({ v1: named('a'), v2: named('b') }).describe('reviews'), 'BST025', 'Pods.versions of reviews', 'share no label', 'app.kubernetes.io/name');
  });

  const unlike = (other: (scope: Chart) => Deployment) => {
    const { shop, deployment } = inChart();
    return { v1: deployment('a'), v2: other(shop) };
  };

  test.each<[string, (shop: Chart) => Deployment, string, string]>([
    ['service accounts', shop => new Deployment(shop, 'b', { containers, serviceAccount: new ServiceAccount(shop, 'robot') }),
      'differ in serviceAccountName: "v1" has "default", "v2" has "test-chart-robot', 'with one serviceAccountName'],
    ['namespaces', shop => new Deployment(new Chart(shop, 'away', { namespace: 'away' }), 'b', { containers }),
      'differ in namespace: "v1" has "shop", "v2" has "away"', 'with one namespace'],
    ['a namespace and none', shop => new Deployment(new Chart(shop.node.root, 'nowhere'), 'b', { containers }),
      'differ in namespace: "v1" has "shop", "v2" has none', 'with one namespace'],
  ])('BST025: refuses different %s, with the values', (_, other, words, fix) =>
    expectRefusal(() => Pods.versions(unlike(other)).describe('reviews'), 'BST025', 'Pods.versions of reviews', words, fix));

  test('BST025: refuses no version at all', () =>
    expectRefusal(() => Pods.versions({}).describe('reviews'), 'BST025', 'Pods.versions of reviews', 'there is no version; give at least one'));

  test('BST025: refuses a version whose pods expressions select, as one object alone', () => {
    const { deployment } = inChart();
    const v2 = deployment('b', { select: false, podMetadata: { labels: { app: 'reviews', tier: 'a' } } });
    v2.select(LabelSelector.of({ labels: { app: 'reviews' }, expressions: [LabelExpression.in('tier', ['a', 'b'])] }));
    expectRefusal(() => Pods.versions({ v1: deployment('a', { podMetadata: { labels: { app: 'reviews' } } }), v2 }).describe('reviews'),
      'BST025', 'test/chart/b', '"tier In a b"', 'LabelSelector.of({ labels })');
  });

  test('are told apart by the address label of cdk8s-plus where their own labels are the same', () => {
    const { deployment } = inChart();
    const same = (id: string) => deployment(id, { podMetadata: { labels: { app: 'reviews', version: 'x' } } });
    const { selector, versions } = Pods.versions({ v1: same('a'), v2: same('b') }).describe('reviews');
    expect(selector).toEqual({ 'app': 'reviews', 'app.kubernetes.io/name': 'reviews' });
    expect(new Set(versions.map(({ labels }) => labels['cdk8s.io/metadata.addr'])).size).toBe(2);
  });

  test('BST801: refuses a name that no subset can have', () => {
    const { deployment } = inChart();
    expectRefusal(() => Pods.versions({ V1: deployment('a') }).describe('reviews'), 'BST801', 'test/chart/a', '"V1"', 'RFC 1123 label');
  });
});

describe('pods elsewhere', () => {
  const all: Required<PodsFromLabelsProps> = {
    labels: { app: 'web' },
    versions: [{ name: 'v1', labels: { version: 'v1' }, replicas: 2 }, { name: 'v2', labels: { version: 'v2' } }],
    replicas: 2,
    namespace: 'theirs',
    serviceAccountName: 'robot',
  };

  test('are what they are told to be, the common labels on each version', () => {
    const { replicas, ...several } = all;
    expect(Pods.fromLabels(several).describe('web')).toEqual({
      selector: { app: 'web' },
      namespace: 'theirs',
      serviceAccountName: 'robot',
      versions: [{ name: 'v1', labels: { app: 'web', version: 'v1' }, replicas: 2 }, { name: 'v2', labels: { app: 'web', version: 'v2' } }],
    });
    const { versions, ...one } = all;
    expect(Pods.fromLabels(one).describe('web').versions).toEqual([{ labels: { app: 'web' }, replicas: 2 }]);
    expect(Pods.fromLabels(one).workloads).toEqual([]);
  });

  test('are what they were told to be, whatever becomes of the labels later', () => {
    const given = { labels: { app: 'web' }, versions: [{ name: 'v1', labels: { version: 'v1' } }] };
    const pods = Pods.fromLabels(given);
    given.labels.app = 'y z';
    given.versions[0].labels.version = 'y z';
    given.versions.pop();
    const { selector, versions } = pods.describe('web');
    expect([selector, versions]).toEqual([{ app: 'web' }, [{ name: 'v1', labels: { app: 'web', version: 'v1' } }]]);
    expect(() => { selector.app = 'y'; }).toThrow(TypeError);
    expect(() => { versions[0].labels.app = 'y'; }).toThrow(TypeError);
    expect(() => versions.pop()).toThrow(TypeError);
    expect(() => pods.workloads.pop()).toThrow(TypeError);
  });

  test('BST025: refuses replicas beside versions', () =>
    expectRefusal(() => Pods.fromLabels(all), 'BST025', 'Pods.fromLabels', 'replicas "2" beside versions', 'give replicas to each version'));

  test('BST025: refuses a version that lacks a label by which all are selected', () =>
    expectRefusal(() => Pods.fromLabels({ labels: { app: 'web', version: 'v1' }, versions: [{ name: 'v2', labels: { version: 'v2' } }] }),
      'BST025', 'Pods.fromLabels', 'the pods of version "v2" lack "version=v1", by which they are selected', 'that the pods of every version carry'));

  test('BST025: refuses no labels', () =>
    expectRefusal(() => Pods.fromLabels({ labels: {} }), 'BST025', 'Pods.fromLabels', 'no label selects these pods', 'select by it'));

  test.each([-1, 1.5, 2 ** 31])('BST010: refuses %p replicas', replicas =>
    expectRefusal(() => Pods.fromLabels({ labels: { a: '1' }, replicas }), 'BST010', 'Pods.fromLabels', `replicas "${replicas}"`, '0..2147483647'));

  test('survive hostile version names', () =>
    survivesHostileText(name => Pods.fromLabels({ labels: { a: '1' }, versions: [{ name, labels: {} }] })));
});

test('pods are recognized by a brand, other makers of pods are not', () => {
  const other: IPods = { describe: () => ({ selector: {}, versions: [] }) };
  expect([Pods.isPods(Pods.fromLabels({ labels: { a: '1' } })), Pods.isPods(other)]).toEqual([true, false]);
});
