import { App } from 'cdk8s';
import { Problem, Subject, Topology } from '../../src';
import { AppReading } from '../../src/judging/app-reading';
import { Judgement } from '../../src/judging/judgement';
import * as walking from '../../src/private/walk';
import { appCheck, topologiesOf, topologyCheck } from './apps';

const REASON = 'known since last year';
const findingsOf = (topologies: Topology[]) => topologies.map(({ findings }) => findings.map(({ code, path }) => `${code} ${path}`));

test('each finding about the app is reported by one topology', () => {
  const topologies = topologiesOf(3);
  const check = appCheck(({ graphs }) => graphs.flatMap(graph => graph.workloads.map(workload => Problem.of(workload, 'is wrong'))));
  for (const topology of topologies) topology.addAppCheck(check);
  expect(findingsOf(topologies)).toEqual([0, 1, 2].map(i => [`ACME001 t${i}/shop/workloads/web`]));
});

describe('a finding about the app', () => {
  const acknowledgedBy = (by: number) => {
    const topologies = topologiesOf(2);
    for (const topology of topologies) topology.addAppCheck(appCheck(() => [Problem.of({ path: 't0/shop/workloads/web' }, 'is wrong')]));
    topologies[by].acknowledge('ACME001', Subject.of(topologies[0].node.root), REASON);
    return topologies;
  };

  test.each([0, 1])('is acknowledged with any topology of the app: %s', by => {
    const topologies = acknowledgedBy(by);
    expect(findingsOf(topologies)).toEqual([[], []]);
    expect(topologies.map(({ acknowledged }) => acknowledged.map(({ reason }) => reason))).toEqual([[REASON], []]);
  });

  test('of one topology alone is acknowledged with that topology only', () => {
    const topologies = topologiesOf(2);
    topologies[0].addCheck(topologyCheck(({ graph }) => graph.workloads.map(workload => Problem.of(workload, 'is wrong'))));
    topologies[1].acknowledge('ACME002', Subject.of(topologies[0].node.root), REASON);
    topologies[1].read();
    expect(findingsOf(topologies)).toEqual([['ACME002 t0/shop/workloads/web'], ['BST001 ']]);
  });
});

test('findings are in the order of their codes, then of their paths, then of what they say', () => {
  const [topology] = topologiesOf(1);
  const found = (...all: [path: string, problem: string][]) => () => all.map(([path, problem]) => Problem.of({ path }, problem));
  topology.addCheck(topologyCheck(found(['a', 'is first']), 'ACME003'));
  topology.addCheck(topologyCheck(found(['c', 'is bad'], ['b', 'is odd'], ['b', 'is big'])));
  expect(topology.findings.filter(({ code }) => code.startsWith('ACME')).map(({ code, path, problem }) => `${code} ${path} ${problem}`)).toEqual([
    'ACME002 b is big', 'ACME002 b is odd', 'ACME002 c is bad', 'ACME003 a is first']);
});

test('a topology whose findings are read leaves the others open', () => {
  const [first, second] = topologiesOf(2);
  const seen: number[] = [];
  for (const topology of [first, second]) {
    topology.addAppCheck(appCheck(({ graphs }) => {
      seen.push(graphs[1].services.length);
      return [];
    }));
  }
  expect(first.findings).toEqual([]);
  expect(second.node.locked).toBe(false);
  expect(second.findings).toEqual([]);
});

test('the checks of a topology are asked when that is asked for', () => {
  const topologies = topologiesOf(2);
  const asked = topologies.map(topology => {
    const check = jest.fn(() => []);
    topology.addCheck(topologyCheck(check));
    return check;
  });
  const judgement = new Judgement(new AppReading(topologies[0].node.root));
  judgement.of(topologies[1]);
  expect(asked.map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
});

/** How often the whole app is walked, its topologies are, and each check is asked, in one synthesis of all its charts. */
function countsOf(topologies: number) {
  const app = new App();
  const all = topologiesOf(topologies, app);
  const [ofApp, ofTopology] = [jest.fn(() => []), jest.fn(() => [])];
  for (const topology of all) {
    topology.addAppCheck(appCheck(ofApp));
    topology.addCheck(topologyCheck(ofTopology));
    topology.read();
  }
  const walks = jest.spyOn(walking, 'walk').mockClear();
  app.synthYaml();
  expect(findingsOf(all).flat()).toEqual([]);
  const roots = walks.mock.calls.map(([root]) => root);
  return { appWalks: roots.filter(root => root === app).length, otherWalks: roots.filter(root => root !== app).length,
    ofApp: ofApp.mock.calls.length, ofTopology: ofTopology.mock.calls.length };
}

test.each([1, 10, 40])('an app of %s topologies and as many charts is walked once in a synthesis, and each check asked once', topologies =>
  expect(countsOf(topologies)).toEqual({ appWalks: 1, otherWalks: 0, ofApp: 1, ofTopology: topologies }));
