import * as fc from 'fast-check';
import {
  BackingService, BindingEntry, CircuitBreaker, DataAccess, DocumentedService, HttpProvider, HttpService, InteractionModel, Locator,
  MermaidDiagram, Postgres, PostgresProvider, Protocol, Provision, RetryPolicy, Topology, TopologyDocuments,
} from '../../src';
import { AnyService, expectRefusal, hostileText, newHttpService, newKafka, newWorkload } from '../support/declare';
import { Declaration, ms } from '../support/topology';
import { parseFlowchart } from './flowchart';

/** A service whose operations are called anything at all. */
class Anything extends BackingService {
  constructor(scope: Topology, operations: string[]) {
    const operation = (id: string) => ({ id, method: 'GET', path: '/', retriable: true });
    const locator = Locator.external({ addresses: [{ host: 'any.example.com', port: 80, protocol: Protocol.HTTP }] });
    super(scope, 'anything', { ...AnyService.traits(), provision: new Provision({ locator }), contract: { operations: operations.map(operation) } });
  }

  public bind(): BindingEntry[] {
    return [];
  }
}

test('what is not waited for has a dotted arrow that says why', () => {
  const declared = new Declaration();
  declared.workload('web').calls(declared.external('spans'), { interaction: InteractionModel.FIRE_AND_FORGET });
  expect(MermaidDiagram.render(TopologyDocuments.of(declared.topology))).toContain('  n0 -.->|"calls · fire-and-forget"| n1\n');
});

test('a small topology', () => {
  const { topology } = new Declaration();
  const [web, orders] = ['web', 'orders'].map(name => newWorkload(topology, name));
  const topic = newKafka(topology, 'events').topic('order-created');
  web.calls(new HttpService(topology, 'orders-api', { provider: HttpProvider.workload(orders) }), {
    timeout: ms(2000), retry: RetryPolicy.attempts(2), circuitBreaker: CircuitBreaker.consecutiveErrors(5), connectTimeout: ms(250),
  });
  web.calls(new HttpService(topology, 'payments', { provider: HttpProvider.external('http://payments.example.com') }));
  orders.uses(new Postgres(topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'orders' }) }), { access: DataAccess.READ_ONLY });
  orders.publishes(topic);
  web.consumes(topic);
  expect(MermaidDiagram.render(TopologyDocuments.of(topology))).toBe(`flowchart LR
  n0["orders"]
  n1["web"]
  n2[("db · cloudnative-pg")]
  n3[["events · strimzi"]]
  n4(["orders-api"])
  n5(["payments"]):::external
  n6>"order-created"]
  n0 -.->|"publishes"| n6
  n0 -->|"uses · read-only"| n2
  n1 -->|"calls · timeout 2s · connect 250ms · retries 2 · breaker"| n4
  n1 -->|"calls"| n5
  n1 -.->|"consumes"| n6
  n4 --- n0
  n6 --- n3
  classDef external stroke-dasharray: 5 5
`);
});

test.each([
  ['api', '(["is api"])'], ['database', '[("is database")]'], ['cache', '[("is cache")]'], ['broker', '[["is broker"]]'],
])('the form of the shape %s', (shape, form) => {
  const { topology } = new Declaration();
  newHttpService(topology, 'any');
  const document = TopologyDocuments.of(topology);
  const services = document.services.map(service => ({ ...service, shape, name: `is ${shape}`, provider: `is ${shape}` }));
  expect(MermaidDiagram.render({ ...document, services })).toContain(`${form}\n`);
});

test('nothing declared, nothing drawn', () =>
  expect(parseFlowchart(MermaidDiagram.render(TopologyDocuments.of(new Declaration().topology)))).toEqual({ nodes: new Map(), edges: [] }));

test.each(['o', 'x', 'end', 'graph', 'click', 'style', 'default', 'subgraph'])('a workload may be called %s, which Mermaid reads otherwise', name => {
  const { topology } = new Declaration();
  newWorkload(topology, name);
  expect(parseFlowchart(MermaidDiagram.render(TopologyDocuments.of(topology))).nodes).toEqual(new Map([['n0', name]]));
});

const injection = fc.oneof(
  hostileText.filter(text => text.length < 200), fc.string(),
  fc.string({ unit: fc.constantFrom('"', '"]', '\n', ';', '%%{init: {}}%%', 'click n0 "javascript:x"', 'end', '-->', 'n9', '<script>', '#quot;', '`', '|', ' ', '&', ':::external') }),
);

test('whatever names hold, they add no node and no edge, and are read as they are', () => {
  fc.assert(fc.property(injection, fc.uniqueArray(injection.filter(id => id !== ''), { minLength: 1, maxLength: 3 }), (provider, operations) => {
    const { topology } = new Declaration();
    newWorkload(topology, 'web').calls(new Anything(topology, operations), { operations });
    const document = TopologyDocuments.of(topology);
    const services = document.services.map(service => ({ ...service, provider }));
    const { nodes, edges } = parseFlowchart(MermaidDiagram.render({ ...document, services }));
    expect([...nodes]).toEqual([['n0', 'web'], ['n1', `anything · ${provider}`]]);
    expect(edges).toHaveLength(1);
    expect(edges[0].split(' · ').sort()).toEqual(['n0 --> n1 calls', ...operations].join(' · ').split(' · ').sort());
  }), { numRuns: 150 });
});

test.each<[string, Partial<DocumentedService>, string]>([
  ['a workload that is not there', { locator: { owner: 'workload', addresses: [], workload: 'gone' } }, 'the document has no element "gone"'],
  ['a shape that nobody draws', { shape: 'constructor' }, 'the document has no shape "constructor"'],
])('refuses %s', (_, changed, problem) => {
  const { topology } = new Declaration();
  newHttpService(topology, 'api');
  const document = TopologyDocuments.of(topology);
  expectRefusal(() => MermaidDiagram.render({ ...document, services: [{ ...document.services[0], ...changed }] }), 'BST711', 'MermaidDiagram.render', problem);
});
