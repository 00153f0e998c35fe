import { Duration } from 'cdk8s';
import {
  CircuitBreaker, ConnectionPool, HttpProvider, HttpService, IstioVersion, LoadBalancing, Locality, Mesh, RetryCondition, RetryPolicy,
} from 'cdk8s-backing-services';
import { Piece } from './piece';

/** How long callers wait, how often they ask, and whom. */
export const RESILIENCE: readonly Piece[] = [
  {
    title: 'Timeout',
    about: 'Of a whole request, tries included. It is the caller\'s: another caller has its own routes, or none.',
    declare: ({ topology, web, batch, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      web.calls(carts, { timeout: Duration.millis(300) });
      batch.calls(carts, { timeout: Duration.seconds(5) });
    },
    shown: { 'VirtualService carts': ['http'] },
    observed: [
      'timeout 500 ms: a call ends then with 504, however long the service takes',
      'two callers of one service have timeouts of their own: 5 s for one, 300 ms for the other',
    ],
  },
  {
    title: 'Retry',
    about: 'Requests that may be repeated are: those of methods that do no harm twice, and operations whose contract says so. What is not said is not repeated.',
    declare: ({ topology, web, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      web.calls(carts, {
        timeout: Duration.seconds(5),
        retry: RetryPolicy.attempts(2, { perTryTimeout: Duration.millis(300), on: [RetryCondition.SERVER_ERROR, RetryCondition.status(409)] }),
      });
    },
    shown: { 'VirtualService carts': ['http'] },
    observed: [
      'RetryPolicy.attempts(2): a GET that fails with 500 is tried three times',
      'RetryPolicy.attempts(2): a POST is tried once, because a repetition may do harm',
      'RetryCondition.status(409): that answer is repeated, and no other',
      'perTryTimeout 300 ms with 2 retries: three tries of 300 ms each',
      'no retry declared: nothing is repeated, although Istio would by itself',
    ],
  },
  {
    title: 'Circuit breaker',
    about: 'A pod that fails so often in a row is not asked for a while, all of them if need be.',
    declare: ({ topology, web, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      web.calls(carts, {
        circuitBreaker: CircuitBreaker.consecutiveErrors(5, { resetTimeout: Duration.seconds(30), interval: Duration.seconds(1) }),
      });
    },
    shown: { 'DestinationRule carts': ['host', 'trafficPolicy'] },
    observed: [
      'CircuitBreaker.consecutiveErrors(5, { resetTimeout: 2 s, interval: 1 s }): opens after 5 errors and lets traffic back after its time',
      'maxEjectionPercent 49 with two pods: the breaker never opens, which is what BST215 refuses',
    ],
  },
  {
    title: 'Circuit breaker for what is not there',
    about: 'Errors of gateways alone, 502, 503 and 504, and failures of connections apart: what a program answers with 500 takes no pod out.',
    declare: ({ topology, web, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      web.calls(carts, { circuitBreaker: CircuitBreaker.consecutiveGatewayErrors(5, { localOriginErrors: 3 }) });
    },
    shown: { 'DestinationRule carts': ['host', 'trafficPolicy'] },
    observed: ['CircuitBreaker.consecutiveGatewayErrors(5): what a program answers with 500 opens nothing, five 503 do'],
  },
  {
    title: 'Connection pool',
    about: 'What one pod of the caller may have open. A caller that says more than others has a rule of its own, which selects its pods.',
    declare: ({ topology, web, batch, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      web.calls(carts);
      batch.calls(carts, {
        connectTimeout: Duration.seconds(1), connectionPool: ConnectionPool.limits({ maxConnections: 1, maxPendingRequests: 1 }),
      });
    },
    shown: { 'DestinationRule carts-from-batch': [] },
    observed: [
      'ConnectionPool.limits({ maxConnections: 1, maxPendingRequests: 1 }): of 10 requests at a time one is sent, one waits, the others fail at once',
      'two callers of one service have connection pools of their own: one is limited, the other is not',
    ],
  },
  {
    title: 'Retry budget',
    about: 'Repetitions under way at a time, by how many requests are: a service that fails is not given the work of all its callers\' tries.',
    declare: ({ topology, web, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      web.calls(carts, {
        retry: RetryPolicy.attempts(2), connectionPool: ConnectionPool.limits({ retryBudget: { percent: 10, minRetryConcurrency: 2 } }),
      });
    },
    shown: { 'DestinationRule carts': ['host', 'trafficPolicy'] },
    observed: [
      'ConnectionPool.limits({ retryBudget: { percent: 0, minRetryConcurrency: 1 } }): of twenty requests that fail together one is repeated at a time, and the others are not',
    ],
  },
  {
    title: 'Connections that end, and that are kept',
    about: 'After so many requests or such a time a client takes a new connection, and comes to new pods; keepalive holds silent ones open where firewalls cut them.',
    declare: ({ topology, web, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      web.calls(carts, {
        connectionPool: ConnectionPool.limits({
          maxRequestsPerConnection: 1000, maxConnectionDuration: Duration.hours(1), tcpKeepalive: { time: Duration.minutes(5) },
        }),
      });
    },
    shown: { 'DestinationRule carts': ['host', 'trafficPolicy'] },
    observed: ['ConnectionPool.limits({ maxRequestsPerConnection: 2 }): 10 requests, one after the other, take 5 connections'],
  },
  {
    title: 'Load balancing',
    about: 'Said of the service, for all of its callers: `LEAST_REQUEST` by itself, `ROUND_ROBIN`, `RANDOM`, or one pod for each value of a header, a cookie or a parameter, or for each address.',
    declare: ({ topology, web, orders }) => {
      web.calls(new HttpService(topology, 'carts', {
        provider: HttpProvider.workload(orders, { targetPort: 8080 }), loadBalancing: LoadBalancing.stickyHeader('x-user'),
      }));
      web.calls(new HttpService(topology, 'wishes', {
        provider: HttpProvider.workload(orders, { targetPort: 8081 }), loadBalancing: LoadBalancing.stickyCookie('home'),
      }));
      web.calls(new HttpService(topology, 'prices', {
        provider: HttpProvider.workload(orders, { targetPort: 8082 }), loadBalancing: LoadBalancing.ROUND_ROBIN,
      }));
    },
    shown: Object.fromEntries(['carts', 'wishes', 'prices'].map(name => [`DestinationRule ${name}`, ['host', 'trafficPolicy']])),
    observed: [
      'LoadBalancing.stickyHeader("x-user"): every user stays with one pod, and all users do not with the same',
      'LoadBalancing.stickyCookie("home"): who has no cookie is given one by the proxy, and whoever shows it stays with one pod',
      'LoadBalancing.ROUND_ROBIN: two pods get the same number of requests',
    ],
  },
  {
    title: 'Locality, and warm-up',
    about: 'Near pods first, another region as they fail, and less for pods that are new. Callers have a breaker, by which their proxies learn that pods fail.',
    declare: ({ topology, web, orders }) => {
      const carts = new HttpService(topology, 'carts', {
        provider: HttpProvider.workload(orders, { targetPort: 8080 }),
        loadBalancing: LoadBalancing.roundRobin({ locality: Locality.failover({ 'eu-west': 'eu-north' }), warmup: { duration: Duration.minutes(1) } }),
      });
      web.calls(carts, { circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
    },
    shown: { 'DestinationRule carts': ['host', 'trafficPolicy'] },
    observed: [
      'Locality.failover({ "us-east": "us-west", … }): all requests go to the caller\'s region; when it fails, to the region that is named for it, and back after the breaker\'s time',
      'Locality.distribute({ from: "us-east", to: { us-east 1, us-west 69, us-north 30 % } }): that is how requests of the caller are shared',
    ],
  },
  {
    title: 'Zones',
    about: 'From Istio 1.31 on: requests stay in the caller\'s zone as far as its endpoints can take the share of the callers that are there; what is too much goes to other zones of the region. Proxies have '
      + 'to know the other pods of their own workload, by discovery of themselves and by a Service.',
    needs: IstioVersion.V1_31,
    declare: ({ topology, web, orders }) => {
      new HttpService(topology, 'pages', { provider: HttpProvider.workload(web, { targetPort: 8080 }) });
      web.calls(new HttpService(topology, 'carts', {
        provider: HttpProvider.workload(orders, { targetPort: 8080 }),
        loadBalancing: LoadBalancing.leastRequest({ locality: Locality.zoneAware({ minClusterSize: 3 }) }),
      }));
      return Mesh.istio({ istioVersion: IstioVersion.V1_31, selfDiscovery: true });
    },
    shown: { 'DestinationRule carts': ['host', 'trafficPolicy'] },
    observed: ['Locality.zoneAware({ minClusterSize: 2 }): of two zones with a caller and an endpoint each, all requests stay in that of their caller'],
  },
];
