import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { AppContext } from '../src/model/app-context';
import { IAppCheck, ITopologyCheck } from '../src/model/check';
import { Enforcement } from '../src/model/enforcement';
import { Severity } from '../src/model/finding';
import { Problem } from '../src/model/problem';
import { isBranded } from '../src/private/brand';
import { Topology } from '../src/topology';
import { carrying } from './support/carrying';
import { expectRefusal } from './support/declare';
import { checkOf, finding, synthesisOf } from './support/findings';
import { Declaration } from './support/topology';

describe('a topology', () => {
  test('emits nothing and finds nothing by itself', () => {
    const { topology, chart } = new Declaration();
    expect([Testing.synth(chart), topology.findings]).toEqual([[], []]);
  });

  test.each<[string, string | undefined, string | undefined, string | undefined]>([
    ['has the namespace that it is given', 'books', 'shop', 'books'],
    ['has else that of its chart', undefined, 'shop', 'shop'],
    ['has else none', undefined, undefined, undefined],
  ])('%s', (_, own, ofChart, expected) => {
    expect(new Topology(new Chart(new App(), 'chart', { namespace: ofChart }), 'shop', { namespace: own }).namespace).toBe(expected);
  });

  test('has the namespace of the innermost chart', () => {
    const outer = new Chart(new App(), 'outer', { namespace: 'outer' });
    const inner = new Chart(outer, 'inner', { namespace: 'inner' });
    expect(new Topology(new Construct(inner, 'group'), 'shop').namespace).toBe('inner');
  });

  test('refuses a namespace that is none', () => {
    const chart = new Chart(new App(), 'chart');
    expect(() => new Topology(chart, 'shop', { namespace: 'Not A Name' })).toThrow(/^BST801 chart\/shop: "Not A Name" cannot be a DNS label/);
  });

  test.each<[string, (outer: Topology) => Construct]>([
    ['another one', outer => outer], ['a construct of another one', outer => new Construct(outer, 'folder')], ['a chart in another one', outer => new Chart(outer, 'folder')],
    ['another one that was read', outer => { outer.read(); return outer; }],
  ])('BST030: refuses to stand in %s, and leaves nothing behind', (_, inside) => {
    const { topology } = new Declaration();
    const scope = inside(topology);
    expectRefusal(() => new Topology(scope, 'inner'), 'BST030', `${scope.node.path}/inner`, 'inside of the topology "test/shop"', 'pass the Chart as scope');
    expect(scope.node.children).toEqual([]);
  });

  test('stands beside another one, in one chart', () => {
    const { chart, topology } = new Declaration();
    expect(new Topology(chart, 'other').node.scope).toBe(topology.node.scope);
  });

  test('is known by its brand', () => {
    expect(isBranded(new Declaration().topology, 'Topology')).toBe(true);
  });
});

describe('reading', () => {
  test('gives the declared graph, the same each time', () => {
    const declared = new Declaration();
    const web = declared.workload('web');
    const graph = declared.topology.read();
    expect(graph.workloads).toEqual([web]);
    expect(declared.topology.read()).toBe(graph);
  });

  test.each<[string, (declared: Declaration) => void]>([
    ['read()', d => d.topology.read()],
    ['findings', d => d.topology.findings],
    ['a synthesis', d => {
      d.topology.acknowledge('BST040', d.topology, 'no output reads it here');
      Testing.synth(d.chart);
    }],
  ])('closes the topology by %s: what is declared later throws and says why', (_, close) => {
    const declared = new Declaration();
    const [web, orders] = declared.workloads('web', 'orders');
    const api = declared.api(orders);
    close(declared);
    const closed = 'was declared after an output had read the topology, so the output would not know of it; '
      + 'move the declaration above the first output (Platform, IstioMesh, SecretBindings ...)';
    expect(() => declared.workload('late')).toThrow(`BST012 test/shop: "late" ${closed}`);
    expect(() => declared.external('bank')).toThrow(`BST012 test/shop: "bank" ${closed}`);
    expect(() => web.calls(api)).toThrow(`BST012 ${web.node.path}: "web calls orders-api" ${closed}`);
  });

  test('leaves the chart around it open', () => {
    const { topology, chart } = new Declaration();
    topology.read();
    new ApiObject(chart, 'later', { apiVersion: 'v1', kind: 'ConfigMap' });
    expect(Testing.synth(chart)).toHaveLength(1);
  });

  test('collects what outputs carry, each once', () => {
    const { topology } = new Declaration();
    const [a, b] = [carrying('timeout'), carrying('access')];
    let seen: Enforcement[] = [];
    topology.read({
      enforcement: a,
      checks: [checkOf(({ enforcements }) => {
        seen = enforcements;
        return [];
      })],
    });
    topology.read({ enforcement: b });
    topology.read({ enforcement: a });
    expect([topology.findings, seen]).toEqual([[], [a, b]]);
  });

  test('adds the checks of outputs, each once', () => {
    const { topology } = new Declaration();
    const check = checkOf(() => [Problem.of({ path: 'a' }, 'is wrong')]);
    topology.read({ checks: [check] });
    topology.read({ checks: [check] });
    expect(topology.findings).toEqual([finding('a')]);
  });

  test('adds what a later output checks of the topology and of the app, as many of the one as of the other', () => {
    const { topology } = new Declaration();
    topology.read();
    const ofApp = { ...checkOf(() => [], 'ACME998'), check: () => [Problem.of({ path: 'b' }, 'is wrong')] };
    topology.read({ checks: [checkOf(() => [Problem.of({ path: 'a' }, 'is wrong')])], appChecks: [ofApp] });
    expect(topology.findings).toEqual([finding('b', { code: 'ACME998' }), finding('a')]);
  });
});

