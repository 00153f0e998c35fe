import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { HttpProvider, HttpService } from '../src/backing-services/http-service';
import { isBranded } from '../src/model/brand';
import { CheckContext, Finding, ITopologyCheck, Severity } from '../src/model/check';
import { Topology } from '../src/topology';
import { Declaration, ms } from './support/topology';

/** A check with the code BST999 that finds what it is told to. */
function checkOf(check: (context: CheckContext) => Finding[], code = 'BST999'): ITopologyCheck {
  return { code, title: 'made-up', severity: Severity.ERROR, rationale: 'r', fix: 'f', check };
}

const finding = (path: string, { code = 'BST999', severity = Severity.ERROR, problem = 'is wrong' } = {}): Finding =>
  ({ code, severity, path, problem, fix: 'do right' });

const finds = (...found: Finding[]) => ({ checks: [checkOf(() => found)] });

function synthesisOf(chart: Chart): string {
  try {
    Testing.synth(chart);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

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
    ['a synthesis', d => Testing.synth(d.chart)],
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

  test('adds what outputs enforce, sorted and once', () => {
    const { topology } = new Declaration();
    let seen: string[] = [];
    topology.read({
      enforces: ['timeout', 'retry'],
      checks: [checkOf(({ enforced }) => {
        seen = enforced;
        return [];
      })],
    });
    topology.read({ enforces: ['access', 'retry'] });
    expect([topology.findings, seen]).toEqual([[], ['access', 'retry', 'timeout']]);
  });

  test('adds the checks of outputs, each once', () => {
    const { topology } = new Declaration();
    const check = checkOf(() => [finding('a')]);
    topology.read({ checks: [check] });
    topology.read({ checks: [check] });
    expect(topology.findings).toEqual([finding('a')]);
  });
});

describe('a check', () => {
  test('sees the graph and every object of the app, in the order of the construct tree', () => {
    const declared = new Declaration();
    declared.workload('web');
    const other = new Chart(declared.app, 'other', { namespace: 'books' });
    new ApiObject(other, 'deployment', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } });
    new ApiObject(declared.chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: 'own' } });
    new ApiObject(new Chart(declared.app, 'bare'), 'namespace', { apiVersion: 'v1', kind: 'Namespace' });
    let seen: CheckContext | undefined;
    declared.topology.read({
      checks: [checkOf(context => {
        seen = context;
        return [];
      })],
    });
    expect(declared.topology.findings).toEqual([]);
    expect(seen!.graph).toBe(declared.topology.read());
    expect(seen!.objects).toEqual([
      { group: '', kind: 'ConfigMap', namespace: 'own', name: 'c', path: 'test/config' },
      { group: 'apps', kind: 'Deployment', namespace: 'books', name: 'web', path: 'other/deployment' },
      { group: '', kind: 'Namespace', namespace: '', name: expect.stringMatching(/^bare-namespace-/), path: 'bare/namespace' },
    ]);
  });

  test.each<[string, unknown, string]>([
    ['an error', new TypeError('no such thing'), 'no such thing'],
    ['anything else', 'just text', 'just text'],
  ])('that throws %s becomes a finding about itself, and the others still judge', (_, thrown, text) => {
    const { topology, chart } = new Declaration();
    const broken = checkOf(() => {
      throw thrown;
    }, 'BST998');
    topology.read({ checks: [broken, checkOf(() => [finding('a')])] });
    expect(topology.findings).toEqual([
      { code: 'BST998', severity: Severity.ERROR, path: 'test/shop', problem: `the check "made-up" failed itself: ${text}`, fix: 'report this as a bug of the check' },
      finding('a'),
    ]);
    expect(synthesisOf(chart)).toContain(`BST998 test/shop: the check "made-up" failed itself: ${text}; report this`);
  });
});

