import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { IstioEnforcement } from '../../src/istio/istio-enforcement';
import { AdmittedPeer } from '../../src/model/admitted-peer';
import { BackingService } from '../../src/model/backing-service';
import { BindingDelivery } from '../../src/model/binding-delivery';
import { CircuitBreaker } from '../../src/model/circuit-breaker';
import { ConnectionPool } from '../../src/model/connection-pool';
import { Criticality } from '../../src/model/criticality';
import { DataAccess } from '../../src/model/data-access';
import { CallOptions, UseOptions } from '../../src/model/dependency-options';
import { DependencyPolicy } from '../../src/model/dependency-policy';
import { EnforcementVerdict } from '../../src/model/enforcement';
import { EnvNames } from '../../src/model/env-names';
import { InteractionModel } from '../../src/model/interaction-model';
import { LoadBalancing } from '../../src/model/load-balancing';
import { Locality } from '../../src/model/locality';
import { Machine } from '../../src/model/machine-facts';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Workload } from '../../src/model/workload';
import { newKafka } from '../support/declare';
import { newGateway } from '../support/gateway';
import { onMachines } from '../support/machines';
import { MeshDeclaration, USERS_CONTRACT } from '../support/mesh';
import { ms } from '../support/topology';

type Target = (declared: MeshDeclaration) => BackingService;
/** Declares an edge whose one field has the first value or the second. */
type Edge = (web: Workload, service: BackingService, second: boolean) => void;

const REQUESTS: Record<string, Target> = {
  'a service of ours': declared => declared.users({ contract: USERS_CONTRACT }),
  'an https third party': declared => declared.payments({ contract: USERS_CONTRACT }),
  'an http third party': declared => declared.payments({ contract: USERS_CONTRACT }, 'http://payments.example.com'),
};
const CONNECTIONS: Record<string, Target> = {
  ...REQUESTS,
  'TCP of ours': declared => declared.tcp('ldap'),
  'TCP of a third party': declared => declared.ldap(),
  'an operator\'s database': declared => declared.database(),
};
const DATABASE: Record<string, Target> = { 'an operator\'s database': declared => declared.database() };
const BROKER: Record<string, Target> = { 'a topic': declared => newKafka(declared.topology) };

/** A call where a service answers requests, else a use. */
function connect(web: Workload, service: BackingService, options: UseOptions & CallOptions): void {
  if (service.protocol.hasRequests) web.calls(service, options); else web.uses(service, options);
}

/** For every field an edge of each kind that it can be said of. A new field stops this from compiling until it has one. */
const EDGES: { readonly [Field in keyof Required<DependencyPolicy>]: readonly [Record<string, Target>, Edge] } = {
  timeout: [REQUESTS, (web, service, second) => web.calls(service, { timeout: ms(second ? 2000 : 1000) })],
  connectTimeout: [CONNECTIONS, (web, service, second) => connect(web, service, { connectTimeout: ms(second ? 20 : 10) })],
  interaction: [REQUESTS, (web, service, second) =>
    web.calls(service, { interaction: second ? InteractionModel.STREAM : InteractionModel.FIRE_AND_FORGET })],
  retry: [REQUESTS, (web, service, second) => web.calls(service, { retry: RetryPolicy.attempts(second ? 2 : 1) })],
  circuitBreaker: [CONNECTIONS, (web, service, second) =>
    connect(web, service, { circuitBreaker: CircuitBreaker.consecutiveErrors(second ? 6 : 5) })],
  connectionPool: [CONNECTIONS, (web, service, second) =>
    connect(web, service, { connectionPool: ConnectionPool.limits({ maxConnections: second ? 2 : 1 }) })],
  operations: [REQUESTS, (web, service, second) => web.calls(service, { operations: [second ? 'getUser' : 'listUsers'] })],
  access: [DATABASE, (web, service, second) => web.uses(service, { access: second ? DataAccess.READ_ONLY : DataAccess.READ_WRITE })],
  clientConnections: [DATABASE, (web, service, second) => web.uses(service, { clientConnections: second ? 20 : 10 })],
  consumerGroup: [BROKER, (web, service, second) =>
    web.consumes((service as ReturnType<typeof newKafka>).topic('created'), { consumerGroup: second ? 'b' : 'a' })],
  transactionalIdPrefix: [BROKER, (web, service, second) =>
    web.publishes((service as ReturnType<typeof newKafka>).topic('created'), { transactionalIdPrefix: second ? 'b-' : 'a-' })],
  criticality: [CONNECTIONS, (web, service, second) => connect(web, service, { criticality: second ? Criticality.OPTIONAL : Criticality.REQUIRED })],
  bindingName: [CONNECTIONS, (web, service, second) => connect(web, service, { bindingName: second ? 'b' : 'a' })],
  envNames: [CONNECTIONS, (web, service, second) => connect(web, service, { envNames: EnvNames.map({ A: second ? 'b' : 'a' }) })],
  delivery: [CONNECTIONS, (web, service, second) => connect(web, service, { delivery: second ? BindingDelivery.FILES : BindingDelivery.VARIABLES })],
  containers: [CONNECTIONS, (web, service, second) => connect(web, service, { containers: [second ? 'b' : 'a'] })],
};

