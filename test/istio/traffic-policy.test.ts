import { callersAgree, trafficPolicyOf } from '../../src/istio/traffic-policy';
import { BackingService } from '../../src/model/backing-service';
import { CircuitBreaker } from '../../src/model/circuit-breaker';
import { ConnectionPool } from '../../src/model/connection-pool';
import { CallOptions } from '../../src/model/dependency-options';
import { DependencyPolicy } from '../../src/model/dependency-policy';
import { LoadBalancing } from '../../src/model/load-balancing';
import { Locality } from '../../src/model/locality';
import { RetryBudget } from '../../src/model/retry-budget';
import { RetryPolicy } from '../../src/model/retry-policy';
import { newKafka } from '../support/declare';
import { EVERY_CALL_OPTION, MeshDeclaration, USERS_CONTRACT } from '../support/mesh';
import { ms } from '../support/topology';

const { circuitBreaker, connectionPool, connectTimeout } = EVERY_CALL_OPTION;
const LEAST_REQUEST = { loadBalancer: { simple: 'LEAST_REQUEST' } };
const http = (loadBalancing?: LoadBalancing) => new MeshDeclaration().users({ loadBalancing });
const policyOf = (service: BackingService, policy?: DependencyPolicy) => trafficPolicyOf(service, service.locator.primary.host, policy);
const tcp = () => new MeshDeclaration().tcp('ldap');

describe('load balancing', () => {
  test.each([[LoadBalancing.LEAST_REQUEST, 'LEAST_REQUEST'], [LoadBalancing.ROUND_ROBIN, 'ROUND_ROBIN'], [LoadBalancing.RANDOM, 'RANDOM']])(
    'by %s is Istio\'s word for it', (algorithm, simple) => expect(policyOf(http(algorithm))).toEqual({ loadBalancer: { simple } }));

  test('by a header is a consistent hash of it', () =>
    expect(policyOf(http(LoadBalancing.stickyHeader('X-User')))).toEqual({ loadBalancer: { consistentHash: { httpHeaderName: 'x-user' } } }));

  test('is spelled out for HTTP where nothing is said', () => expect(policyOf(http())).toEqual(LEAST_REQUEST));

  test('is left alone for connections, and for Kafka, whose clients pick their broker', () => {
    expect(policyOf(tcp())).toBeUndefined();
    expect(policyOf(newKafka(new MeshDeclaration().topology))).toBeUndefined();
    expect(policyOf(new MeshDeclaration().database())).toBeUndefined();
  });
});

describe('the connection pool', () => {
  test('of requests limits connections and requests; idle connections are HTTP ones', () =>
    expect(policyOf(http(), { connectionPool })?.connectionPool).toEqual({
      tcp: { maxConnections: 100, maxConnectionDuration: '1h', tcpKeepalive: { time: '60s', interval: '10s', probes: 3 } },
      http: { http1MaxPendingRequests: 10, http2MaxRequests: 200, maxRequestsPerConnection: 1000, maxRetries: 3, idleTimeout: '300s' },
    }));

  test('of requests limits repetitions by how many requests there are, which stands beside the pool', () => {
    const budget = (retryBudget: RetryBudget) => policyOf(http(), { connectionPool: ConnectionPool.limits({ retryBudget }) });
    expect(budget({ percent: 10, minRetryConcurrency: 5 })).toEqual({ ...LEAST_REQUEST, retryBudget: { percent: 10, minRetryConcurrency: 5 } });
    expect(budget({})).toEqual({ ...LEAST_REQUEST, retryBudget: {} });
    expect(policyOf(tcp(), { connectionPool: ConnectionPool.limits({ retryBudget: {} }) })).toBeUndefined();
  });

  test('of connections limits connections only; idle connections are TCP ones', () =>
    expect(policyOf(tcp(), { connectionPool: ConnectionPool.limits({ maxConnections: 5, idleTimeout: ms(1500) }) })).toEqual({
      connectionPool: { tcp: { maxConnections: 5, idleTimeout: '1500ms' } },
    }));

  test('takes the time limit of a connection, with any protocol', () => {
    expect(policyOf(tcp(), { connectTimeout })).toEqual({ connectionPool: { tcp: { connectTimeout: '250ms' } } });
    expect(policyOf(http(), { connectTimeout })).toEqual({ ...LEAST_REQUEST, connectionPool: { tcp: { connectTimeout: '250ms' } } });
  });

  test('leaves out what was not said, blocks included: an empty block is refused', () => {
    const requests = ConnectionPool.limits({ maxRequests: 1 });
    expect(policyOf(http(), { connectionPool: requests })?.connectionPool).toEqual({ http: { http2MaxRequests: 1 } });
    expect(policyOf(http(), { connectionPool: ConnectionPool.limits({}) })).toEqual(LEAST_REQUEST);
    expect(policyOf(tcp(), { connectionPool: ConnectionPool.limits({}) })).toBeUndefined();
  });
});