describe('findings', () => {
  test('fail the synthesis all together, sorted by code, path and problem', () => {
    const { topology, chart } = new Declaration();
    topology.read(finds(finding('b', { problem: 'is bad' }), finding('a', { problem: 'is odd' }), finding('a', { problem: 'is big' }), finding('z', { code: 'BST998' })));
    expect(synthesisOf(chart)).toBe([
      'Validation failed with the following errors:',
      '  [test/shop] BST998 z: is wrong; do right',
      '  [test/shop] BST999 a: is big; do right',
      '  [test/shop] BST999 a: is odd; do right',
      '  [test/shop] BST999 b: is bad; do right',
    ].join('\n'));
  });

  test('of several real checks come in one failure', () => {
    const declared = new Declaration();
    const [web, orders] = declared.workloads('web', 'orders');
    web.calls(declared.api(orders), { timeout: ms(1000) });
    orders.calls(declared.api(web), { timeout: ms(2000) });
    new HttpService(declared.topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
    web.calls(declared.topology.node.findChild('bank') as HttpService);
    expect(synthesisOf(declared.chart).match(/BST\d{3} \S+/g)).toEqual([
      'BST102 test/shop/workloads/web', 'BST305 test/shop/workloads/orders:', 'BST616 test/shop/bank:',
    ]);
  });

  test.each([Severity.WARNING, Severity.INFO])('of severity %s are reported and let the synthesis go on', severity => {
    const { topology, chart } = new Declaration();
    topology.read(finds(finding('a', { severity })));
    expect(synthesisOf(chart)).toBe('');
    expect(topology.findings).toEqual([finding('a', { severity })]);
  });

  test('are judged once in a synthesis, though every chart validates the app', () => {
    const { app, topology } = new Declaration();
    const charts = ['a', 'b', 'c'].map(id => new Chart(app, id));
    const check = jest.fn<Finding[], [CheckContext]>(() => []);
    const validate = jest.spyOn(topology.node, 'validate');
    topology.read({ checks: [checkOf(check)] });
    app.synthYaml();
    expect(validate.mock.calls.length).toBe(charts.length + 2);
    expect(topology.findings).toEqual([]);
    expect(check).toHaveBeenCalledTimes(1);
  });

  test('read early do not hide what is added before the synthesis', () => {
    const { topology, chart } = new Declaration();
    const config = (id: string) => new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'same' } });
    config('a');
    expect(topology.findings).toEqual([]);
    config('b');
    expect(synthesisOf(chart).match(/BST\d{3} \S+/g)).toEqual(['BST803 test/a:']);
  });

  test('are judged anew when an output reads the topology after a synthesis', () => {
    const { topology, chart } = new Declaration();
    expect(synthesisOf(chart)).toBe('');
    topology.read(finds(finding('a')));
    expect(synthesisOf(chart)).toContain('BST999 a');
  });
});

describe('acknowledging', () => {
  test('takes a finding out, for the element and all inside of it', () => {
    const declared = new Declaration();
    const web = declared.workload('web');
    declared.topology.read(finds(finding(web.node.path), finding(`${web.node.path} calls orders`), finding(`${web.node.path}-2`)));
    declared.topology.acknowledge('BST999', web, 'known since last year');
    expect(declared.topology.findings).toEqual([finding(`${web.node.path}-2`)]);
    expect(synthesisOf(declared.chart)).not.toContain('calls orders');
  });

  test('that matches nothing is a warning', () => {
    const { topology, chart } = new Declaration();
    topology.acknowledge('BST999', topology, 'known since last year');
    expect(synthesisOf(chart)).toBe('');
    expect(topology.findings.map(({ code, severity, path }) => [code, severity, path])).toEqual([['BST001', 'warning', 'test/shop']]);
  });

  test('counts after a synthesis too', () => {
    const { topology, chart } = new Declaration();
    topology.read(finds(finding('test/shop')));
    expect(synthesisOf(chart)).toContain('BST999');
    topology.acknowledge('BST999', topology, 'known since last year');
    expect(synthesisOf(chart)).toBe('');
  });

  test('refuses a reason that says nothing', () => {
    const { topology } = new Declaration();
    expect(() => topology.acknowledge('BST999', topology, 'ok')).toThrow(/^BST014 test\/shop: reason "ok" for acknowledging "BST999"/);
  });
});

test.each(['', '__proto__', 'constructor', '../up', 'a/b', 'a\nb'])('BST801: refuses %j as id, because the path names files', id => {
  expect(() => new Topology(new App(), id, { namespace: 'shop' })).toThrow(/^BST801 .*cannot be a topology's id: allowed is letters/);
});
