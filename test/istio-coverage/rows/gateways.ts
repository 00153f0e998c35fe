import { ClientCertificates, GatewayListener, HttpMatch, HttpProvider, HttpRoute, HttpService, Jwt, Pods, StringMatch, TcpProvider, TcpService, Tls, Workload, WorkloadStanding } from '../../../src';
import { BY_LISTENER, BY_SEGMENTS, FOR_INGRESS, FOR_KUBERNETES_GATEWAY, INGRESS_GATEWAY } from '../alike/gateways';
import { HTTPS_IS_TLS } from '../alike/protocols';
import { CoverageRow, SAME, sameBehaviour } from '../coverage-row';
import { BoundRoutesMeaning, GatewayMeaning, KubernetesGatewayMeaning, Meaning, RouteMeaning } from '../meaning/meaning';
import { ISTIO_RETRIES, Sample } from '../sample';

const { exact, prefix } = StringMatch;
const uri = (...matches: StringMatch[]) => matches.map(match => HttpMatch.uri(match));
/** A path and what is below it. */
const below = (path: string) => uri(exact(path), prefix(`${path}/`));
const PRODUCTPAGE = { port: 9080 };
const HTTPBIN = { port: 8000, targetPort: 8080 };
const HELLO = { port: 5000, versions: ['v1', 'v2'] };
const ANY = [GatewayListener.http()];
const secure = (host: string, certificateSecret: string, clientCertificates?: ClientCertificates) => (
  GatewayListener.https({ hosts: [host], certificateSecret, clientCertificates }));
const TCP = [GatewayListener.tcp(31400)];
const TCP_ECHO = { port: 9000, versions: ['v1', 'v2'] };
const TCP_SERVER = { port: 31400, protocol: 'TCP', hosts: ['*'] };
const HTTPBIN_HOST = 'httpbin.example.com';
const HELLO_HOST = 'helloworld.example.com';

const gateway = (...listeners: GatewayMeaning['listeners']): GatewayMeaning => ({ kind: 'Gateway', of: INGRESS_GATEWAY, listeners });
const kubernetesGateway = (...listeners: KubernetesGatewayMeaning['listeners']): KubernetesGatewayMeaning => ({ kind: 'KubernetesGateway', listeners });
const HTTP = { port: 80, protocol: 'HTTP', hosts: ['*'] };
const simple = (host: string, secret: string, mode = 'SIMPLE') => ({ port: 443, protocol: 'HTTPS', hosts: [host], tls: { mode, secret } });
const routes = (host: string, ...entries: RouteMeaning[]): Meaning => ({ kind: 'GatewayRoutes', host, routes: entries });
const bound = (hosts: readonly string[], ...entries: RouteMeaning[]): BoundRoutesMeaning => ({ kind: 'BoundRoutes', hosts, routes: entries });
const toHttpbin = (...paths: string[]): RouteMeaning => ({ ...paths.length > 0 && { when: paths.map(path => ({ uri: path })) }, to: { 'any.httpbin': 100 } });
const toHello = (...paths: string[]): RouteMeaning => ({ when: paths.map(path => ({ uri: path })), to: { 'any.helloworld': 100 } });
const BOOKINFO_PATHS = ['/productpage', '/static/**', '/login', '/logout', '/api/v1/products/**'].map(path => ({ uri: path }));
const exposeBookinfo = (sample: Sample) => sample.gateway(ANY).exposes(sample.http('productpage', PRODUCTPAGE), {
  retry: ISTIO_RETRIES, matches: [...below('/static'), ...below('/api/v1/products'), ...uri(exact('/productpage'), exact('/login'), exact('/logout'))],
});
const nginx = ({ topology }: Sample) => new HttpService(topology, 'my-nginx', {
  provider: HttpProvider.workload(new Workload(topology, 'nginx', { pods: Pods.fromLabels({ labels: { run: 'my-nginx' } }), standing: WorkloadStanding.MIGRATING }), { port: 443, tls: Tls.byClient() }),
});

const istiod = ({ topology }: Sample, name: string, port: number) => new TcpService(topology, name, {
  provider: TcpProvider.inCluster({ service: 'istiod', namespace: 'istio-system', port, podLabels: { app: 'istiod' }, tls: Tls.byClient() }),
});
const httpbinOfFoo = ({ topology }: Sample) => new HttpService(topology, 'httpbin', { provider: HttpProvider.workload(
  new Workload(topology, 'httpbin', { pods: Pods.fromLabels({ labels: { app: 'httpbin' }, namespace: 'foo' }), standing: WorkloadStanding.MIGRATING }), HTTPBIN) });

