import { App, Chart } from 'cdk8s';
import { Problem, Severity, Topology } from '../../src';
import { oneLine } from '../../src/private/topology-error';
import { expectRefusal } from '../support/declare';
import { reading, topologiesOf, topologyCheck } from './apps';

const printed = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
const lines = () => printed.mock.calls.flatMap(([text]) => String(text).split('\n'));

/** A topology that an output reads and that a check of this severity finds this in. */
function found(severity: Severity, problem = 'is odd', app = new App()) {
  const [topology] = topologiesOf(1, app);
  reading(topology);
  topology.addCheck({ ...topologyCheck(({ graph }) => graph.workloads.map(workload => Problem.of(workload, problem))), severity });
  return { app, topology };
}

describe('what does not fail a synthesis', () => {
  test.each([Severity.WARNING, Severity.INFO])('is printed, a line for each finding: %s', severity => {
    found(severity).app.synthYaml();
    expect(lines()).toEqual([`${severity} ACME002 t0/shop/workloads/web: is odd; do right`]);
  });

  test('is printed once, although cdk8s validates for the app and for each chart, and once more if it is another', () => {
    const { app, topology } = found(Severity.WARNING);
    for (const _ of [1, 2]) app.synthYaml();
    expect(lines()).toHaveLength(1);
    topology.addCheck({ ...topologyCheck(({ graph }) => [Problem.of(graph.workloads[0], 'is odder')], 'ACME003'), severity: Severity.INFO });
    app.synthYaml();
    expect(lines().slice(1)).toEqual([
      'warning ACME002 t0/shop/workloads/web: is odd; do right', 'info ACME003 t0/shop/workloads/web: is odder; do right']);
  });

  test('is printed beside errors too, which are not', () => {
    const { app, topology } = found(Severity.WARNING);
    topology.addCheck(topologyCheck(({ graph }) => [Problem.of(graph.workloads[0], 'is wrong')], 'ACME003'));
    expect(() => app.synthYaml()).toThrow('ACME003 t0/shop/workloads/web: is wrong');
    expect(lines()).toEqual(['warning ACME002 t0/shop/workloads/web: is odd; do right']);
  });

  test('is not printed where somebody accepted it, nor is anything where nothing was found', () => {
    const { app, topology } = found(Severity.WARNING);
    topology.acknowledge('ACME002', topology, 'it is known and right here');
    app.synthYaml();
    expect(printed).not.toHaveBeenCalled();
  });

  test('begins no line with words of somebody else, nor ends one', () => {
    found(Severity.WARNING, 'a\n::warning::forged\r##[error]forged\u001b[31m\u2028').app.synthYaml();
    expect(lines()).toEqual(['warning ACME002 t0/shop/workloads/web: a\\u{a}::warning::forged\\u{d}##\\u{5b}error]forged\\u{1b}[31m\\u{2028}; do right']);
  });

  test('is cut where it is much', () => {
    const { app, topology } = found(Severity.WARNING);
    topology.addCheck({ ...topologyCheck(({ graph }) => Array.from({ length: 1000 }, () => Problem.of(graph.workloads[0], 'is odd')), 'ACME003'), severity: Severity.INFO });
    app.synthYaml();
    expect(lines()).toHaveLength(1 + 20 + 1);
  });
});

test.each(['a\n::warning::forged', '\u001b[31m', '##[error]a', '##teamcity[a]', '\u2028'])('BST801: nor does the error of cdk8s, which begins with a path, for a chart %j', id =>
  expectRefusal(() => new Topology(new Chart(new App(), id), 'shop'), 'BST801', `${oneLine(id)}/shop`, 'cannot be the path of a topology', 'give the Chart another id'));
