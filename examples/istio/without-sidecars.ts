import { Duration } from 'cdk8s';
import {
  CircuitBreaker, Gateway, HttpMatch, HttpProvider, HttpRoute, HttpService, Jwt, Mesh, Pods, ReleaseChannel, RetryPolicy,
} from 'cdk8s-backing-services';
import { Piece } from './piece';

/** The same declarations where proxies of nodes and waypoints carry the traffic. */
export const WITHOUT_SIDECARS: readonly Piece[] = [
  {
    title: 'Ambient: a waypoint, and who may call',
    about: 'The waypoint asks who calls, at the ports of Services; the proxies of nodes let in the waypoint alone, at those of pods. Nobody is let in whom nothing lets in.',
    declare: ({ topology, web, orders }) => {
      web.calls(new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) }));
      return Mesh.ambient();
    },
    shown: { 'Gateway waypoint': [], 'AuthorizationPolicy waypoint': [], 'AuthorizationPolicy carts-at-waypoint': [], 'AuthorizationPolicy orders': [] },
    observed: [
      'Mesh.ambient(): who declared no call gets 403 of the waypoint',
      'Mesh.ambient(): a Service that somebody else labels for the waypoint opens no way: 403',
      'Mesh.ambient(): the proxies of nodes are told to let in the waypoint alone to pods behind it',
    ],
  },
  {
    title: 'Ambient: versions, and a timeout',
    about: 'Routes are those of the Gateway API, bound to the Service that callers dial, and lead to a Service of each version.',
    declare: ({ topology, web, catalog }) => {
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080, kubernetesService: { perVersion: true } }),
        routes: [HttpRoute.when(HttpMatch.header('x-preview', 'yes')).to('v2'), HttpRoute.split({ v1: 75, v2: 25 })],
      });
      web.calls(goods, { timeout: Duration.millis(400) });
      return Mesh.ambient();
    },
    shown: { 'HTTPRoute goods': [] },
    observed: [
      'Mesh.ambient() with HttpRoute.split({ v1: 75, v2: 25 }): the waypoint sends a quarter to v2, and all with the header of the preview',
      'Mesh.ambient() with a timeout: the waypoint answers 504 after 400 ms',
    ],
  },
  {
    title: 'Ambient: circuit breaker',
    about: 'Rules of connections hold at the waypoint, for each Service that it sends to.',
    declare: ({ topology, web, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      web.calls(carts, { circuitBreaker: CircuitBreaker.consecutiveErrors(3) });
      return Mesh.ambient();
    },
    shown: { 'DestinationRule carts': [] },
    observed: ['Mesh.ambient() with a breaker: after three errors of one version the waypoint asks it no more'],
  },
  {
    title: 'Ambient: retries',
    about: 'Where the cluster has the experimental channel of the Gateway API, as `gatewayApiChannel` of `Platform` says. Requests that may be repeated have a rule before the others.',
    channel: ReleaseChannel.EXPERIMENTAL,
    declare: ({ topology, web, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      web.calls(carts, { timeout: Duration.seconds(2), retry: RetryPolicy.attempts(2) });
      return Mesh.ambient();
    },
    shown: { 'HTTPRoute carts': [] },
    observed: [
      'Mesh.ambient() with RetryPolicy.attempts(2): a GET that fails with 503 is tried three times by the waypoint, a POST once',
      'Mesh.ambient() with no retry declared: what the service has answered is not repeated by the waypoint',
    ],
  },
  {
    title: 'Ambient: a way out through a waypoint',
    about: 'A gateway of the class of waypoints stands before third parties: it lets in who calls them, and starts TLS.',
    declare: ({ topology, web }) => {
      const cards = new HttpService(topology, 'cards', { provider: HttpProvider.external('https://api.cards.example.com') });
      web.calls(cards, { timeout: Duration.seconds(2) });
      const exit = new Gateway(topology, 'exit', {
        gatewayClassName: 'istio-waypoint',
        pods: Pods.fromLabels({ labels: { 'gateway.networking.k8s.io/gateway-name': 'exit' }, namespace: 'egress', serviceAccountName: 'exit' }),
      });
      exit.relays(cards);
      return Mesh.ambient();
    },
    shown: { 'Gateway exit': [], 'ServiceEntry cards': [], 'DestinationRule cards': [], 'AuthorizationPolicy cards-at-exit': [], 'HTTPRoute cards': [] },
    observed: [
      'Mesh.ambient() with relays() by a waypoint: requests of a third party come from it, over TLS that it starts, for its own name',
      'Mesh.ambient() with relays() by a waypoint: who declared no call of a third party gets 403, and the third party nothing',
      'Mesh.ambient() with relays() by a waypoint: a caller\'s timeout of 400 ms ends its requests there with 504',
    ],
  },
  {
    title: 'Ambient: operations, and a token',
    about: 'The waypoint verifies tokens, and asks for one beside the declared caller and operation.',
    declare: ({ topology, web, orders }) => {
      const carts = new HttpService(topology, 'carts', {
        provider: HttpProvider.workload(orders, { targetPort: 8080 }),
        contract: { operations: [{ id: 'getCart', method: 'GET', path: '/carts/{id}', retriable: true }] },
      });
      web.calls(carts, { operations: ['getCart'] });
      orders.requires(Jwt.ofIssuer('https://login.example.com', { jwksUri: 'https://login.example.com/jwks.json' }));
      return Mesh.ambient();
    },
    shown: { 'AuthorizationPolicy carts-at-waypoint': [], 'RequestAuthentication orders': [] },
    observed: [
      'Mesh.ambient() with operations and requires(): the declared caller is let in by the waypoint, with a token, to the declared operation',
      'Mesh.ambient(): an operation that was not declared gets 403 of the waypoint',
      'Mesh.ambient(): a request without the token that a workload requires gets 403 of the waypoint',
    ],
  },
];