export const GATEWAYS: readonly CoverageRow[] = [
  {
    manifest: 'samples/httpbin/httpbin-gateway.yaml',
    declare: sample => sample.gateway(ANY).exposes(sample.http('httpbin', HTTPBIN), { retry: ISTIO_RETRIES }),
    expects: [gateway(HTTP), routes('*', toHttpbin())],
    verdict: SAME,
  },
  {
    manifest: 'samples/helloworld/helloworld-gateway.yaml',
    declare: sample => sample.gateway(ANY).exposes(sample.http('helloworld', HELLO), { retry: ISTIO_RETRIES, matches: uri(exact('/hello')) }),
    expects: [gateway(HTTP), routes('*', toHello('/hello'))],
    verdict: SAME,
  },
  {
    manifest: 'samples/helloworld/gateway-api/helloworld-gateway.yaml',
    declare: sample => sample.gateway(ANY).exposes(sample.http('helloworld', HELLO), { retry: ISTIO_RETRIES, matches: uri(exact('/hello')) }),
    expects: [kubernetesGateway({ port: 80, protocol: 'HTTP' }), bound([], toHello('/hello'))],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY),
  },
  {
    manifest: 'samples/helloworld/gateway-api/helloworld-route.yaml',
    declare: sample => sample.gateway(ANY).exposes(sample.http('helloworld', { ...HELLO, routes: [HttpRoute.split({ v1: 90, v2: 10 })] }), { retry: ISTIO_RETRIES, matches: uri(exact('/hello')) }),
    expects: [bound([], { ...toHello('/hello'), to: { 'any.helloworld-v1': 90, 'any.helloworld-v2': 10 } })],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY),
  },
  {
    manifest: 'samples/bookinfo/gateway-api/bookinfo-gateway.yaml',
    declare: sample => exposeBookinfo(sample),
    expects: [kubernetesGateway({ port: 80, protocol: 'HTTP' }), bound([], { when: BOOKINFO_PATHS, to: { 'any.productpage': 100 } })],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY, BY_SEGMENTS),
  },
  {
    manifest: 'samples/ambient-argo/application/ingress-gateway.yaml',
    declare: sample => exposeBookinfo(sample),
    expects: [kubernetesGateway({ port: 80, protocol: 'HTTP' }), bound([], { when: BOOKINFO_PATHS, to: { 'any.productpage': 100 } })],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY, BY_SEGMENTS),
  },
  {
    manifest: 'samples/bookinfo/platform/kube/bookinfo-ingress.yaml',
    declare: sample => exposeBookinfo(sample),
    expects: [{ kind: 'Ingress', hosts: ['*'], routes: [{ when: BOOKINFO_PATHS, to: { 'any.productpage': 100 } }] }],
    verdict: sameBehaviour(FOR_INGRESS, BY_SEGMENTS),
  },
  {
    manifest: 'samples/multicluster/expose-services.yaml',
    declare: sample => sample.gateway([GatewayListener.autoPassthrough()], 'eastwestgateway'),
    expects: [{ kind: 'Gateway', of: { istio: 'eastwestgateway' }, listeners: [{ port: 15443, protocol: 'TLS', hosts: ['*.local'], tls: { mode: 'AUTO_PASSTHROUGH' } }] }],
    verdict: SAME,
  },
  {
    manifest: 'samples/tcp-echo/tcp-echo-all-v1.yaml',
    declare: sample => sample.gateway(TCP).exposes(sample.tcp('tcp-echo', 'tcp-echo', { ...TCP_ECHO, weights: { v1: 100 } })),
    expects: [
      gateway(TCP_SERVER), { kind: 'DestinationRule', host: 'tcp-echo', subsets: { v1: { version: 'v1' }, v2: { version: 'v2' } } },
      { kind: 'GatewayRoutes', host: '*', tcp: [{ port: 31400, to: { 'v1.tcp-echo': 100 } }] },
    ],
    verdict: SAME,
  },
  {
    manifest: 'samples/tcp-echo/tcp-echo-20-v2.yaml',
    declare: sample => sample.gateway(TCP).exposes(sample.tcp('tcp-echo', 'tcp-echo', { ...TCP_ECHO, weights: { v1: 80, v2: 20 } })),
    expects: [{ kind: 'GatewayRoutes', host: '*', tcp: [{ port: 31400, to: { 'v1.tcp-echo': 80, 'v2.tcp-echo': 20 } }] }],
    verdict: SAME,
  },
  {
    manifest: 'samples/tcp-echo/gateway-api/tcp-echo-all-v1.yaml',
    declare: sample => sample.gateway(TCP).exposes(sample.tcp('tcp-echo', 'tcp-echo', { ...TCP_ECHO, weights: { v1: 100 } })),
    expects: [kubernetesGateway({ port: 31400, protocol: 'TCP' }), { kind: 'BoundRoutes', hosts: [], tcp: [{ port: 31400, to: { 'any.tcp-echo-v1': 100 } }] }],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY),
  },
  {
    manifest: 'samples/tcp-echo/gateway-api/tcp-echo-20-v2.yaml',
    declare: sample => sample.gateway(TCP).exposes(sample.tcp('tcp-echo', 'tcp-echo', { ...TCP_ECHO, weights: { v1: 80, v2: 20 } })),
    expects: [{ kind: 'BoundRoutes', hosts: [], tcp: [{ port: 31400, to: { 'any.tcp-echo-v1': 80, 'any.tcp-echo-v2': 20 } }] }],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY),
  },
  {
    manifest: 'samples/multicluster/expose-istiod.yaml',
    declare: sample => {
      const eastwest = sample.gateway([15012, 15017].map(port => GatewayListener.tlsPassthrough({ port })), 'eastwestgateway');
      eastwest.exposes(istiod(sample, 'istiod', 15012), { port: 15012 });
      eastwest.exposes(istiod(sample, 'istiod-webhook', 443), { port: 15017 });
    },
    expects: [
      { kind: 'Gateway', of: { istio: 'eastwestgateway' }, listeners: [15012, 15017].map(port => ({ port, protocol: 'tls', hosts: ['*'], tls: { mode: 'PASSTHROUGH' } })) },
      { kind: 'GatewayRoutes', host: '*', tls: [[15012, 15012], [15017, 443]].map(([port]) => ({ port, sni: ['*'], to: { 'any.istiod.istio-system.svc.cluster.local': 100 } })) },
    ],
    verdict: sameBehaviour(BY_LISTENER),
  },
  {
    manifest: 'istio.io ingress-control: VirtualService /status /delay',
    declare: sample => sample.gateway([GatewayListener.http({ hosts: [HTTPBIN_HOST] })]).exposes(sample.http('httpbin', HTTPBIN), { retry: ISTIO_RETRIES, matches: uri(prefix('/status'), prefix('/delay')) }),
    expects: [routes(HTTPBIN_HOST, toHttpbin('/status*', '/delay*'))],
    verdict: SAME,
  },
  {
    manifest: 'istio.io ingress-control: Gateway (Gateway API)',
    declare: sample => sample.gateway([GatewayListener.http({ hosts: [HTTPBIN_HOST] })]),
    expects: [kubernetesGateway({ port: 80, protocol: 'HTTP', host: HTTPBIN_HOST })],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY),
  },
  {
    manifest: 'istio.io ingress-control: HTTPRoute',
    declare: sample => sample.gateway([GatewayListener.http({ hosts: [HTTPBIN_HOST] })]).exposes(sample.http('httpbin', HTTPBIN), { retry: ISTIO_RETRIES, matches: [...below('/status'), ...below('/delay')] }),
    expects: [bound([HTTPBIN_HOST], toHttpbin('/status/**', '/delay/**'))],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY, BY_SEGMENTS),
  },
  {
    manifest: 'istio.io ingress-control: browser Gateway+VS',
    declare: sample => sample.gateway(ANY).exposes(sample.http('httpbin', HTTPBIN), { retry: ISTIO_RETRIES, matches: uri(prefix('/headers')) }),
    expects: [gateway(HTTP), routes('*', toHttpbin('/headers*'))],
    verdict: SAME,
  },
  {
    manifest: 'istio.io ingress-control: browser gtw+HTTPRoute',
    declare: sample => sample.gateway(ANY).exposes(sample.http('httpbin', HTTPBIN), { retry: ISTIO_RETRIES, matches: below('/headers') }),
    expects: [kubernetesGateway({ port: 80, protocol: 'HTTP' }), bound([], toHttpbin('/headers/**'))],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY, BY_SEGMENTS),
  },
  {
    manifest: 'istio.io secure-ingress: gtw',
    declare: sample => sample.gateway([secure(HTTPBIN_HOST, 'httpbin-credential')]),
    expects: [kubernetesGateway({ port: 443, protocol: 'HTTPS', host: HTTPBIN_HOST, secret: 'httpbin-credential' })],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY),
  },
  {
    manifest: 'istio.io secure-ingress: HTTPRoute',
    declare: sample => sample.gateway([secure(HTTPBIN_HOST, 'httpbin-credential')]).exposes(sample.http('httpbin', HTTPBIN), { retry: ISTIO_RETRIES, matches: [...below('/status'), ...below('/delay')] }),
    expects: [bound([HTTPBIN_HOST], toHttpbin('/status/**', '/delay/**'))],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY, BY_SEGMENTS),
  },
  {
    manifest: 'istio.io secure-ingress: Gateway two hosts',
    declare: sample => sample.gateway([secure(HTTPBIN_HOST, 'httpbin-credential'), secure(HELLO_HOST, 'helloworld-credential')]),
    expects: [gateway(simple(HTTPBIN_HOST, 'httpbin-credential'), simple(HELLO_HOST, 'helloworld-credential'))],
    verdict: sameBehaviour(BY_LISTENER),
  },
  {
    manifest: 'istio.io secure-ingress: gtw two hosts',
    declare: sample => sample.gateway([secure(HTTPBIN_HOST, 'httpbin-credential'), secure(HELLO_HOST, 'helloworld-credential')]),
    expects: [kubernetesGateway(
      { port: 443, protocol: 'HTTPS', host: HTTPBIN_HOST, secret: 'httpbin-credential' }, { port: 443, protocol: 'HTTPS', host: HELLO_HOST, secret: 'helloworld-credential' })],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY, BY_LISTENER),
  },
  {
    manifest: 'istio.io secure-ingress: HTTPRoute helloworld',
    declare: sample => sample.gateway([secure(HELLO_HOST, 'helloworld-credential')]).exposes(sample.http('helloworld', HELLO), { retry: ISTIO_RETRIES, matches: uri(exact('/hello')) }),
    expects: [bound([HELLO_HOST], toHello('/hello'))],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY),
  },
  {
    manifest: 'istio.io secure-ingress: Gateway MUTUAL',
    declare: sample => sample.gateway([secure(HTTPBIN_HOST, 'httpbin-credential', ClientCertificates.REQUIRED)]),
    expects: [gateway(simple(HTTPBIN_HOST, 'httpbin-credential', 'MUTUAL'))],
    verdict: SAME,
  },
  {
    manifest: 'istio.io secure-ingress: gtw MUTUAL',
    declare: sample => sample.gateway([secure(HTTPBIN_HOST, 'httpbin-credential', ClientCertificates.REQUIRED)]),
    expects: [kubernetesGateway({ port: 443, protocol: 'HTTPS', host: HTTPBIN_HOST, secret: 'httpbin-credential', clients: 'required' })],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY),
  },
  {
    manifest: 'istio.io sni-passthrough: Gateway PASSTHROUGH',
    declare: sample => sample.gateway([GatewayListener.tlsPassthrough({ hosts: ['nginx.example.com'] })]).exposes(nginx(sample)),
    expects: [
      gateway({ port: 443, protocol: 'HTTPS', hosts: ['nginx.example.com'], tls: { mode: 'PASSTHROUGH' } }),
      { kind: 'GatewayRoutes', host: 'nginx.example.com', tls: [{ port: 443, sni: ['nginx.example.com'], to: { 'any.my-nginx': 100 } }] },
    ],
    verdict: sameBehaviour(HTTPS_IS_TLS),
  },
  {
    manifest: 'istio.io sni-passthrough: TLSRoute',
    declare: sample => sample.gateway([GatewayListener.tlsPassthrough({ hosts: ['nginx.example.com'] })]).exposes(nginx(sample)),
    expects: [{ kind: 'BoundRoutes', hosts: ['nginx.example.com'], tls: [{ port: 443, sni: ['nginx.example.com'], to: { 'any.my-nginx': 100 } }] }],
    verdict: sameBehaviour(FOR_KUBERNETES_GATEWAY),
  },
  {
    manifest: 'istio.io authn-policy: Gateway',
    declare: sample => sample.gateway(ANY),
    expects: [gateway(HTTP)],
    verdict: SAME,
  },
  {
    manifest: 'istio.io authn-policy: VirtualService',
    declare: sample => sample.gateway(ANY).exposes(httpbinOfFoo(sample), { retry: ISTIO_RETRIES }),
    expects: [routes('*', { to: { 'any.httpbin.foo.svc.cluster.local': 100 } })],
    verdict: SAME,
  },
  {
    manifest: 'istio.io jwt-route: VirtualService by claim',
    declare: sample => {
      const door = sample.gateway(ANY);
      door.requires(Jwt.ofIssuer('testing@secure.istio.io', { jwksUri: 'https://login.example.com/jwks' }), { optional: true });
      door.exposes(sample.http('httpbin', HTTPBIN), {
        retry: ISTIO_RETRIES, matches: [HttpMatch.all(HttpMatch.uri(prefix('/headers')), HttpMatch.tokenClaim(['groups'], exact('group1')))],
      });
    },
    expects: [routes('*', { when: [{ uri: '/headers*', headers: { '@request.auth.claims.groups': 'group1' } }], to: { 'any.httpbin': 100 } })],
    verdict: SAME,
  },
];
