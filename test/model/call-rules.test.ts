import { Duration } from 'cdk8s';
import {
  BackingService, CallOptions, CircuitBreaker, ConnectionPool, Contract, Criticality, GrpcProvider, GrpcService, HttpProvider, HttpService, IContract,
  InteractionModel, Postgres, PostgresProvider, Protocol, Redis, RedisProvider, RetryPolicy, ServiceShape, TlsOrigination, Topology,
} from '../../src';
import { assertEndless, assertHttp, assertHttp2, operationsOf } from '../../src/model/call-rules';
import { contractFile } from '../contracts/contract-folder';
import {
  AnyService, expectRefusal, newHttpService, newKafka, newTcpService, newTopology, newWorkload, refusalOf, survivesHostileText, vault,
} from '../support/declare';
import { Declaration } from '../support/topology';

const operation = (id: string) => ({ id, method: 'GET', path: `/${id}`, retriable: true });

function serviceWith(...ids: string[]): HttpService {
  const shop = newTopology();
  const provider = HttpProvider.workload(newWorkload(shop, 'server'));
  return new HttpService(shop, 'users', { provider, contract: { operations: ids.map(operation) } });
}

describe('a service whose requests no mesh sees', () => {
  const onRequests: Record<string, CallOptions> = {
    'timeout': { timeout: Duration.seconds(1) },
    'retry': { retry: RetryPolicy.attempts(0) },
    'operations': { operations: [] },
    'connectionPool request limits': { connectionPool: ConnectionPool.limits({ maxRequests: 1 }) },
    'timeout, retry': { timeout: Duration.seconds(1), retry: RetryPolicy.attempts(1) },
  };

  test.each(Object.entries(onRequests))('BST615: refuses %s', (words, options) =>
    expectRefusal(() => assertHttp(newTcpService(newTopology(), 'ldap'), options, 'shop/a'), 'BST615', 'shop/a', `: ${words} cannot act on tcp to "ldap"`, 'use connectTimeout'));

  test('accepts what acts on connections', () => {
    const options: CallOptions = {
      connectTimeout: Duration.seconds(1),
      circuitBreaker: CircuitBreaker.consecutiveErrors(1),
      connectionPool: ConnectionPool.limits({ maxConnections: 1 }),
      bindingName: 'x',
      criticality: Criticality.OPTIONAL,
    };
    expect(() => assertHttp(newTcpService(newTopology(), 'ldap'), options, 'p')).not.toThrow();
  });

  test('HTTP accepts all of it', () => {
    const service = newHttpService(newTopology(), 'users');
    for (const options of Object.values(onRequests)) expect(() => assertHttp(service, options, 'p')).not.toThrow();
  });
});

describe('PINGs of HTTP/2', () => {
  const options = { connectionPool: ConnectionPool.limits({ http2KeepAlive: { interval: Duration.seconds(30), timeout: Duration.seconds(5) } }) };

  test('BST615: are refused of a service to which HTTP/1.1 is spoken', () =>
    expectRefusal(() => assertHttp2(newHttpService(newTopology(), 'users'), options, 'shop/a'), 'BST615', 'shop/a', 'http2KeepAlive of connectionPool cannot act on http to "users"', 'use tcpKeepalive'));

  test('are refused where a call or a use is declared', () => {
    const declared = new Declaration();
    const [web, users] = declared.workloads('web', 'users');
    expect(refusalOf(() => web.calls(declared.api(users), options)).message).toContain('http2KeepAlive of connectionPool cannot act on http');
    expect(refusalOf(() => web.uses(newTcpService(declared.topology, 'ldap'), options)).message).toContain('connectionPool request limits cannot act on tcp');
    const store = new Kind(declared.topology, ServiceShape.DATABASE, Protocol.HTTP);
    expect(refusalOf(() => web.uses(store, options)).message).toContain('cannot act on http to "any"');
  });

  test('are accepted of gRPC, and nothing is asked where none are', () => {
    const grpc = new GrpcService(newTopology(), 'users', { provider: GrpcProvider.external({ host: 'users.example.com' }) });
    expect(() => assertHttp2(grpc, options, 'p')).not.toThrow();
    expect(() => assertHttp2(newHttpService(newTopology(), 'users'), { connectionPool: ConnectionPool.limits({}) }, 'p')).not.toThrow();
  });
});

describe('a stream', () => {
  const users = newHttpService(newTopology(), 'users');
  const refuse = (options: CallOptions, words: string) => expectRefusal(() => assertEndless(users, { ...options, interaction: InteractionModel.STREAM }, 'shop/a'),
    'BST624', 'shop/a', words, 'the stream of "users"', 'use connectTimeout', 'InteractionModel.REQUEST_RESPONSE');

  test('BST624: refuses a time limit, of the whole and of each try', () => {
    refuse({ timeout: Duration.seconds(1) }, '"timeout" would end');
    refuse({ retry: RetryPolicy.attempts(1, { perTryTimeout: Duration.seconds(1) }) }, '"perTryTimeout of retry" would end');
  });

  test('may be opened again, and take no longer than that to connect', () => {
    const options: CallOptions = { interaction: InteractionModel.STREAM, retry: RetryPolicy.attempts(1), connectTimeout: Duration.seconds(1) };
    expect(() => assertEndless(users, options, 'p')).not.toThrow();
  });

  test('what is no stream may end', () => {
    for (const interaction of [undefined, InteractionModel.FIRE_AND_FORGET, InteractionModel.REQUEST_RESPONSE]) {
      expect(() => assertEndless(users, { interaction, timeout: Duration.seconds(1) }, 'p')).not.toThrow();
    }
  });
});

