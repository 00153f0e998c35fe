import { ApiObject, Chart } from 'cdk8s';
import { Mesh, NetworkPolicies, Platform, Topology } from '../../src';
import { Declaration } from '../support/topology';

const FIX = 'rename one of the objects, or declare the object once';

/** An object: API version, kind, name, namespace. */
type Identity = [string, string, string, string?];

function declare(...identities: Identity[]): Declaration {
  const declared = new Declaration();
  const chart = new Chart(declared.app, 'plain');
  identities.forEach(([apiVersion, kind, name, namespace], index) => new ApiObject(chart, `o${index}`, { apiVersion, kind, metadata: { name, namespace } }));
  return declared;
}

describe('BST803 duplicate-object', () => {
  test.each<[string, Identity[], string[]]>([
    ['finds two objects of one identity', [['v1', 'Service', 'orders', 'shop'], ['v1', 'Service', 'orders', 'shop']],
      [`error plain/o0: 2 objects are Service "orders" in namespace "shop": plain/o0, plain/o1; ${FIX}`]],
    ['finds them in two versions of one group', [['apps/v1', 'Deployment', 'orders', 'shop'], ['apps/v1beta1', 'Deployment', 'orders', 'shop']],
      [`error plain/o0: 2 objects are Deployment.apps "orders" in namespace "shop": plain/o0, plain/o1; ${FIX}`]],
    ['finds them without a namespace', [['v1', 'Namespace', 'shop'], ['v1', 'Namespace', 'shop']],
      [`error plain/o0: 2 objects are Namespace "shop": plain/o0, plain/o1; ${FIX}`]],
    ['lists all of them, once', [['v1', 'Secret', 'a', 'shop'], ['v1', 'Secret', 'b', 'shop'], ['v1', 'Secret', 'a', 'shop'], ['v1', 'Secret', 'a', 'shop']],
      [`error plain/o0: 3 objects are Secret "a" in namespace "shop": plain/o0, plain/o2, plain/o3; ${FIX}`]],
    ['accepts one name in two namespaces', [['v1', 'Service', 'orders', 'shop'], ['v1', 'Service', 'orders', 'books']], []],
    ['accepts one name of two kinds', [['v1', 'Service', 'orders', 'shop'], ['v1', 'ConfigMap', 'orders', 'shop']], []],
    ['accepts one kind of two groups', [['v1', 'Service', 'orders', 'shop'], ['serving.knative.dev/v1', 'Service', 'orders', 'shop']], []],
    ['accepts two names', [['v1', 'Service', 'orders', 'shop'], ['v1', 'Service', 'order', 'shop']], []],
    ['does not take group and kind for one word', [['a/v1', 'b', 'c', 'shop'], ['v1', 'ab', 'c', 'shop']], []],
  ])('%s', (_, identities, expected) => {
    expect(declare(...identities).found('BST803')).toEqual(expected);
  });

  test('finds them in two charts', () => {
    const declared = declare(['v1', 'Service', 'orders', 'shop']);
    new ApiObject(declared.chart, 'own', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' } });
    expect(declared.found('BST803')).toEqual([`error plain/o0: 2 objects are Service "orders" in namespace "shop": plain/o0, test/own; ${FIX}`]);
  });

  test('finds once what two outputs of one kind make of one topology, whatever the kind', () => {
    const twice = (make: (declared: Declaration, id: string) => unknown) => {
      const declared = new Declaration();
      declared.workload('web').calls(declared.api(declared.workload('users')));
      for (const id of ['one', 'two']) make(declared, id);
      return declared.found('BST803');
    };
    const fix = 'keep one of them: one output of a kind makes all that a topology needs; unlike ones need unlike names or namespaces';
    expect(twice(({ chart, topology }, id) => new Platform(chart, id, { topology, mesh: Mesh.istio() }))).toEqual([
      expect.stringMatching(new RegExp(`^error test/one: emits \\d+ objects that test/two emits again, such as .*; ${fix}$`))]);
    expect(twice(({ chart, topology }, id) => new NetworkPolicies(chart, id, { topology }))).toEqual([
      `error test/one: emits 2 objects that test/two emits again, such as NetworkPolicy.networking.k8s.io "users" in namespace "shop"; ${fix}`]);
  });

  test('finds once what two charts hold alike', () => {
    const declared = new Declaration();
    for (const id of ['a', 'b', 'c']) {
      const chart = new Chart(declared.app, id, { namespace: 'shop' });
      for (const name of ['x', 'y']) new ApiObject(chart, name, { apiVersion: 'v1', kind: 'Service', metadata: { name } });
    }
    expect(declared.findings('BST803').map(({ path, problem }) => `${path} ${problem}`)).toEqual([
      'a emits 2 objects that b, c emits again, such as Service "x" in namespace "shop"']);
  });

  test('tells a few of the places of an object that is there many times, and the count', () => {
    const declared = declare(...Array.from({ length: 1000 }, (): Identity => ['v1', 'Service', 'orders', 'shop']));
    expect(declared.findings('BST803').map(({ problem }) => problem)).toEqual([
      '1000 objects are Service "orders" in namespace "shop": plain/o0, plain/o1, plain/o10, plain/o100, plain/o101 and 995 more']);
  });

  test('finds them once in an app of several topologies', () => {
    const declared = declare(['v1', 'Service', 'orders', 'shop'], ['v1', 'Service', 'orders', 'shop']);
    const others = ['a', 'b'].map(id => new Topology(declared.chart, id));
    expect([declared.topology, ...others].map(({ findings }) => findings.length)).toEqual([0, 1, 0]);
  });

  test('shows names on one line, whatever is in them', () => {
    const hostile: Identity = ['v1', 'Service', 'a\nBST999 forged', 'n\nb'];
    expect(declare(hostile, hostile).found('BST803').join()).not.toContain('\n');
  });
});
