import { Duration } from 'cdk8s';
import { CircuitBreaker, HttpProvider, HttpService, RetryPolicy, Telemetry } from '../../src';
import { isEgressWaypoint } from '../../src/istio/egress-waypoint';
import { AmbientDeclaration } from '../support/ambient';
import { contractOf, operation } from '../support/mesh';

let declared: AmbientDeclaration;
beforeEach(() => { declared = new AmbientDeclaration(); });
const ABOUT = /^(clear|outside|exit)/;
const made = (kind?: string) => declared.emitted.filter(object => ABOUT.test(object.metadata.name) && (kind === undefined || object.kind === kind));
const outside = (id = 'outside', url = `https://${id}.example.com`) => new HttpService(declared.topology, id, { provider: HttpProvider.external(url), contract: contractOf(operation('list'), operation('add', 'POST')) });

test('a third party is known once, behind a waypoint that starts TLS and lets in who calls it', () => {
  const [exit, service] = [declared.exit(), outside()];
  declared.workload('web').calls(service, { timeout: Duration.seconds(2), retry: RetryPolicy.attempts(1) });
  declared.workload('app', { namespace: 'front' }).calls(service, { timeout: Duration.seconds(2), retry: RetryPolicy.attempts(1) });
  exit.relays(service);
  exit.calls(service, { connectTimeout: Duration.seconds(1), circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
  expect(made()).toMatchSnapshot();
});

test('in the namespace of the topology it takes what is there without being told', () => {
  const [exit, service] = [declared.exit({ namespace: undefined, configNamespace: 'istio-egress' }), outside()];
  declared.caller('web', service);
  exit.relays(service);
  expect(declared.object('Gateway', 'exit', 'istio-egress').spec.listeners).toEqual([{ name: 'mesh', port: 15008, protocol: 'HBONE' }]);
  expect(made('ServiceEntry').map(({ metadata, spec }) => [metadata.namespace, spec.exportTo])).toEqual([['istio-egress', ['.', 'shop']]]);
});

test('one that is there already is not made', () => {
  const [exit, service] = [declared.exit({ existingGateway: 'istio-egress/way-out' }), outside()];
  declared.caller('web', service);
  exit.relays(service);
  expect(made('Gateway')).toEqual([]);
  expect(made('ServiceEntry')[0].metadata.labels).toMatchObject({ 'istio.io/use-waypoint': 'way-out', 'istio.io/use-waypoint-namespace': 'istio-egress' });
});

test('it holds callers to the operations that they named', () => {
  const [exit, service] = [declared.exit(), outside()];
  declared.caller('web', service, { operations: ['list'] });
  exit.relays(service);
  expect(declared.spec('AuthorizationPolicy', 'outside-at-exit').rules[0].to).toEqual([{ operation: { ports: ['80'], methods: ['GET'], paths: ['/list'] } }]);
});

test('what is not relayed is known where it is called, without a waypoint', () => {
  const [exit, service, other] = [declared.exit(), outside(), outside('clear', 'http://clear.example.com')];
  declared.caller('web', service);
  declared.workload('app', { namespace: 'front' }).calls(other);
  exit.relays(service);
  expect(made('ServiceEntry').map(({ metadata }) => [metadata.name, metadata.namespace, metadata.labels !== undefined])).toEqual([['clear', 'front', false], ['outside', 'shop', true]]);
});

test('its telemetry is about the Gateway, as no labels select its proxies', () => {
  const telemetry: Telemetry[] = [];
  declared = new AmbientDeclaration({ telemetry });
  const [exit, service] = [declared.exit(), outside()];
  declared.caller('web', service);
  exit.relays(service);
  telemetry.push(Telemetry.ofWorkload(exit, { tracing: { samplingPercentage: 5 } }));
  expect(declared.object('Telemetry', 'exit', 'istio-egress').spec.targetRefs).toEqual([{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'exit' }]);
});

test('a gateway of another class is none', () => {
  expect([declared.exit(), declared.workload('web')].map(isEgressWaypoint)).toEqual([true, false]);
  expect(isEgressWaypoint(new AmbientDeclaration().exit({ gatewayClassName: 'istio' }))).toBe(false);
});