describe('operations', () => {
  test('are found in the contract, sorted, each once', () =>
    expect(operationsOf(serviceWith('b', 'a', 'c'), ['c', 'a', 'c'], 'p')).toEqual([operation('a'), operation('c')]));

  test('take no other path once they are declared', () => {
    const [found] = operationsOf(serviceWith('a'), ['a'], 'p')!;
    expect(() => Object.assign(found, { path: '/admin' })).toThrow(TypeError);
  });

  test('accepts none named', () => expect(operationsOf(serviceWith(), undefined, 'p')).toBeUndefined());

  test('BST701: refuses one that the contract lacks, and lists what it has', () =>
    expectRefusal(() => operationsOf(serviceWith('b', 'a'), ['a', 'x', 'w'], 'shop/a'), 'BST701', 'shop/a', 'has no operation "w", "x"; it has "a", "b"', 'name operations of the contract'));

  test('BST701: refuses an empty list', () =>
    expectRefusal(() => operationsOf(serviceWith('a'), [], 'shop/a'), 'BST701', 'shop/a', 'an empty list of operations would allow nothing', 'name operations of the contract'));

  test('BST701: refuses any without a contract', () =>
    expectRefusal(() => operationsOf(newHttpService(newTopology(), 'users'), ['a'], 'shop/a'), 'BST701', 'shop/a', 'it has none', 'Contract.openApi(path)'));

  test('BST701: of 20,000 it lists the nearest and the count', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `getThing${index}`);
    const { message } = refusalOf(() => operationsOf(serviceWith(...ids, 'createUser'), ['creatUser'], 'shop/a'));
    expect(message).toMatch(/it has "createUser", .* and 19981 more; name operations of the contract$/);
    expect(message.length).toBeLessThan(1_000);
  });

  test('BST701: of 20,000 that are wrong it lists some and the count', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `x${index}`);
    expect(refusalOf(() => operationsOf(serviceWith('a'), ids, 'shop/a')).message).toMatch(/ and 19980 more; it has "a"; name/);
  });

  test('BST701: of a gRPC service without a contract none can be named, and without them the call is accepted', () => {
    const shop = newTopology();
    const service = new GrpcService(shop, 'users', { provider: GrpcProvider.workload(newWorkload(shop, 'server')) });
    const web = newWorkload(shop, 'web');
    expectRefusal(() => web.calls(service, { operations: ['a'] }), 'BST701', 'chart/shop/workloads/web calls users', 'it has none; give the service a contract, such as Contract.proto(path)');
    expectRefusal(() => web.calls(service, { operations: [] }), 'BST701', 'chart/shop/workloads/web calls users', 'an empty list', 'Contract.proto(path)');
    expect(() => web.calls(service)).not.toThrow();
  });

  test('BST701: refuses one that no request can be, and accepts the others of its contract', () => {
    const shop = newTopology();
    const contract = Contract.openApi(contractFile(`openapi: 3.1.0
paths: { "/r?beta=true": { get: { operationId: beta } }, "/a/../admin": { get: { operationId: up } }, "/{}": { get: { operationId: none } }, /ü: { get: { operationId: umlaut } } }`));
    const service = new HttpService(shop, 'users', { provider: HttpProvider.workload(newWorkload(shop, 'server')), contract });
    for (const id of ['beta', 'up', 'none']) {
      expectRefusal(() => operationsOf(service, ['umlaut', id], 'shop/a'), 'BST701', 'shop/a', `the path of operation "${id}" is`, 'no request has it; correct the contract');
    }
    expect(operationsOf(service, ['umlaut'], 'shop/a')).toMatchObject([{ path: '/%C3%BC' }]);
  });

  test('survive hostile ids', () => {
    const service = serviceWith('a');
    survivesHostileText(id => operationsOf(service, [id], 'p'));
  });
});

/** A kind of somebody else's, of this shape and protocol. */
class Kind extends AnyService {
  constructor(shop: Topology, shape: ServiceShape, protocol: Protocol, clientRouted = false) {
    super(shop, 'any', { ...AnyService.traits('any.example.com', { addresses: [{ host: 'any.example.com', port: 1, protocol }] }), shape, clientRouted });
  }
}

