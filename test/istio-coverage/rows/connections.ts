import { Duration } from 'cdk8s';
import { CircuitBreaker, ConnectionPool, ConsistentHash, LoadBalancing, Locality } from '../../../src';
import { CoverageRow, SAME } from '../coverage-row';

const [SECOND, MINUTE] = [Duration.seconds(1), Duration.minutes(1)];

/** How sidecars connect. */
export const CONNECTIONS: readonly CoverageRow[] = [
  {
    manifest: 'istio.io circuit-breaking: DestinationRule httpbin',
    declare: sample => sample.callsWith({
      connectionPool: ConnectionPool.limits({ maxConnections: 1, maxPendingRequests: 1, maxRequestsPerConnection: 1 }),
      circuitBreaker: CircuitBreaker.consecutiveErrors(1, { interval: SECOND, resetTimeout: Duration.minutes(3) }),
    }, sample.http('httpbin', { port: 8000 })),
    expects: [{
      kind: 'DestinationRule', host: 'httpbin', policy: {
        connectionPool: { tcp: { maxConnections: 1 }, http: { http1MaxPendingRequests: 1, maxRequestsPerConnection: 1 } },
        outlierDetection: { consecutive5xxErrors: 1, interval: '1s', baseEjectionTime: '180s', maxEjectionPercent: 100 },
      },
    }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io locality-load-balancing: failover',
    declare: sample => sample.callsWith({
      connectionPool: ConnectionPool.limits({ maxRequestsPerConnection: 1 }),
      circuitBreaker: CircuitBreaker.consecutiveErrors(1, { interval: SECOND, resetTimeout: MINUTE, maxEjectionPercent: 10 }),
    }, sample.http('helloworld', { port: 5000, loadBalancing: LoadBalancing.roundRobin({ locality: Locality.failover({ region1: 'region2' }) }) })),
    expects: [{
      kind: 'DestinationRule', host: 'helloworld', policy: {
        connectionPool: { http: { maxRequestsPerConnection: 1 } },
        loadBalancer: { simple: 'ROUND_ROBIN', localityLbSetting: { enabled: true, failover: [{ from: 'region1', to: 'region2' }] } },
        outlierDetection: { consecutive5xxErrors: 1, interval: '1s', baseEjectionTime: '60s', maxEjectionPercent: 10 },
      },
    }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io locality-load-balancing: distribute',
    declare: sample => sample.callsWith({
      circuitBreaker: CircuitBreaker.consecutiveErrors(100, { interval: SECOND, resetTimeout: MINUTE, maxEjectionPercent: 10 }),
    }, sample.http('helloworld', { port: 5000, loadBalancing: LoadBalancing.leastRequest({
      locality: Locality.distribute([{ from: 'region1/zone1/*', to: { 'region1/zone1/*': 70, 'region1/zone2/*': 20, 'region3/zone4/*': 10 } }]),
    }) })),
    expects: [{
      kind: 'DestinationRule', host: 'helloworld', policy: {
        loadBalancer: { localityLbSetting: { enabled: true, distribute: [
          { from: 'region1/zone1/*', to: { 'region1/zone1/*': 70, 'region1/zone2/*': 20, 'region3/zone4/*': 10 } },
        ] } },
        outlierDetection: { consecutive5xxErrors: 100, interval: '1s', baseEjectionTime: '60s', maxEjectionPercent: 10 },
      },
    }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io reference, DestinationRule: TCP keepalive',
    declare: sample => sample.callsWith({
      connectTimeout: Duration.millis(30),
      connectionPool: ConnectionPool.limits({ maxConnections: 100, tcpKeepalive: { time: Duration.seconds(7200), interval: Duration.seconds(75) } }),
    }, sample.http('myredissrv', { port: 8000 })),
    expects: [{
      kind: 'DestinationRule', host: 'myredissrv', policy: {
        connectionPool: { tcp: { maxConnections: 100, connectTimeout: '30ms', tcpKeepalive: { time: '2h', interval: '75s' } } },
      },
    }],
    verdict: SAME,
  },
  {
    manifest: 'istio.io reference, DestinationRule: consistent hash, maglev; warm-up of round robin',
    declare: sample => sample.callsWith({},
      sample.http('ratings', { port: 9080, loadBalancing: LoadBalancing.stickyCookie('user', { ttl: SECOND, consistentHash: ConsistentHash.maglev() }) }),
      sample.http('reviews', { port: 9080, loadBalancing: LoadBalancing.roundRobin({ warmup: { duration: MINUTE } }) })),
    expects: [
      { kind: 'DestinationRule', host: 'ratings', policy: { loadBalancer: { consistentHash: { httpCookie: { name: 'user', path: '/', ttl: '1s' }, maglev: { tableSize: 65537 } } } } },
      { kind: 'DestinationRule', host: 'reviews', policy: { loadBalancer: { simple: 'ROUND_ROBIN', warmup: { duration: '60s' } } } },
    ],
    verdict: SAME,
  },
];
