import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService, HttpServiceProps } from '../../src/backing-services/http-service';
import { Redis } from '../../src/backing-services/redis';
import { RedisProvider } from '../../src/backing-services/redis-provider';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { TlsOrigination } from '../../src/backing-services/tls-origination';
import { AdmittedPeer } from '../../src/model/admitted-peer';
import { BindingDelivery } from '../../src/model/binding-delivery';
import { CircuitBreaker } from '../../src/model/circuit-breaker';
import { ConnectionPool } from '../../src/model/connection-pool';
import { Criticality } from '../../src/model/criticality';
import { DataAccess } from '../../src/model/data-access';
import { CallOptions } from '../../src/model/dependency-options';
import { EnforcementAnswer } from '../../src/model/enforcement';
import { EnvNames } from '../../src/model/env-names';
import { HttpMatch } from '../../src/model/http-match';
import { HttpRoute } from '../../src/model/http-route';
import { InteractionModel } from '../../src/model/interaction-model';
import { LoadBalancing } from '../../src/model/load-balancing';
import { MutualTls } from '../../src/model/mutual-tls';
import { RetryPolicy } from '../../src/model/retry-policy';
import { answering, carrying } from '../support/carrying';
import { newKafka, newWorkload } from '../support/declare';
import { newGateway } from '../support/gateway';
import { onMachines } from '../support/machines';
import { Declaration, ms } from '../support/topology';

const contract = { operations: [{ id: 'get', method: 'GET', path: '/', retriable: true }] };
const EVERY: Required<CallOptions> = {
  timeout: ms(1000),
  connectTimeout: ms(100),
  interaction: InteractionModel.FIRE_AND_FORGET,
  retry: RetryPolicy.attempts(1),
  circuitBreaker: CircuitBreaker.consecutiveErrors(5),
  connectionPool: ConnectionPool.limits({ maxConnections: 1 }),
  operations: ['get'],
  criticality: Criticality.OPTIONAL,
  bindingName: 'orders',
  envNames: EnvNames.DEFAULT,
  delivery: BindingDelivery.FILES,
  containers: ['main'],
};
const OF_MESH = ['timeout', 'connectTimeout', 'retry', 'circuitBreaker', 'connectionPool', 'operations'];
const OF_BINDING = ['bindingName', 'envNames', 'delivery', 'containers'];
const FIELDS = [...OF_MESH, ...OF_BINDING];
const MESH = 'a mesh such as IstioMesh';
const unenforced = (fields: string, them = 'them', carrier = MESH) =>
  `warning web calls orders: declared but enforced by no output: ${fields}; add ${carrier}, or take ${them} out of the declaration`;
const ofBinding = (fields: string, them?: string) => unenforced(fields, them, 'SecretBindings');

