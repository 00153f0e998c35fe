import { Construct, IConstruct } from 'constructs';
import * as fc from 'fast-check';
import {
  BackingService, DataAccess, Dependency, DependencyVerb, HttpProvider, HttpService, ISubject, Kafka, KafkaTopic, TcpProvider, TcpService,
  TopologyGraph, Workload,
} from '../../src';
import { Brand, isBranded } from '../../src/private/brand';
import { newKafka, newTopology, newWorkload } from '../support/declare';
import { newGateway } from '../support/gateway';

/** A topology as data: who provides, who depends on what, and in which order all that is declared. */
interface Plan {
  readonly providers: number[];
  readonly edges: Array<{ readonly verb: DependencyVerb; readonly from: number; readonly to: number; readonly bindingName: boolean }>;
  readonly order: number[];
}

const BROKERS = 2;
const TOPICS = 4;
const NAMES = ['b', 'a', 'b-2', 'b1', 'c-x', 'b0', 'a-b', 'zz'];
const upTo = (most: number) => fc.integer({ min: 0, max: most - 1 });
const anyVerb = fc.constantFrom(...Object.values(DependencyVerb));
const anyEdge = fc.record({ verb: anyVerb, from: upTo(NAMES.length), to: upTo(6), bindingName: fc.boolean() });
const order = fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 });
const plan: fc.Arbitrary<Plan> = fc.record({
  providers: fc.array(upTo(NAMES.length), { maxLength: 6 }),
  edges: fc.array(anyEdge, { maxLength: 30 }),
  order,
});

