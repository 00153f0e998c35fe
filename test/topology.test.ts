import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { HttpProvider } from '../src/backing-services/http-provider';
import { HttpService } from '../src/backing-services/http-service';
import { AppContext } from '../src/model/app-context';
import { IAppCheck, ITopologyCheck } from '../src/model/check';
import { CheckContext } from '../src/model/check-context';
import { Enforcement } from '../src/model/enforcement';
import { Finding, Severity } from '../src/model/finding';
import { Problem } from '../src/model/problem';
import { isBranded } from '../src/private/brand';
import { Topology } from '../src/topology';
import { carrying } from './support/carrying';
import { expectRefusal } from './support/declare';
import { Declaration, ms } from './support/topology';

/** A check with the code ACME999 that finds what it is told to. */
function checkOf(check: (context: CheckContext) => Problem[], code = 'ACME999'): ITopologyCheck {
  return { code, title: `made-up of ${code}`, severity: Severity.ERROR, rationale: 'r', fix: 'do right', check };
}

const finding = (path: string, { code = 'ACME999', severity = Severity.ERROR, problem = 'is wrong' } = {}): Finding =>
  ({ code, severity, path, problem, fix: 'do right' });

/** What a check answers, for a finding to come of it. */
function problemOf({ path, problem, severity }: Finding): Problem {
  const answer = Problem.of({ path }, problem);
  return severity === Severity.ERROR ? answer : severity === Severity.WARNING ? answer.asWarning() : Problem.unknown({ path }, problem);
}

const finds = (...found: Finding[]) => (
  { checks: [...new Set(found.map(({ code }) => code))].map(code => checkOf(() => found.filter(each => each.code === code).map(problemOf), code)) });

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

describe('findings', () => {
  test('fail the synthesis all together, sorted by code, path and problem', () => {
    const { topology, chart } = new Declaration();
    topology.read(finds(finding('b', { problem: 'is bad' }), finding('a', { problem: 'is odd' }), finding('a', { problem: 'is big' }), finding('z', { code: 'ACME998' })));
    expect(synthesisOf(chart)).toBe([
      'Validation failed with the following errors:',
      '  [test/shop] ACME998 z: is wrong; do right',
      '  [test/shop] ACME999 a: is big; do right',
      '  [test/shop] ACME999 a: is odd; do right',
      '  [test/shop] ACME999 b: is bad; do right',
    ].join('\n'));
  });

  test('of several real checks come in one failure', () => {
    const declared = new Declaration();
    const [web, orders] = declared.workloads('web', 'orders');
    web.calls(declared.api(orders), { timeout: ms(1000) });
    orders.calls(declared.api(web), { timeout: ms(2000) });
    new HttpService(declared.topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
    web.calls(declared.topology.node.findChild('bank') as HttpService);
    declared.topology.read();
    expect(synthesisOf(declared.chart).match(/BST\d{3} \S+/g)).toEqual([
      'BST102 test/shop/workloads/web', 'BST305 test/shop/workloads/orders:', 'BST616 test/shop/bank:',
    ]);
  });

  test.each([Severity.WARNING, Severity.INFO])('of severity %s are reported and let the synthesis go on', severity => {
    const { topology, chart } = new Declaration();
    topology.read(finds(finding('a', { severity })));
    expect(synthesisOf(chart)).toBe('');
    const problem = severity === Severity.INFO ? 'not evaluated: is wrong' : 'is wrong';
    expect(topology.findings).toEqual([finding('a', { severity, problem })]);
  });

  test('are judged once in a synthesis, though every chart validates the app', () => {
    const { app, topology } = new Declaration();
    const charts = ['a', 'b', 'c'].map(id => new Chart(app, id));
    const check = jest.fn<Problem[], [CheckContext]>(() => []);
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

  test('of a topology that is declared after a synthesis are judged in the next', () => {
    const { app, chart } = new Declaration();
    expect(synthesisOf(chart)).toBe('');
    expect(new Topology(new Chart(app, 'late'), 'late').node.validate()).toEqual([]);
  });

  test('are judged anew when an output reads the topology after a synthesis', () => {
    const { topology, chart } = new Declaration();
    expect(synthesisOf(chart)).toBe('');
    topology.read(finds(finding('a')));
    expect(synthesisOf(chart)).toContain('ACME999 a');
  });
});

describe('acknowledging', () => {
  test('takes a finding out, for the element and all inside of it', () => {
    const declared = new Declaration();
    const web = declared.workload('web');
    declared.topology.read(finds(finding(web.node.path), finding(`${web.node.path} calls orders`), finding(`${web.node.path}-2`)));
    declared.topology.acknowledge('ACME999', web, 'known since last year');
    expect(declared.topology.findings).toEqual([finding(`${web.node.path}-2`)]);
    expect(synthesisOf(declared.chart)).not.toContain('calls orders');
  });

  test('keeps the finding and the reason', () => {
    const { topology } = new Declaration();
    topology.read(finds(finding('test/shop/b'), finding('test/shop/a'), finding('other')));
    topology.acknowledge('ACME999', topology, 'known since last year');
    expect(topology.acknowledged).toEqual(['a', 'b'].map(id => ({ ...finding(`test/shop/${id}`), reason: 'known since last year' })));
    expect(topology.findings).toEqual([finding('other')]);
  });

  test('that matches nothing is a warning', () => {
    const { topology, chart } = new Declaration();
    topology.acknowledge('ACME999', topology, 'known since last year');
    expect(synthesisOf(chart)).toBe('');
    expect(topology.findings.map(({ code, severity, path }) => [code, severity, path])).toEqual([['BST001', 'warning', 'test/shop']]);
  });

  test('counts after a synthesis too', () => {
    const { topology, chart } = new Declaration();
    topology.read(finds(finding('test/shop')));
    expect(synthesisOf(chart)).toContain('ACME999');
    topology.acknowledge('ACME999', topology, 'known since last year');
    expect(synthesisOf(chart)).toBe('');
  });

  test('refuses a reason that says nothing', () => {
    const { topology } = new Declaration();
    expect(() => topology.acknowledge('ACME999', topology, 'ok')).toThrow(/^BST023 test\/shop: reason "ok" for acknowledging "ACME999"/);
  });
});

test.each(['', '__proto__', 'constructor', '../up', 'a/b', 'a\nb'])('BST801: refuses %j as id, because the path names files', id => {
  expect(() => new Topology(new App(), id, { namespace: 'shop' })).toThrow(/^BST801 .*cannot be a topology's id: allowed is letters/);
});

test('BST801: refuses an id of more than 100 characters, of which the names of files could become too long', () => {
  const made = (length: number) => new Topology(new App(), 'a'.repeat(length), { namespace: 'shop' });
  expect(made(100).path).toHaveLength(100);
  expect(() => made(101)).toThrow(/^BST801 .*cannot be a topology's id: .*at most 100 characters/);
});