describe('BST618: the verb fits what a service is', () => {
  const { API, BROKER, CACHE, DATABASE } = ServiceShape;
  const kind = (shape: ServiceShape, protocol: Protocol) => (shop: Topology) => new Kind(shop, shape, protocol);

  test.each<[string, 'calls' | 'uses', (shop: Topology) => BackingService, string, string]>([
    ['a database', 'calls', shop => new Postgres(shop, 'any', { provider: PostgresProvider.cloudNativePg({ cluster: 'a' }) }), 'keeps data', 'declare uses()'],
    ['a cache', 'calls', shop => new Redis(shop, 'any', { provider: RedisProvider.external({ host: 'a.example.com', credentials: vault.secret('a') }) }), 'keeps data', 'declare uses()'],
    ['a store of somebody else\'s kind', 'calls', kind(CACHE, Protocol.TCP), 'keeps data', 'declare uses()'],
    ['a broker of somebody else\'s kind', 'calls', kind(BROKER, Protocol.TCP), 'passes messages on', 'publishes() or consumes() on its channels, or uses() if it has none'],
    ['an HTTP service', 'uses', shop => newHttpService(shop, 'any'), 'answers http requests', 'declare calls()'],
    ['a gRPC service', 'uses', kind(API, Protocol.GRPC), 'answers grpc requests', 'declare calls()'],
    ['an HTTP service whose client encrypts, so that no mesh sees requests', 'uses', shop => new HttpService(shop, 'any', {
      provider: HttpProvider.external('https://a.example.com', { tlsOrigination: TlsOrigination.CLIENT }),
    }), 'answers http requests', 'declare calls()'],
    ['Kafka', 'uses', shop => newKafka(shop, 'any'), 'is a broker whose clients pick their server', 'publishes() to its topics, or consumes() from them'],
    ['Kafka', 'calls', shop => newKafka(shop, 'any'), 'is a broker whose clients pick their server', 'publishes() to its topics, or consumes() from them'],
  ])('%s refuses %s()', (_, verb, service, words, fix) => {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    expectRefusal(() => orders[verb](service(shop)), 'BST618', `chart/shop/workloads/orders ${verb} any`, `"any" ${words}`, fix);
  });

  test.each<[string, 'calls' | 'uses', (shop: Topology) => BackingService]>([
    ['a TCP service', 'calls', shop => newTcpService(shop, 'any')], ['a TCP service', 'uses', shop => newTcpService(shop, 'any')],
    ['a cluster of a store, whose clients pick their server', 'uses', shop => new Redis(shop, 'any', { provider: RedisProvider.clusterInCluster({ service: 'a', namespace: 'b' }) })],
    ['a store that answers requests', 'calls', kind(DATABASE, Protocol.HTTP)], ['a store that answers requests', 'uses', kind(DATABASE, Protocol.HTTP)],
    ['a broker without channels', 'uses', kind(BROKER, Protocol.TCP)], ['a broker that answers requests', 'calls', kind(BROKER, Protocol.HTTP)],
    ['a store of somebody else\'s kind', 'uses', kind(CACHE, Protocol.TCP)],
    ['a store whose clients pick their server themselves', 'uses', shop => new Kind(shop, DATABASE, Protocol.TCP, true)],
  ])('%s takes %s()', (_, verb, service) => {
    const shop = newTopology();
    expect(newWorkload(shop, 'orders')[verb](service(shop)).verb).toBe(verb);
  });
});

describe('operations of a third party', () => {
  const outside = (url: string, contract: IContract) => new HttpService(newTopology(), 'pay', { provider: HttpProvider.external(url), contract });
  const document = (servers: string) => Contract.openApi(contractFile(`openapi: 3.1.0\n${servers}\npaths: { /charges: { get: { operationId: a } } }`));

  test('are below the path of its URL, which one of the servers has', () =>
    expect(operationsOf(outside('https://pay.example.com/v1', document('servers: [{ url: /sandbox/v1 }, { url: /v1 }]')), ['a'], 'p')).toMatchObject([{ path: '/v1/charges' }]));

  test('BST701: are refused if no server has that path, until the URL has a server\'s', () => {
    const contract = document('servers: [{ url: "https://pay.example.com/v2" }]');
    expectRefusal(() => operationsOf(outside('https://pay.example.com', contract), ['a'], 'shop/a'), 'BST701', 'shop/a',
      'operation "a" is served below "/v2", but consumers of "pay" are given a URL below "/"', 'give the provider the URL of a server');
    expect(operationsOf(outside('https://pay.example.com/v2', contract), ['a'], 'p')).toMatchObject([{ path: '/v2/charges' }]);
  });

  test('BST701: are refused outside of the path of its URL, whoever wrote the contract', () => {
    const contract = { operations: [{ ...operation('a'), path: '/v10/charges' }, { ...operation('b'), path: '/v1' }] };
    expectRefusal(() => operationsOf(outside('https://pay.example.com/v1', contract), ['a'], 'shop/a'), 'BST701', 'shop/a', 'operation "a" has the path "/v10/charges"');
    expect(operationsOf(outside('https://pay.example.com/v1', contract), ['b'], 'p')).toHaveLength(1);
  });
});
