import { Kafka } from '../../src/backing-services/kafka';
import { KafkaProvider } from '../../src/backing-services/kafka-provider';
import { Criticality } from '../../src/model/criticality';
import { InteractionModel } from '../../src/model/interaction-model';
import { Queue } from '../support/declare';
import { Declaration } from '../support/topology';

const OPTIONAL = { criticality: Criticality.OPTIONAL };
const FIX = 'replace one call of the cycle by a message, or move what both need into a third service';

describe('BST305 sync-cycle', () => {
  test.each<[string, [string, string, boolean?][], string[]]>([
    ['finds two workloads that wait for each other', [['b', 'a'], ['a', 'b']], [`error a: 2 workloads wait for each other: a → b → a; ${FIX}`]],
    ['finds a workload that waits for itself', [['a', 'a']], [`error a: a workload waits for itself: a → a; ${FIX}`]],
    ['prints a shortest cycle', [['a', 'b'], ['b', 'c'], ['c', 'a'], ['b', 'a']], [`error a: 2 workloads wait for each other: a → b → a; ${FIX}`]],
    ['finds each group once', [['a', 'b'], ['b', 'a'], ['b', 'c'], ['c', 'd'], ['d', 'c']],
      [`error a: 2 workloads wait for each other: a → b → a; ${FIX}`, `error c: 2 workloads wait for each other: c → d → c; ${FIX}`]],
    ['accepts calls that meet again', [['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd']], []],
    ['warns of a cycle with a call that can be done without', [['a', 'b'], ['b', 'a', true]],
      [`warning a: 2 workloads wait for each other: a → b → a, with an optional call among them; ${FIX}`]],
    ['warns of a cycle of optional calls', [['a', 'b', true], ['b', 'a', true]],
      [`warning a: 2 workloads wait for each other: a → b → a, with an optional call among them; ${FIX}`]],
    ['reports a required cycle once, even inside of a larger optional one', [['a', 'b'], ['b', 'a'], ['b', 'c', true], ['c', 'a']],
      [`error a: 2 workloads wait for each other: a → b → a; ${FIX}`]],
    ['reports an optional cycle beside a required one', [['a', 'b', true], ['b', 'a'], ['b', 'c'], ['c', 'b']],
      [`warning a: 2 workloads wait for each other: a → b → a, with an optional call among them; ${FIX}`,
        `error b: 2 workloads wait for each other: b → c → b; ${FIX}`]],
  ])('%s', (_, calls, expected) => {
    const declared = new Declaration();
    const workloads = new Map(['a', 'b', 'c', 'd'].map(name => [name, declared.workload(name)]));
    calls.forEach(([from, to, optional]) => workloads.get(from)!.calls(declared.api(workloads.get(to)!), optional ? OPTIONAL : {}));
    expect(declared.found('BST305')).toEqual(expected);
  });

  test('accepts a cycle that a message breaks', () => {
    const declared = new Declaration();
    const [a, b] = declared.workloads('a', 'b');
    const topic = new Kafka(declared.topology, 'events', { provider: KafkaProvider.strimzi({ cluster: 'events' }) }).topic('done');
    a.calls(declared.api(b));
    b.publishes(topic);
    a.consumes(topic);
    expect(declared.found('BST305')).toEqual([]);
  });

  test.each([InteractionModel.STREAM, InteractionModel.FIRE_AND_FORGET])('accepts a cycle with a call that is not waited for: %s', interaction => {
    const declared = new Declaration();
    const [a, b] = declared.workloads('a', 'b');
    a.calls(declared.api(b));
    b.calls(declared.api(a), { interaction });
    expect(declared.found('BST305')).toEqual([]);
  });

  test('does not take a message for the required call of a cycle', () => {
    const declared = new Declaration();
    const [a, b] = declared.workloads('a', 'b');
    a.calls(declared.api(b), OPTIONAL);
    a.publishes(new Queue(declared.api(b), 'done'));
    b.calls(declared.api(a));
    expect(declared.findings('BST305').map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('takes a required call for the cycle where an optional one leads the same way', () => {
    const declared = new Declaration();
    const [a, b] = declared.workloads('a', 'b');
    a.calls(declared.grpc(b), OPTIONAL);
    a.calls(declared.api(b));
    b.calls(declared.api(a));
    expect(declared.findings('BST305').map(({ severity }) => severity)).toEqual(['error']);
  });

  test('cuts a cycle of many in its message', () => {
    const declared = new Declaration();
    const ring = declared.workloads(...Array.from({ length: 2000 }, (_, index) => `w${index}`));
    ring.forEach((from, index) => from.calls(declared.api(ring[(index + 1) % ring.length])));
    const [{ problem }] = declared.findings('BST305');
    expect(problem).toMatch(/^2000 workloads wait for each other: w0 → w1 → .* → w31 → … → w0$/);
  });

  test('is acknowledged on the first workload of the cycle', () => {
    const declared = new Declaration();
    const [a, b] = declared.workloads('a', 'b');
    a.calls(declared.api(b));
    b.calls(declared.api(a));
    declared.topology.acknowledge('BST305', a, 'to be split next quarter');
    expect(declared.found('BST305')).toEqual([]);
  });
});