test('a locality that fails over is left out where no breaker tells that near endpoints fail, as Istio passes it over then', () => {
  const settingOf = (locality: Locality, policy: DependencyPolicy = {}) => (
    policyOf(http(LoadBalancing.random({ locality })), policy)?.loadBalancer?.localityLbSetting?.enabled);
  expect([settingOf(Locality.NEAREST), settingOf(Locality.NEAREST, { circuitBreaker })]).toEqual([undefined, true]);
  const zones = (policy: DependencyPolicy) => policyOf(http(LoadBalancing.random({ locality: Locality.zoneAware({ minClusterSize: 2, failover: { a: 'b' } }) })), policy)?.loadBalancer;
  expect(JSON.parse(JSON.stringify([zones({}), zones({ circuitBreaker })]))).toEqual([{}, { failover: [{ from: 'a', to: 'b' }] }].map(failing => (
    { simple: 'RANDOM', zoneAwareLbSetting: { enabled: true, minClusterSize: 2, ...failing } })));
  expect(settingOf(Locality.distribute([{ from: 'a', to: { b: 100 } }]))).toBe(true);
});

describe('the breaker', () => {
  test('is outlier detection with every number spelled out', () =>
    expect(policyOf(tcp(), { circuitBreaker })).toEqual({
      outlierDetection: {
        splitExternalLocalOriginErrors: true, consecutiveLocalOriginFailures: 3, consecutive5xxErrors: 5, interval: '5s', baseEjectionTime: '60s', maxEjectionPercent: 50,
      },
    }));

  test('may eject all by default: at Istio\'s own 10 percent a small service is never cut off', () =>
    expect(policyOf(tcp(), { circuitBreaker: CircuitBreaker.consecutiveErrors(1) })?.outlierDetection).toEqual({
      consecutive5xxErrors: 1, interval: '10s', baseEjectionTime: '30s', maxEjectionPercent: 100,
    }));

  test('is absent if it is not asked for, because an empty block would switch it on', () =>
    expect(policyOf(http(), { timeout: ms(1), retry: RetryPolicy.attempts(1) })?.outlierDetection).toBeUndefined());
});

describe('TLS', () => {
  test('is never said for a host in the mesh, so that mutual TLS is automatic', () => {
    const declared = new MeshDeclaration();
    const services = [declared.users(), declared.tcp('ldap'), declared.database(), newKafka(declared.topology)];
    expect(services.filter(service => policyOf(service, { circuitBreaker, connectionPool, connectTimeout })?.tls)).toEqual([]);
  });

  test('towards an https third party is started and verified: name asked for, name expected, authorities of the system', () =>
    expect(policyOf(new MeshDeclaration().payments())?.tls).toEqual({
      mode: 'SIMPLE', sni: 'payments.example.com', subjectAltNames: ['payments.example.com'], caCertificates: 'system',
    }));

  test('is not started where the third party speaks plain HTTP, or is no HTTP to the mesh', () => {
    expect(policyOf(new MeshDeclaration().payments({}, 'http://payments.example.com'))).toEqual(LEAST_REQUEST);
    expect(policyOf(new MeshDeclaration().ldap('ldap', 636))).toBeUndefined();
  });
});

describe('callers', () => {
  function agree(...calls: CallOptions[]): boolean {
    const declared = new MeshDeclaration();
    const users = declared.users({ contract: USERS_CONTRACT });
    calls.forEach((options, position) => declared.caller(`w${position}`, users, options));
    return callersAgree(declared.hosts(users)[0].callers);
  }

  test.each<[string, CallOptions[]]>([
    ['none', []],
    ['one', [{ circuitBreaker }]],
    ['two that said nothing', [{}, {}]],
    ['two that said one thing', [{ circuitBreaker, connectTimeout: ms(1000) }, { circuitBreaker, connectTimeout: ms(1000) }]],
    ['two that differ in what routes carry', [{ timeout: ms(1), retry: RetryPolicy.attempts(1) }, { operations: ['getUser'] }]],
    ['two of which one has a pool without limits', [{ connectionPool: ConnectionPool.limits({}) }, {}]],
  ])('agree: %s', (_, calls) => expect(agree(...calls)).toBe(true));

  test.each<[string, CallOptions[]]>([
    ['breaker', [{ circuitBreaker }, {}]],
    ['a number of the breaker', [{ circuitBreaker: CircuitBreaker.consecutiveErrors(5) }, { circuitBreaker: CircuitBreaker.consecutiveErrors(6) }]],
    ['pool', [{ connectionPool }, { connectionPool: ConnectionPool.limits({ maxConnections: 1 }) }]],
    ['requests at once', [1, 2].map(maxRequests => ({ connectionPool: ConnectionPool.limits({ maxRequests }) }))],
    ['connect timeout', [{ connectTimeout: ms(1) }, { connectTimeout: ms(2) }]],
  ])('differ in %s', (_, calls) => expect(agree(...calls)).toBe(false));
});
