import { Duration } from 'cdk8s';
import { Contract, GrpcProvider, GrpcService, HttpProvider, HttpService, RetryPolicy, TcpProvider, TcpService } from 'cdk8s-backing-services';
import { Piece } from './piece';

/** What is no plain HTTP of one team. */
export const PROTOCOLS: readonly Piece[] = [
  {
    title: 'gRPC',
    about: 'A deadline acts as for HTTP; repeated are the methods that the service says may be.',
    declare: ({ topology, web, orders }) => {
      const bookings = new GrpcService(topology, 'bookings', {
        provider: GrpcProvider.workload(orders, { port: 9090 }), idempotentMethods: ['shop.Bookings/Book'],
      });
      web.calls(bookings, { timeout: Duration.seconds(1), retry: RetryPolicy.attempts(2) });
    },
    shown: { 'VirtualService bookings': ['http'] },
    observed: [
      'gRPC with timeout 1 s: a call ends then with DEADLINE_EXCEEDED (4) or UNAVAILABLE (14)',
      'gRPC with RetryPolicy.attempts(2): a call of an idempotent method that the service answers with UNAVAILABLE is tried three times, of another method once',
    ],
  },
  {
    title: 'gRPC by its contract',
    about: 'A .proto file names the methods. A call names those that it needs, and the sidecar of the service lets in nothing else; what `idempotency_level` says decides what is '
      + 'repeated.',
    declare: ({ topology, web, orders }) => {
      const stock = new GrpcService(topology, 'stock', {
        provider: GrpcProvider.workload(orders, { port: 9090 }), contract: Contract.proto('examples/reference/stock.proto'),
      });
      web.calls(stock, { operations: ['shop.v1.Stock/Count', 'shop.v1.Stock/Ship'], retry: RetryPolicy.attempts(2) });
    },
    shown: { 'VirtualService stock': ['http'], 'AuthorizationPolicy orders': ['rules'] },
    observed: [
      'gRPC with a contract: the declared caller may call the declared method, and another method ends with PERMISSION_DENIED (7)',
      'gRPC with a contract: a method whose idempotency_level says IDEMPOTENT is tried three times, one that says nothing once',
    ],
  },
  {
    title: 'TCP, and its weights',
    about: 'Connections are split as requests are. What only requests have, such as a timeout, is refused.',
    declare: ({ topology, web, catalog }) => {
      web.calls(new TcpService(topology, 'ticker', { provider: TcpProvider.workload(catalog, { port: 7000 }), weights: { v1: 80, v2: 20 } }));
    },
    shown: { 'VirtualService ticker': ['tcp'] },
    observed: [
      'TCP: the declared caller gets through',
      'TCP: for a caller that declared nothing the connection is closed, and the service gets not a byte',
      'TCP by a headless Service, whose name leads to pods: the declared caller gets through, and a caller that declared nothing does not',
      'TCP: a declared service outside is reached',
      'GatewayListener.tcp() and weights of a TcpService { v1: 0, v2: 100 }: bytes come back from the service at the port, and all connections are of v2',
    ],
  },
  {
    title: 'A service of another team',
    about: 'Its owner declares it in a program of its own. What this caller says holds for this caller, in its own namespace.',
    declare: ({ topology, web }) => {
      const rates = new HttpService(topology, 'rates', {
        provider: HttpProvider.inCluster({ service: 'rates', namespace: 'tariffs', targetPort: 8080, podLabels: { app: 'rates' } }),
      });
      web.calls(rates, { timeout: Duration.millis(500) });
    },
    shown: { 'VirtualService rates': [] },
    observed: [
      'HttpProvider.inCluster: the declared caller enters a service of another team by mutual TLS, as itself',
      'a caller of another team that says nothing of its requests is routed as the owner of the service says: by header to v2, else to v1',
      'a caller of another team with a timeout of its own has routes of its own: to any version, whatever the owner says',
      'the caller\'s own timeout ends its requests to the other team, whose own routes say nothing of one',
      'a workload of the caller\'s namespace that declared no call to the other team gets 403',
    ],
  },
];