const PAIRS = Object.entries(EDGES).flatMap(([field, [targets, edge]]) =>
  Object.entries(targets).map(([name, target]) => [field, name, target, edge] as const));

function emittedOf(target: Target, edge: Edge, second: boolean): unknown[] {
  const declared = new MeshDeclaration();
  edge(declared.workload('web'), target(declared), second);
  return declared.emitted;
}

/** What Istio's objects carry; the other fields belong to bindings, or are facts for checks and pictures. */
const CARRIED: string[] = ['timeout', 'connectTimeout', 'retry', 'circuitBreaker', 'connectionPool', 'operations'];

describe('a field of a dependency', () => {
  test.each(PAIRS.filter(([field]) => CARRIED.includes(field)))('%s towards %s changes an object', (_, __, target, edge) =>
    expect(emittedOf(target, edge, true)).not.toEqual(emittedOf(target, edge, false)));

  test.each(PAIRS.filter(([field]) => !CARRIED.includes(field)))('%s towards %s is for another output', (_, __, target, edge) =>
    expect(emittedOf(target, edge, true)).toEqual(emittedOf(target, edge, false)));

  test.each(PAIRS)('%s towards %s is said to be carried exactly if it changes an object', (field, _, target, edge) => {
    const declared = new MeshDeclaration();
    edge(declared.workload('web'), target(declared), true);
    const [dependency] = declared.topology.read().dependencies;
    expect(new IstioEnforcement().field(dependency, field).verdict === EnforcementVerdict.CARRIED).toBe(CARRIED.includes(field));
  });
});

test('TLS that the mesh is to start changes an object, and is said to be carried', () => {
  const tls = REQUESTS['an https third party'];
  const plain = REQUESTS['an http third party'];
  const call: Edge = (web, service) => web.calls(service);
  expect(emittedOf(tls, call, false)).not.toEqual(emittedOf(plain, call, false));
  expect(new IstioEnforcement().tlsByMesh(new MeshDeclaration().payments()).verdict).toBe(EnforcementVerdict.CARRIED);
});

test('the requests that somebody is let in with change an object, and are said to be carried', () => {
  const rulesOf = (paths?: string[]) => {
    const declared = new MeshDeclaration();
    declared.workload('web').admits(AdmittedPeer.anyone({ port: 8080, paths }));
    return declared.emitted;
  };
  expect(rulesOf(['/health'])).not.toEqual(rulesOf());
  expect(new IstioEnforcement().entering(new MeshDeclaration().workload('web'), 'admits').verdict).toBe(EnforcementVerdict.CARRIED);
});

test('endpoints change an object, and are said to be carried', () => {
  const at = (endpoints?: string[]): Target => ({ topology }) => (
    new TcpService(topology, 's', { provider: TcpProvider.external({ host: 'a.example.com', port: 1521, endpoints }) }));
  const call: Edge = (web, service) => web.uses(service);
  expect(emittedOf(at(['203.0.113.7']), call, false)).not.toEqual(emittedOf(at(), call, false));
  expect(new IstioEnforcement().endpoints(new MeshDeclaration().payments()).verdict).toBe(EnforcementVerdict.CARRIED);
});

test.each<[string, Machine[], string[]]>([
  ['of which one does not tell where it is', [{ address: '192.0.2.7', locality: 'eu' }, { address: '192.0.2.8' }], [expect.stringContaining('nothing tells where the machine 192.0.2.8 of billing is')]],
  ['all of which tell where they are', [{ address: '192.0.2.7', locality: 'eu' }], []],
])('requests are shared by locality among machines %s, or not', (_, machines, expected) => {
  const declared = new MeshDeclaration();
  const provider = HttpProvider.workload(onMachines(declared, 'billing', machines));
  const loadBalancing = LoadBalancing.leastRequest({ locality: Locality.distribute([{ from: 'eu', to: { eu: 100 } }]) });
  declared.caller('web', new HttpService(declared.topology, 'bills', { provider, loadBalancing }));
  declared.read();
  expect(declared.found('BST616')).toEqual(expected);
});

test('what sidecars send to a gateway of the Gateway API has no words there', () => {
  const declared = new MeshDeclaration();
  const payments = declared.payments();
  declared.workload('web').calls(payments);
  newGateway(declared.topology, { gatewayClassName: 'istio-waypoint' }, 'exit').relays(payments);
  declared.read();
  expect(declared.found('BST616')).toContainEqual(expect.stringContaining('the Gateway API has no words for what sidecars send to a gateway; declare a gateway without gatewayClassName'));
});
