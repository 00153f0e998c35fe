import { Duration } from 'cdk8s';
import { CircuitBreaker, HttpProvider, HttpRoute, HttpService, IstioMetric, Kafka, KafkaProvider, LoadBalancing, MutualTls, TelemetryOptions, WorkloadMode } from '../../src';
import { AmbientOptions } from '../../src/istio/ambient-options';
import { AmbientDeclaration } from '../support/ambient';
import { expectRefusal } from '../support/declare';
import { EVERY_MESH_OPTION, EVERY_TELEMETRY_OPTION } from '../support/mesh';

function small(options?: AmbientOptions): AmbientDeclaration {
  const declared = new AmbientDeclaration(options);
  declared.caller('web', declared.users());
  return declared;
}

const { sidecars: _, dnsCapture: __, selfDiscovery: ___, ...OF_ANY_MESH } = EVERY_MESH_OPTION;
const OF_SERVERS: Required<TelemetryOptions> = {
  ...EVERY_TELEMETRY_OPTION, accessLogs: [{ provider: 'envoy', mode: WorkloadMode.SERVER }], metrics: { overrides: [{ metric: IstioMetric.REQUEST_COUNT, disabled: true }] },
};
const EVERY_OPTION: Required<Omit<AmbientOptions, 'waypointsExist'>> = { ...OF_ANY_MESH, ...OF_SERVERS, waypoint: 'way' };

test('of the smallest case: a waypoint that lets in who is declared, and pods that let in the waypoint', () => expect(small().emitted).toMatchSnapshot());

test('of every option', () => {
  const declared = new AmbientDeclaration(EVERY_OPTION);
  const pages = declared.pages([HttpRoute.split({ v1: 90, v2: 10 })]);
  declared.caller('web', pages, { timeout: Duration.seconds(2), circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
  expect(declared.emitted).toMatchSnapshot();
});

test('nothing in it is of sidecars', () => {
  const kinds = new Set(small(EVERY_OPTION).emitted.map(({ kind }) => kind));
  expect([...kinds].filter(kind => ['VirtualService', 'Sidecar'].includes(kind))).toEqual([]);
});

test('each namespace with services of ours has a waypoint, and one without has none', () => {
  const declared = new AmbientDeclaration();
  const users = declared.users();
  declared.workload('elsewhere', { namespace: 'other' }).calls(users);
  expect(declared.named('Gateway')).toEqual(['shop/waypoint']);
});

test('a waypoint that is there is not made, nor is its policy', () => {
  const declared = small({ waypointsExist: true });
  expect(declared.named('Gateway')).toEqual([]);
  expect(declared.named('AuthorizationPolicy')).toEqual(['shop/users', 'shop/users-api-at-waypoint', 'shop/web']);
});

test('the balancing of a service is in the rule of its namespace', () => {
  const declared = new AmbientDeclaration();
  declared.caller('web', declared.users({ loadBalancing: LoadBalancing.leastRequest() }));
  expect(declared.spec('DestinationRule', 'users-api')).toEqual({
    host: 'users-api.shop.svc.cluster.local', exportTo: ['.'], trafficPolicy: { loadBalancer: { simple: 'LEAST_REQUEST' } },
  });
});

test('so it is where the Service is that of a broker too', () => {
  const declared = new AmbientDeclaration();
  const workload = declared.workload('broker');
  new Kafka(declared.topology, 'events', { provider: KafkaProvider.workload(workload, { service: 'all' }) });
  const api = new HttpService(declared.topology, 'console', { provider: HttpProvider.workload(workload, { service: 'all', port: 8080 }), loadBalancing: LoadBalancing.roundRobin() });
  declared.caller('web', api);
  expect(declared.spec('DestinationRule', 'all').trafficPolicy).toEqual({ portLevelSettings: [{ port: { number: 8080 }, loadBalancer: { simple: 'ROUND_ROBIN' } }] });
});

test('the name of a waypoint is a label', () => expectRefusal(() => small({ waypoint: 'a.b' }).read(), 'BST801', 'test/mesh', 'a.b'));

test('a policy of a namespace cannot disable mutual TLS', () =>
  expectRefusal(() => small({ namespacePolicies: { shop: { mutualTls: MutualTls.disabled('an old client') } } }).read(), 'BST544', 'test/mesh', 'the policy of shop disables mutual TLS'));
