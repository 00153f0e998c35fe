import { Duration } from 'cdk8s';
import {
  ClientCertificates, Gateway, GatewayListener, HttpMatch, HttpProvider, HttpRoute, HttpService, Jwt, Pods, RetryPolicy, StringMatch,
  TcpProvider, TcpService, TlsOrigination,
} from 'cdk8s-backing-services';
import { Piece } from './piece';

const pods = Pods.fromLabels({ labels: { istio: 'ingressgateway' }, namespace: 'istio-ingress', serviceAccountName: 'gateway' });

/** What clients outside of the mesh reach. In the declarations, `pods` are those of the gateway. */
export const EDGE: readonly Piece[] = [
  {
    title: 'Ingress gateway: https, and the way there',
    about: 'A gateway is a workload: it is let in by its identity. A certificate is a Secret by its name.',
    declare: ({ topology, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      const door = new Gateway(topology, 'door', {
        pods,
        listeners: [
          GatewayListener.redirectToHttps({ hosts: ['shop.example.com'] }),
          GatewayListener.https({ hosts: ['shop.example.com'], certificateSecret: 'shop-tls' }),
        ],
      });
      door.exposes(carts, { timeout: Duration.seconds(10), retry: RetryPolicy.attempts(1) });
    },
    shown: { 'Gateway door-http-80-shop-example-com': [], 'Gateway door-https-443-shop-example-com': [], 'VirtualService door.shop.example.com': [] },
    observed: [
      'GatewayListener.redirectToHttps(): whoever asks in the clear is sent to https, and nothing comes to the program',
      'GatewayListener.https() with the Secret of a certificate, and the service\'s header route: the client verifies the host, everybody gets v1, and who asks with the header v2',
      'timeout of exposes(): the client gets 504 after 400 ms',
      'retry of exposes(): a GET that fails with 503 is tried once more, and a POST is not',
    ],
  },
  {
    title: 'Ingress gateway: who shows a certificate',
    about: 'A client is asked for a certificate of the authority in the same Secret (`ca.crt`).',
    declare: ({ topology, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      const door = new Gateway(topology, 'door', {
        pods,
        listeners: [
          GatewayListener.https({ hosts: ['staff.example.com'], certificateSecret: 'staff-tls', clientCertificates: ClientCertificates.REQUIRED }),
        ],
      });
      door.exposes(carts);
    },
    shown: { 'Gateway door-https-443-staff-example-com': ['servers'] },
    observed: [
      'clientCertificates REQUIRED: a client that shows one of the authority is let in, and one that shows none is not',
      'a listener that asks for certificates is not gone round: who comes without one to the wider listener of its port, and asks there for its host, is sent nowhere',
    ],
  },
  {
    title: 'Ingress gateway: several ways in',
    about: 'The more specific is asked first, in whatever order it is declared. `routes` say how a release goes for who comes from outside, in place of the service\'s own.',
    declare: ({ topology, orders, catalog }) => {
      const goods = new HttpService(topology, 'goods', { provider: HttpProvider.workload(catalog, { targetPort: 8080 }) });
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      const door = new Gateway(topology, 'door', { pods, listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] });
      door.exposes(goods, {
        matches: [HttpMatch.uri(StringMatch.prefix('/beta/'))], rewrite: { uri: '/' }, routes: [HttpRoute.split({ v1: 25, v2: 75 })],
      });
      door.exposes(carts, { matches: [HttpMatch.uri(StringMatch.exact('/beta/cart'))] });
    },
    shown: { 'VirtualService door.shop.example.com': ['http'] },
    observed: [
      'exposes() with routes of its own: three quarters of what comes below /beta/ go to v2, which is asked for the path behind it',
      'of two exposures the more specific is asked first: the exact path goes to another service than what is below /beta/',
    ],
  },
  {
    title: 'Ingress gateway: by a claim of a token',
    about: 'The gateway verifies tokens, and sends on what their claims open; others come too, to what asks for none.',
    declare: ({ topology, orders }) => {
      const staff = new HttpService(topology, 'staff', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      const door = new Gateway(topology, 'door', { pods, listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] });
      door.requires(Jwt.ofIssuer('https://login.example.com'), { optional: true });
      door.exposes(staff, { matches: [HttpMatch.tokenClaim(['realm_access', 'roles'], StringMatch.exact('staff'))] });
    },
    shown: { 'RequestAuthentication door': [], 'VirtualService door.shop.example.com': ['http'] },
    observed: [
      'HttpMatch.tokenClaim() of exposes(), and requires() of the gateway with optional: whose token lists the group comes in, whose lists another or who has none finds nothing',
    ],
  },
  {
    title: 'Ingress gateway: one that is there',
    about: 'Where somebody else says where the gateway listens, this program says what is reached through it.',
    declare: ({ topology, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      const door = new Gateway(topology, 'door', { pods, existingGateway: 'istio-ingress/public' });
      door.exposes(carts, { hosts: ['shop.example.com'] });
    },
    shown: { 'VirtualService door.shop.example.com': ['gateways', 'hosts', 'http'] },
    observed: [
      'Istio\'s own validation has nothing to say of any random topology, neither istioctl validate nor the webhook of istiod',
    ],
  },
  {
    title: 'Ingress gateway: other clusters',
    about: 'Sidecars of other clusters reach the services of this one by mutual TLS that the gateway passes on, whatever is exposed.',
    declare: ({ topology }) => {
      new Gateway(topology, 'east-west', { pods, listeners: [GatewayListener.autoPassthrough({ hosts: ['*.local'] })] });
    },
    shown: { 'Gateway east-west-tls-15443-local-any': [] },
    observed: [
      'Istio\'s own validation has nothing to say of any random topology, neither istioctl validate nor the webhook of istiod',
    ],
  },
  {
    title: 'Ingress gateway: a third party behind it',
    about: 'It is asked by its own host, whatever clients ask for; a base path of its own is put before theirs by `rewrite`.',
    declare: ({ topology }) => {
      const payments = new HttpService(topology, 'payments', { provider: HttpProvider.external('https://payments.example.com/v2') });
      const door = new Gateway(topology, 'door', { pods, listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] });
      door.exposes(payments, { matches: [HttpMatch.uri(StringMatch.prefix('/pay/'))], rewrite: { uri: '/v2/' } });
    },
    shown: { 'VirtualService door.shop.example.com': ['http'], 'DestinationRule payments': ['exportTo', 'host', 'trafficPolicy'] },
    observed: ['exposes() of a third party: it is asked by its own host, over TLS that the gateway starts'],
  },
  {
    title: 'Ingress gateway: connections',
    about: 'TLS that the gateway does not end is passed on by the name that the client asks for; at a port of bytes there is one service.',
    declare: ({ topology, orders }) => {
      const ticker = new TcpService(topology, 'ticker', { provider: TcpProvider.workload(orders, { port: 7000 }) });
      const sealed = new HttpService(topology, 'sealed', {
        provider: HttpProvider.external('https://sealed.example.com', { tlsOrigination: TlsOrigination.CLIENT }),
      });
      const door = new Gateway(topology, 'door', {
        pods, listeners: [GatewayListener.tlsPassthrough({ hosts: ['sealed.example.com'] }), GatewayListener.tcp(9000)],
      });
      door.exposes(sealed, { hosts: ['sealed.example.com'] });
      door.exposes(ticker);
    },
    shown: { 'VirtualService door.sealed.example.com': ['gateways', 'hosts', 'tls'], 'VirtualService door.any': ['gateways', 'hosts', 'tcp'] },
    observed: [
      'GatewayListener.tlsPassthrough(): the third party sees the client\'s own TLS, by the name that it asks for; another name is not passed on',
      'GatewayListener.tcp() and weights of a TcpService { v1: 0, v2: 100 }: bytes come back from the service at the port, and all connections are of v2',
    ],
  },
];
