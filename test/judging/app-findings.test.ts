import { Problem, Topology } from '../../src';
import { appFindings } from '../../src/judging/app-findings';
import { AppReading } from '../../src/judging/app-reading';
import { appCheck, topologiesOf } from './apps';

/** Who reports what of one check, which the topologies at these places have. */
function reportsOf(topologies: Topology[], holders: number[], check = appCheck(() => [])): string[] {
  for (const holder of holders) topologies[holder].addAppCheck(check);
  return appFindings(new AppReading(topologies[0].node.root), topology => topology._peek())
    .filter(({ finding }) => finding.code === check.code).map(({ finding, reporter }) => `${reporter.path} reports ${finding.path}`);
}

test('a check is asked once, about the topologies that have it', () => {
  const seen: string[][] = [];
  const check = appCheck(({ graphs }) => {
    seen.push(graphs.flatMap(graph => graph.workloads.map(({ path }) => path)));
    return [];
  });
  reportsOf(topologiesOf(3), [2, 0], check);
  expect(seen).toEqual([['t0/shop/workloads/web', 't2/shop/workloads/web']]);
});

test('two rules of unlike topologies that chanced upon one code are both asked', () => {
  const topologies = topologiesOf(2);
  const judges = topologies.map((topology, position) => {
    const judge = jest.fn(() => []);
    topology.addAppCheck({ ...appCheck(judge), title: `rule of team ${position}` });
    return judge;
  });
  reportsOf(topologies, []);
  expect(judges.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test('a check that is made anew for each topology is one check', () => {
  const topologies = topologiesOf(3);
  const judge = jest.fn(() => [Problem.of({ path: 'x' }, 'is wrong')]);
  for (const topology of topologies) topology.addAppCheck(appCheck(judge));
  expect(reportsOf(topologies, [])).toEqual(['t0/shop reports x']);
  expect(judge).toHaveBeenCalledTimes(1);
});

test('the topology that a subject lies in reports it, else the first that has the check', () => {
  const paths = ['t2/shop/workloads/web', 't2/shop', 't2/shop-2/web', 't0/shop/workloads/web', 'config', ''];
  expect(reportsOf(topologiesOf(3), [1, 2], appCheck(() => paths.map(path => Problem.of({ path }, 'is wrong'))))).toEqual([
    't2/shop reports t2/shop/workloads/web', 't2/shop reports t2/shop', 't1/shop reports t2/shop-2/web', 't1/shop reports t0/shop/workloads/web',
    't1/shop reports config', 't1/shop reports ',
  ]);
});
