import { Duration } from 'cdk8s';
import { Gateway, GatewayListener, GrpcProvider, GrpcService, HttpMatch, HttpProvider, HttpRoute, HttpService, Pods, StringMatch, TcpProvider, TcpService } from 'cdk8s-backing-services';
import { Piece } from './piece';

const podsIn = (namespace: string) => (
  Pods.fromLabels({ labels: { 'gateway.networking.k8s.io/gateway-name': 'door' }, serviceAccountName: 'door-istio', namespace }));
const pods = podsIn('shop');

/** What clients outside of the mesh reach through gateways of the Gateway API. In the declarations, `pods` are those that istiod makes. */
export const GATEWAY_API: readonly Piece[] = [
  {
    title: 'Gateway API: https, and a canary',
    about: 'With a GatewayClass the objects are those of the Kubernetes Gateway API. A route sends to Services, so that each version has one.',
    declare: ({ topology, catalog }) => {
      const goods = new HttpService(topology, 'goods', {
        provider: HttpProvider.workload(catalog, { targetPort: 8080, kubernetesService: { perVersion: true } }),
        routes: [HttpRoute.when(HttpMatch.header('x-preview', 'yes')).to('v2'), HttpRoute.split({ v1: 75, v2: 25 })],
      });
      const door = new Gateway(topology, 'door', {
        pods,
        gatewayClassName: 'istio',
        listeners: [
          GatewayListener.redirectToHttps({ hosts: ['shop.example.com'] }),
          GatewayListener.https({ hosts: ['shop.example.com'], certificateSecret: 'shop-tls' }),
        ],
      });
      door.exposes(goods);
    },
    shown: { 'Gateway door': [], 'HTTPRoute door-http-80-shop-example-com': ['rules'], 'HTTPRoute door.goods': [] },
    observed: [
      'gatewayClassName: what comes to the redirecting listener is sent to https, by an HTTPRoute',
      'gatewayClassName, with the Secret of a certificate and the service\'s header route: the client verifies the host, and who asks with the header gets v2',
      'gatewayClassName and HttpRoute.split({ v1: 75, v2: 25 }) over a Service of each version: a quarter goes to v2',
    ],
  },
  {
    title: 'Gateway API: several ways in',
    about: 'Each exposure has a route of its own. A Service in another namespace than the routes lets them in.',
    declare: ({ topology, orders }) => {
      const carts = new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
      const door = new Gateway(topology, 'door', {
        pods: podsIn('routes'), configNamespace: 'routes', gatewayClassName: 'istio', listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })],
      });
      door.exposes(carts, { matches: [HttpMatch.uri(StringMatch.prefix('/carts/'))], rewrite: { uri: '/' }, timeout: Duration.millis(400) });
    },
    shown: { 'HTTPRoute door.carts.uri-carts.1066aa7e': ['rules'], 'ReferenceGrant carts.routes': [] },
    observed: [
      'gatewayClassName with timeout, rewrite and mirrors: the client gets 504 after 400 ms, the path behind the prefix is asked for, and v2 gets a copy of each request',
      'gatewayClassName: a service in another namespace is reached, by a ReferenceGrant',
    ],
  },
  {
    title: 'Gateway API: calls of gRPC',
    about: 'A path of gRPC names a service and a method of it.',
    declare: ({ topology, batch }) => {
      const jobs = new GrpcService(topology, 'jobs', { provider: GrpcProvider.workload(batch, { port: 9000 }) });
      const door = new Gateway(topology, 'door', { pods, gatewayClassName: 'istio', listeners: [GatewayListener.http({ hosts: ['jobs.example.com'] })] });
      door.exposes(jobs, { matches: [HttpMatch.uri(StringMatch.exact('/jobs.v1.Jobs/Start'))] });
    },
    shown: { 'GRPCRoute door.jobs.uri-jobs-v1-jobs-start.b797d1c6': ['rules'] },
    observed: ['gatewayClassName and a gRPC service: the method that is exposed is called, by a GRPCRoute, and another one is not'],
  },
  {
    title: 'Gateway API: connections',
    about: 'A listener of bytes is for one service. Its versions share the connections.',
    declare: ({ topology, catalog }) => {
      const provider = TcpProvider.workload(catalog, { port: 7000, kubernetesService: { perVersion: true } });
      const door = new Gateway(topology, 'door', { pods, gatewayClassName: 'istio', listeners: [GatewayListener.tcp(9000)] });
      door.exposes(new TcpService(topology, 'bytes', { provider, weights: { v1: 0, v2: 100 } }));
    },
    shown: { 'Gateway door': ['listeners'], 'TCPRoute door.bytes': [] },
    observed: ['gatewayClassName and weights of a TcpService { v1: 0, v2: 100 }: bytes come back by a TCPRoute, and all connections are of v2'],
  },
];