describe('BST616 policy-not-enforced', () => {
  test.each<[string, CallOptions, string[], string[]]>([
    ['warns of every field that no output enforces', EVERY, [], [ofBinding(OF_BINDING.join(', ')), unenforced(OF_MESH.join(', '))]],
    ...FIELDS.map((field): [string, CallOptions, string[], string[]] => [
      `warns of ${field} alone`, EVERY, FIELDS.filter(other => other !== field), [OF_MESH.includes(field) ? unenforced(field, 'it') : ofBinding(field, 'it')],
    ]),
    ['accepts fields that an output enforces', EVERY, FIELDS, []],
    ['accepts a call that asks for nothing', {}, [], []],
    ['accepts what tells facts only', { criticality: Criticality.OPTIONAL }, [], []],
    ['warns of a name that nobody tells', { bindingName: 'orders' }, [], [ofBinding('bindingName', 'it')]],
    ['counts zero attempts, which switch a mesh\'s own retries off', { retry: RetryPolicy.attempts(0) }, [], [unenforced('retry', 'it')]],
  ])('%s', (_, options, enforces, expected) => {
    const declared = new Declaration();
    declared.workload('web').calls(declared.external('orders', { contract }), options);
    declared.topology.read({ enforcement: carrying(...enforces) });
    expect(declared.found('BST616')).toEqual(expected);
  });

  test.each<[string, DataAccess | undefined, string[], number]>([
    ['warns of read-only access that no output enforces', DataAccess.READ_ONLY, [], 1],
    ['accepts it with one that does', DataAccess.READ_ONLY, ['access'], 0],
    ['accepts read-write access, which forbids nothing', DataAccess.READ_WRITE, [], 0],
  ])('%s', (_, access, enforces, count) => {
    const declared = new Declaration();
    const redis = new Redis(declared.topology, 'cache', { provider: RedisProvider.workload(declared.workload('redis')) });
    declared.workload('web').uses(redis, { access });
    declared.topology.read({ enforcement: carrying(...enforces) });
    expect(declared.findings('BST616').map(({ path }) => path)).toEqual(Array(count).fill('web uses cache'));
  });

  test('has one finding for each dependency', () => {
    const declared = new Declaration();
    const [web, batch] = declared.workloads('web', 'batch');
    [web, batch].forEach(workload => workload.calls(declared.external(`for-${workload.name}`), { timeout: ms(1), connectTimeout: ms(1) }));
    declared.topology.read();
    expect(declared.findings('BST616').map(({ path }) => path)).toEqual(['batch calls for-batch', 'web calls for-web']);
  });

  test('is acknowledged on the dependency', () => {
    const declared = new Declaration();
    const web = declared.workload('web');
    web.calls(declared.external('orders'), { timeout: ms(1000) });
    declared.topology.acknowledge('BST616', web, 'the client keeps this timeout itself');
    declared.topology.read();
    expect([declared.found('BST616'), declared.found('BST001')]).toEqual([[], []]);
  });

  test('says nothing of a topology that no output has read, neither of promises nor of TLS, and nothing of what accepts it', () => {
    const declared = new Declaration();
    const web = declared.workload('web');
    web.calls(new HttpService(declared.topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') }), { timeout: ms(1000) });
    declared.topology.acknowledge('BST616', web, 'the client keeps this timeout itself');
    expect(declared.topology.findings).toEqual([]);
    declared.topology.read();
    expect(declared.findings('BST616').map(({ path }) => path)).toEqual(['bank']);
  });
});

describe('BST616 on TLS that the mesh starts', () => {
  test.each<[string, string, TlsOrigination | undefined, string[], string[]]>([
    ['finds that without a mesh consumers would speak plain HTTP', 'https://bank.example.com:8443', undefined, ['timeout'],
      ['error bank: consumers are given bank.example.com:80 to call in the clear, for the mesh to start TLS to port 8443, but no output does: '
        + 'bank would be called without TLS; add a mesh output, or declare its provider with the option tlsOrigination TlsOrigination.CLIENT']],
    ['accepts it with a mesh', 'https://bank.example.com', undefined, ['tlsByMesh'], []],
    ['accepts TLS that the client starts', 'https://bank.example.com', TlsOrigination.CLIENT, [], []],
    ['accepts what is plain HTTP by its URL', 'http://bank.example.com', undefined, [], []],
  ])('%s', (_, url, tlsOrigination, enforces, expected) => {
    const declared = new Declaration();
    const bank = new HttpService(declared.topology, 'bank', { provider: HttpProvider.external(url, { tlsOrigination }) });
    declared.workload('web').calls(bank);
    declared.topology.read({ enforcement: carrying(...enforces) });
    expect(declared.found('BST616')).toEqual(expected);
  });

  test('accepts a service that nobody calls', () => {
    const declared = new Declaration();
    new HttpService(declared.topology, 'bank', { provider: HttpProvider.external('https://bank.example.com') });
    declared.topology.read();
    expect(declared.found('BST616')).toEqual([]);
  });
});

const VERSIONS = { versions: ['v1', 'v2'].map(version => ({ name: version, labels: { version } })) };
const CANARY = { routes: [HttpRoute.split({ v1: 90, v2: 10 })] };
const BETA = { routes: [HttpRoute.when(HttpMatch.header('x-beta', '1')).to('v2'), HttpRoute.split({ v1: 100 })] };
const CANNOT = EnforcementAnswer.cannot('orders is odd', 'make it even');
const BY_OTHERS = EnforcementAnswer.byOthers('its owner does', 'ask them');

/** What is found of a service `orders-api` that web and batch call, at an output that answers so. */
function foundOf(props: Omit<HttpServiceProps, 'provider'>, answers: Record<string, EnforcementAnswer>): string[] {
  const declared = new Declaration();
  const api = declared.api(declared.workload('orders', VERSIONS), props);
  declared.workloads('web', 'batch').forEach(workload => workload.calls(api));
  declared.topology.read({ enforcement: answering(answers) });
  return declared.found('BST616');
}

describe('BST616 on what a service promises', () => {
  const unkept = (names: string, them: string) => [`warning orders-api: declared but enforced by no output: ${names}; add ${MESH}, or take ${them} out of the declaration`];

  test.each<[string, Omit<HttpServiceProps, 'provider'>, string[]]>([
    ['a canary', CANARY, unkept('routes', 'it')],
    ['a header route', BETA, unkept('routes', 'it')],
    ['sticky load balancing', { loadBalancing: LoadBalancing.stickyHeader('x-user') }, unkept('loadBalancing', 'it')],
    ['an algorithm', { loadBalancing: LoadBalancing.ROUND_ROBIN }, unkept('loadBalancing', 'it')],
    ['both', { ...CANARY, loadBalancing: LoadBalancing.RANDOM }, unkept('routes, loadBalancing', 'them')],
    ['nothing, or what proxies do anyway', { loadBalancing: LoadBalancing.LEAST_REQUEST }, []],
  ])('without a mesh: %s', (_, props, expected) => expect(foundOf(props, {})).toEqual(expected));

  test('is silent where an output carries it, also without SecretBindings', () =>
    expect(foundOf({ ...CANARY, loadBalancing: LoadBalancing.RANDOM }, {
      routes: EnforcementAnswer.CARRIED, routesFrom: EnforcementAnswer.CARRIED, loadBalancing: EnforcementAnswer.CARRIED,
    })).toEqual([]));

  test('is an error with the reason of an output that cannot carry it, and is not asked again for each caller', () =>
    expect(foundOf(CANARY, { routes: CANNOT, routesFrom: CANNOT })).toEqual(['error orders-api: routes cannot be carried: orders is odd; make it even']));

  test.each([[CANARY], [{ ...CANARY, loadBalancing: LoadBalancing.RANDOM }]])('is asked for each caller where the service\'s routes are carried, by whatever else it promises', props =>
    expect(foundOf(props, { routes: EnforcementAnswer.CARRIED, routesFrom: BY_OTHERS, loadBalancing: EnforcementAnswer.CARRIED })).toEqual(['batch', 'web'].map(caller =>
      `warning ${caller} calls orders-api: routes of orders-api cannot be carried: its owner does; ask them`)));
});

test('BST616 says once what an output cannot carry for one reason, and apart what nobody carries', () => {
  const declared = new Declaration();
  declared.workload('web').calls(declared.external('orders', { contract }), EVERY);
  const carried = Object.fromEntries(OF_BINDING.map(field => [field, EnforcementAnswer.CARRIED]));
  declared.topology.read({ enforcement: answering({ timeout: CANNOT, retry: CANNOT, connectTimeout: BY_OTHERS, ...carried }) });
  expect(declared.found('BST616')).toEqual([
    'warning web calls orders: connectTimeout cannot be carried: its owner does; ask them',
    unenforced('circuitBreaker, connectionPool, operations'),
    'error web calls orders: timeout, retry cannot be carried: orders is odd; make it even',
  ]);
});

test('BST616 is about what was declared of a topic, too', () => {
  const declared = new Declaration();
  newKafka(declared.topology).topic('created', { partitions: 12, replicas: 3 });
  declared.topology.read();
  expect(declared.found('BST616')).toEqual([
    'warning kafka/created: declared but enforced by no output: partitions, replicas; add StrimziKafka where Strimzi runs the broker, or take them out of the declaration']);
});

test('BST616 asks each output once for each promise, however many callers there are', () => {
  const declared = new Declaration();
  const output = carrying('timeout', 'routes', 'routesFrom');
  const asked = [jest.spyOn(output, 'field'), jest.spyOn(output, 'routes'), jest.spyOn(output, 'routesFrom')];
  const api = declared.api(declared.workload('orders', VERSIONS), CANARY);
  for (let caller = 0; caller < 20; caller++) declared.workload(`w${caller}`).calls(api, { timeout: ms(1) });
  declared.topology.read({ enforcement: output });
  expect(declared.found('BST616')).toEqual([]);
  expect(asked.map(({ mock }) => mock.calls.length)).toEqual([20, 1, 20]);
});

test('BST616: methods and paths that somebody is let in with are held by a mesh alone: a network policy opens the port', () => {
  const declared = new Declaration();
  declared.workload('web').admits(AdmittedPeer.anyone({ port: 8080, paths: ['/health'] }));
  declared.topology.read();
  expect(declared.found('BST616')).toEqual([`warning web: declared but enforced by no output: who enters by admits(); add ${MESH}, or take it out of the declaration`]);
});

test('warns of which connections are taken, if there is no mesh, and of nothing that a guarded workload takes unasked', () => {
  const declared = new Declaration();
  newWorkload(declared.topology, 'web', { mutualTls: MutualTls.STRICT });
  newWorkload(declared.topology, 'api');
  declared.topology.read();
  expect(declared.found('BST616')).toEqual([`warning web: declared but enforced by no output: mutualTls; add ${MESH}, or take it out of the declaration`]);
});

test('finds what a gateway is to relay, if there is no mesh: network policies would lead there, and nothing else', () => {
  const declared = new Declaration();
  newGateway(declared.topology, {}, 'egress').relays(declared.external('payments'));
  declared.topology.read();
  expect(declared.found('BST616')).toEqual([`error egress: declared but enforced by no output: relays(); add ${MESH}, or take it out of the declaration`]);
});

describe('BST616 on endpoints', () => {
  const found = (...enforces: string[]) => {
    const declared = new Declaration();
    const ldap = new TcpService(declared.topology, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example.com', port: 636, endpoints: ['203.0.113.7'] }) });
    declared.workload('web').uses(ldap);
    declared.topology.read({ enforcement: carrying(...enforces) });
    return declared.found('BST616');
  };

  test('finds that without a mesh DNS says where connections go', () => expect(found()).toEqual([
    'warning ldap: declared but enforced by no output: endpoints; add a mesh such as IstioMesh, or take it out of the declaration']));

  test('accepts them with a mesh', () => expect(found('endpoints')).toEqual([]));
});

test('machines that no output reaches are an error, and none where one does', () => {
  for (const [enforcement, expected] of [
    [carrying(), ['error billing: declared but enforced by no output: machines; add a mesh with sidecars such as IstioMesh, or take it out of the declaration']],
    [carrying('machines'), []],
  ] as const) {
    const declared = new Declaration();
    onMachines(declared);
    declared.topology.read({ enforcement });
    expect(declared.found('BST616')).toEqual(expected);
  }
});
