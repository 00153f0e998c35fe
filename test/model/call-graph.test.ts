import * as fc from 'fast-check';
import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { CallGraph } from '../../src/model/call-graph';
import { Criticality } from '../../src/model/criticality';
import { Dependency } from '../../src/model/dependency';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Queue } from '../support/declare';
import { declareCalls, factorOf, heaviestByAllPaths, RandomCall, randomCalls, reaches } from '../support/random-calls';
import { Declaration } from '../support/topology';

const OPTIONAL = { criticality: Criticality.OPTIONAL };
const retried = (attempts: number) => ({ retry: RetryPolicy.attempts(attempts) });
const byAttempts = ({ policy }: Dependency) => 1 + (policy.retry?.count ?? 0);

describe('cycles', () => {
  let declared: Declaration;
  beforeEach(() => {
    declared = new Declaration();
  });
  const cycles = (requiredOnly?: boolean) =>
    CallGraph.of(declared.topology.read(), requiredOnly).cycles().map(cycle => cycle.map(({ name }) => name));

  test('of calls that end somewhere are none', () => {
    const [a, b] = declared.workloads('a', 'b');
    a.calls(declared.api(b));
    b.calls(declared.external('payments'));
    expect(cycles()).toEqual([]);
  });

  test('of separate groups are one each, their first workload first', () => {
    const [a, b, c, d] = declared.workloads('a', 'b', 'c', 'd');
    d.calls(declared.api(c));
    c.calls(declared.api(d));
    b.calls(declared.api(a));
    a.calls(declared.api(b));
    a.calls(declared.api(c));
    expect(cycles()).toEqual([['a', 'b'], ['c', 'd']]);
  });

  test('of a workload that calls itself have one member', () => {
    const a = declared.workload('a');
    a.calls(declared.api(a));
    expect(cycles()).toEqual([['a']]);
  });

  test('count two services of one workload as one way', () => {
    const [a, b] = declared.workloads('a', 'b');
    a.calls(declared.api(b));
    a.calls(new HttpService(declared.topology, 'b-admin', { provider: HttpProvider.workload(b) }));
    b.calls(declared.api(a));
    expect(cycles()).toEqual([['a', 'b']]);
  });

  test('are broken by a message, even to a broker in a workload', () => {
    const [a, broker] = declared.workloads('a', 'broker');
    a.publishes(new Queue(declared.api(broker), 'done'));
    broker.calls(declared.api(a));
    expect(cycles()).toEqual([]);
  });

  test('leave optional calls out if asked to', () => {
    const [a, b] = declared.workloads('a', 'b');
    a.calls(declared.api(b));
    b.calls(declared.api(a), OPTIONAL);
    expect([cycles(), cycles(true)]).toEqual([[['a', 'b']], []]);
  });

  test('exist where members reach each other, each a closed walk', () => {
    fc.assert(fc.property(randomCalls, calls => {
      const found = CallGraph.of(declareCalls(calls).declared.topology.read()).cycles();
      const looped = [0, 1, 2, 3, 4, 5, 6].filter(node => reaches(calls, node, node));
      const groups = new Set(looped.map(node => looped.filter(other => reaches(calls, node, other) && reaches(calls, other, node)).join()));
      expect(found).toHaveLength(groups.size);
      found.forEach(cycle => cycle.forEach((from, index) => {
        const to = cycle[(index + 1) % cycle.length];
        expect(calls.some(call => `w${call.from} w${call.to}` === `${from.name} ${to.name}`)).toBe(true);
      }));
    }));
  });
});

describe('the heaviest path', () => {
  test('is the product of its factors, through its last call', () => {
    const declared = new Declaration();
    const [web, orders, stock] = declared.workloads('web', 'orders', 'stock');
    web.calls(declared.api(orders), retried(2));
    web.calls(declared.api(stock), retried(4));
    const last = orders.calls(declared.api(stock), retried(1));
    const arrivals = CallGraph.of(declared.topology.read()).heaviest(byAttempts);
    expect([web, orders, stock].map(workload => arrivals.get(workload)!.weight)).toEqual([1, 3, 6]);
    expect([arrivals.get(web)!.via, arrivals.get(stock)!.via]).toEqual([undefined, last]);
  });

  test('stops at a cycle: calls within it do not count, calls that leave it do', () => {
    const declared = new Declaration();
    const [web, a, b, end] = declared.workloads('web', 'a', 'b', 'end');
    web.calls(declared.api(a), retried(2));
    a.calls(declared.api(b), retried(9));
    b.calls(declared.api(a), retried(9));
    a.calls(declared.api(end), retried(4));
    const arrivals = CallGraph.of(declared.topology.read()).heaviest(byAttempts);
    expect([a, b, end].map(workload => arrivals.get(workload)!.weight)).toEqual([3, 1, 15]);
  });

  test('leads to no workload that is not one of ours', () => {
    const declared = new Declaration();
    const [web, stock] = declared.workloads('web', 'stock');
    web.calls(declared.external('payments'), retried(9));
    web.calls(declared.api(stock), retried(2));
    const arrivals = CallGraph.of(declared.topology.read()).heaviest(byAttempts);
    expect([...arrivals].map(([{ name }, { weight }]) => [name, weight])).toEqual([['stock', 3], ['web', 1]]);
  });

  test('weighs what walking all paths finds, and its last calls lead back along that path', () => {
    fc.assert(fc.property(randomCalls, calls => {
      const { declared, workloads } = declareCalls(calls);
      const byName = new Map(calls.map(call => [`w${call.from} w${call.to}`, call]));
      const factor = ({ source, service }: Dependency) => factorOf(byName.get(`${source.name} ${service.locator.workload!.name}`)!);
      const arrivals = CallGraph.of(declared.topology.read()).heaviest(factor);
      workloads.forEach((workload, number) => {
        const { weight, via } = arrivals.get(workload)!;
        expect(weight).toBe(heaviestByAllPaths(calls, number));
        expect(via ? arrivals.get(via.source)!.weight * factor(via) : 1).toBe(weight);
      });
    }), { numRuns: 300 });
  });

  test('never gets lighter by one more repetition', () => {
    const weights = (calls: RandomCall[]) => {
      const { declared, workloads } = declareCalls(calls);
      const arrivals = CallGraph.of(declared.topology.read()).heaviest(byAttempts);
      return workloads.map(workload => arrivals.get(workload)!.weight);
    };
    fc.assert(fc.property(randomCalls, fc.nat(), (calls, pick) => {
      fc.pre(calls.length > 0);
      const before = weights(calls);
      const after = weights(calls.map((call, index) => index === pick % calls.length ? { ...call, attempts: call.attempts + 1 } : call));
      after.forEach((weight, index) => expect(weight).toBeGreaterThanOrEqual(before[index]));
    }));
  });
});

test('2^59 paths are weighed in one pass', () => {
  const declared = new Declaration();
  const layers = Array.from({ length: 60 }, (_, layer) => declared.workloads(`a${layer}`, `b${layer}`));
  layers.slice(1).forEach((layer, index) => layer.forEach(to => layers[index].forEach(from => from.calls(declared.api(to), retried(1)))));
  expect(CallGraph.of(declared.topology.read()).heaviest(byAttempts).get(layers[59][0])!.weight).toBe(2 ** 59);
}, 5000);