/** The items in the order of the numbers that stand at their places. */
function shuffled<T>(items: T[], keys: number[]): T[] {
  const keyed = items.map((item, at) => ({ item, key: keys[at] }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** The graph, and what verbs and brokers gave for it. */
function declare({ providers, edges, order: keys }: Plan): { graph: TopologyGraph; made: Dependency[]; topics: KafkaTopic[] } {
  const shop = newTopology();
  const folders = ['q', 'p'].map(id => new Construct(shop, id));
  const workloads = new Map<number, Workload>();
  for (const at of shuffled(NAMES.map((_, index) => index), keys)) workloads.set(at, newWorkload(shop, NAMES[at], { namespace: `n${at % 3}` }));
  const services = new Map<number, BackingService>();
  for (const [at, by] of shuffled([...providers.entries()], keys)) {
    services.set(at, new TcpService(folders[at % 2], `s${at}`, { provider: TcpProvider.workload(workloads.get(by)!, { port: 7000 }) }));
  }
  const topics = new Map<number, KafkaTopic>();
  for (const broker of shuffled([...Array(BROKERS).keys()], keys)) {
    const kafka = newKafka(shop, `k${broker}`);
    for (const at of shuffled([...Array(TOPICS).keys()], keys)) if (at % BROKERS === broker) topics.set(at, kafka.topic(`t${at}`));
  }
  const made: Dependency[] = [];
  const unique = [...new Map(edges.map(edge => [`${edge.verb} ${edge.from} ${edge.to}`, edge])).values()];
  for (const { verb, from, to, bindingName } of shuffled(unique, keys)) {
    const [workload, service, topic] = [workloads.get(from)!, services.get(to), topics.get(to)];
    const options = bindingName ? { bindingName: `x${(service ?? topic)?.name}` } : {};
    if (verb === DependencyVerb.CALLS && service) made.push(workload.calls(service, options));
    if (verb === DependencyVerb.USES && service) made.push(workload.uses(service, { ...options, access: DataAccess.READ_ONLY }));
    if (verb === DependencyVerb.PUBLISHES && topic) made.push(workload.publishes(topic));
    if (verb === DependencyVerb.CONSUMES && topic) made.push(workload.consumes(topic));
  }
  return { graph: shop.read(), made: sorted(made), topics: sorted([...topics.values()]) };
}

const paths = (subjects: readonly ISubject[]) => subjects.map(({ path }) => path);
const sorted = <T extends ISubject>(subjects: T[]) => subjects.sort((a, b) => a.path < b.path ? -1 : 1);

/** All elements with a brand, found again by walking the tree, and sorted by path. */
function scan<T extends ISubject>(graph: TopologyGraph, kind: Brand): T[] {
  const found: IConstruct[] = [];
  const visit = (construct: IConstruct) => {
    if (isBranded(construct, kind)) found.push(construct);
    construct.node.children.forEach(visit);
  };
  visit(graph.workloads[0].node.root);
  return sorted(found as unknown as T[]);
}

/** Every answer of the graph as text. */
function answers(graph: TopologyGraph): unknown {
  return {
    workloads: graph.workloads.map(each => [each.path, paths(graph.dependenciesOf(each)), paths(graph.servicesOf(each)),
      graph.bindingsOf(each).map(binding => [binding.name, binding.service.path, paths(binding.dependencies)])]),
    services: graph.services.map(each => [
      each.path, paths(graph.dependenciesOn(each)), paths(graph.channelsOf(each)), graph.consumerNamespacesOf(each),
    ]),
    topics: graph.channels.map(each => [each.path, paths(graph.dependenciesOnChannel(each))]),
    dependencies: paths(graph.dependencies),
  };
}

test('every query answers as a scan of all that was declared does, sorted by path', () => {
  fc.assert(fc.property(plan, given => {
    const { graph, made: edges, topics } = declare(given);
    const services = scan<BackingService>(graph, 'BackingService');
    const lists = [graph.dependencies, graph.services, graph.channels, graph.workloads];
    expect(lists.map(paths)).toEqual([edges, services, topics, scan(graph, 'Workload')].map(paths));
    for (const workload of graph.workloads) {
      expect(paths(graph.dependenciesOf(workload))).toEqual(paths(edges.filter(edge => edge.source === workload)));
      expect(paths(graph.servicesOf(workload))).toEqual(paths(services.filter(service => service.locator.workload === workload)));
    }
    for (const service of services) {
      const on = edges.filter(edge => edge.service === service);
      expect(paths(graph.dependenciesOn(service))).toEqual(paths(on));
      expect(paths(graph.channelsOf(service))).toEqual(paths(topics.filter(topic => topic.service === service)));
      expect(graph.consumerNamespacesOf(service)).toEqual([...new Set(on.map(edge => edge.source.namespace))].sort());
    }
    for (const topic of topics) expect(paths(graph.dependenciesOnChannel(topic))).toEqual(paths(edges.filter(edge => edge.channel === topic)));
  }), { numRuns: 60 });
});

test('a workload has one binding for each service, sorted by name', () => {
  fc.assert(fc.property(plan, given => {
    const { graph } = declare(given);
    for (const workload of graph.workloads) {
      const bindings = graph.bindingsOf(workload);
      const edges = graph.dependenciesOf(workload);
      expect(new Set(bindings.map(binding => binding.service))).toEqual(new Set(edges.map(edge => edge.service)));
      expect(bindings.map(binding => binding.name)).toEqual(bindings.map(binding => binding.name).sort());
      for (const binding of bindings) expect(binding.dependencies).toEqual(edges.filter(edge => edge.service === binding.service));
    }
  }), { numRuns: 40 });
});

test('the order of declaration changes no answer', () => {
  fc.assert(fc.property(plan, order, (given, other) => {
    expect(answers(declare({ ...given, order: other }).graph)).toEqual(answers(declare(given).graph));
  }), { numRuns: 40 });
});

test('an empty topology has nothing, and elements of another are unknown', () => {
  const graph = newTopology().read();
  expect([graph.workloads, graph.services, graph.channels, graph.dependencies]).toEqual([[], [], [], []]);
  const other = newTopology();
  const kafka: Kafka = newKafka(other);
  const workload = newWorkload(other, 'orders');
  expect([graph.dependenciesOf(workload), graph.servicesOf(workload), graph.bindingsOf(workload)]).toEqual([[], [], []]);
  expect([graph.dependenciesOn(kafka), graph.channelsOf(kafka), graph.consumerNamespacesOf(kafka), graph.dependenciesOnChannel(kafka.topic('a'))]).toEqual([[], [], [], []]);
});

test('a gateway that is routed from here has no bindings, as nothing enters them; one whose owner routes has', () => {
  const shop = newTopology();
  const users = new HttpService(shop, 'users', { provider: HttpProvider.workload(newWorkload(shop, 'users-server')) });
  const [door, closed] = [newGateway(shop), newGateway(shop, {}, 'closed')];
  for (const gateway of [door, closed]) gateway.calls(users);
  const graph = shop.read();
  expect([door, closed].map(gateway => [graph.dependenciesOf(gateway).length, graph.bindingsOf(gateway).length])).toEqual([[1, 0], [1, 1]]);
});

test('nor has a gateway bindings of what it relays', () => {
  const shop = newTopology();
  const egress = newGateway(shop, {}, 'egress');
  egress.relays(new HttpService(shop, 'payments', { provider: HttpProvider.external('https://payments.example.com') }));
  const graph = shop.read();
  expect([graph.dependenciesOf(egress).length, graph.bindingsOf(egress).length]).toEqual([1, 0]);
});

test('takes no change of its lists, which every output reads', () => {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  const kafka = newKafka(shop);
  const topic = kafka.topic('created');
  const users = new HttpService(shop, 'users', { provider: HttpProvider.workload(orders) });
  orders.publishes(topic);
  orders.calls(users);
  const graph = shop.read();
  const lists = [
    graph.workloads, graph.services, graph.channels, graph.dependencies, graph.bindingsOf(orders), graph.dependenciesOf(orders),
    graph.dependenciesOn(users), graph.dependenciesOnChannel(topic), graph.servicesOf(orders), graph.channelsOf(kafka),
  ];
  expect(lists.map(list => list.length > 0)).toEqual(lists.map(() => true));
  for (const list of lists) expect(() => list.pop()).toThrow(TypeError);
});
