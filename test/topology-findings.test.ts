import { ApiObject, Chart } from 'cdk8s';
import { HttpProvider } from '../src/backing-services/http-provider';
import { HttpService } from '../src/backing-services/http-service';
import { CheckContext } from '../src/model/check-context';
import { Severity } from '../src/model/finding';
import { Problem } from '../src/model/problem';
import { Topology } from '../src/topology';
import { checkOf, finding, finds, synthesisOf } from './support/findings';
import { Declaration, ms } from './support/topology';

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

  test('of a code that no check has says so, and is no error: the output that has the check may come in another stage', () => {
    const { topology, chart } = new Declaration();
    topology.read(finds(finding('test/shop')));
    topology.acknowledge('ACME998', topology, 'known since last year');
    topology.acknowledge('BST040', topology, 'known since last year');
    expect(synthesisOf(chart)).not.toContain('BST001');
    expect(topology.findings.filter(({ code }) => code === 'BST001').map(({ problem }) => problem.split('"), but ')[1])).toEqual([
      'no check that was asked has this code', 'there is no such finding']);
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