describe('a check', () => {
  test('of the whole app sees the graph and every object, in the order of the construct tree', () => {
    const declared = new Declaration();
    declared.workload('web');
    const other = new Chart(declared.app, 'other', { namespace: 'books' });
    new ApiObject(other, 'deployment', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } });
    new ApiObject(declared.chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: 'own' } });
    new ApiObject(new Chart(declared.app, 'bare'), 'namespace', { apiVersion: 'v1', kind: 'Namespace' });
    let seen: AppContext | undefined;
    const check: IAppCheck = { ...checkOf(() => []), check: context => {
      seen = context;
      return [];
    } };
    declared.topology.read({ appChecks: [check] });
    expect(declared.topology.findings).toEqual([]);
    expect(seen!.graphs).toEqual([declared.topology.read()]);
    expect(seen!.objects).toMatchObject([
      { group: '', kind: 'ConfigMap', namespace: 'own', name: 'c', path: 'test/config', byHand: true },
      { group: 'apps', kind: 'Deployment', namespace: 'books', name: 'web', path: 'other/deployment', byHand: true },
      { group: '', kind: 'Namespace', namespace: '', name: expect.stringMatching(/^bare-namespace-/), path: 'bare/namespace', byHand: true },
    ]);
  });

  test.each<[string, unknown, string]>([
    ['an error', new TypeError('no such thing'), 'no such thing'],
    ['anything else', 'just text', 'just text'],
  ])('that throws %s becomes a finding about itself, and the others still judge', (_, thrown, text) => {
    const { topology, chart } = new Declaration();
    const broken = checkOf(() => {
      throw thrown;
    }, 'ACME998');
    topology.read({ checks: [broken, checkOf(() => [Problem.of({ path: 'a' }, 'is wrong')])] });
    expect(topology.findings).toEqual([
      { code: 'ACME998', severity: Severity.ERROR, path: 'test/shop', problem: `the check "made-up of ACME998" failed itself: ${text}`, fix: 'report this as a bug of the check' },
      finding('a'),
    ]);
    expect(synthesisOf(chart)).toContain(`ACME998 test/shop: the check "made-up of ACME998" failed itself: ${text}; report this`);
  });
});

describe('a check of one\'s own', () => {
  test('is added before anything is read, and leaves the topology open', () => {
    const declared = new Declaration();
    declared.topology.addCheck(checkOf(({ graph }) => graph.workloads.map(workload => Problem.of(workload, `${workload.name} is wrong`))));
    const web = declared.workload('web');
    expect(declared.topology.findings).toEqual([finding(web.path, { problem: 'web is wrong' })]);
  });

  test('is judged once, however often it is added, and after findings were read too', () => {
    const { topology, chart } = new Declaration();
    expect(synthesisOf(chart)).toBe('');
    const check = checkOf(() => [Problem.of({ path: 'a' }, 'is wrong')]);
    topology.addCheck(check);
    topology.addCheck(check);
    expect(topology.findings).toEqual([finding('a')]);
  });

  test.each<[string, Partial<ITopologyCheck>, string]>([
    ['no code', { code: '' }, 'the code ""'],
    ['a code of ours', { code: 'BST102' }, 'codes that begin with BST are those of this package'],
    ['no title', { title: '' }, 'the title ""'],
  ])('BST015: is refused with %s', (_, lack, problem) => {
    const { topology } = new Declaration();
    const check = { ...checkOf(() => []), ...lack } as ITopologyCheck;
    for (const add of [() => topology.addCheck(check), () => topology.read({ checks: [check] })]) expect(add).toThrow(problem);
  });
});
