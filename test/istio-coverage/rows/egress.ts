import { HttpProvider, HttpService, TlsOrigination } from '../../../src';
import { BALANCED_BY_ITSELF, EGRESS_GATEWAY, FOR_KUBERNETES_EGRESS, MUTUAL_TO_GATEWAY, NOTHING_AROUND, STAND_IN, TLS_AT_ITS_PORT, VERIFIED_BY_NAME } from '../alike/egress';
import { CoverageRow, SAME, sameBehaviour } from '../coverage-row';
import { GatewayMeaning, Meaning } from '../meaning/meaning';
import { ISTIO_RETRIES, Sample } from '../sample';

const HOST = 'edition.cnn.com';
const GATEWAY = 'istio-egressgateway.istio-system.svc.cluster.local';
const BY_CLIENT = { tlsOrigination: TlsOrigination.CLIENT };
const ROUND_ROBIN = { loadBalancer: { simple: 'ROUND_ROBIN' } };
const cnn = ({ topology }: Sample, id: string, url: string, options = {}) => (
  new HttpService(topology, id, { provider: HttpProvider.external(url, options) }));

/** Requests at port 80 go out by the gateway, of which TLS that a client starts knows nothing. */
function requestsThroughGateway(sample: Sample, url: string): void {
  const service = cnn(sample, 'cnn', url);
  sample.calls(service);
  sample.callsWith({}, cnn(sample, 'cnn-tls', `https://${HOST}`, BY_CLIENT));
  const egress = sample.egress();
  egress.calls(service, { retry: ISTIO_RETRIES });
  egress.relays(service, { port: 80 });
}

function tlsThroughGateway(sample: Sample, ...gateway: Parameters<Sample['egress']>): void {
  const service = cnn(sample, 'cnn', `https://${HOST}`, BY_CLIENT);
  sample.callsWith({}, service);
  sample.egress(...gateway).relays(service);
}

const listening = (protocol: string, port: number, mode?: string): GatewayMeaning => (
  { kind: 'Gateway', of: EGRESS_GATEWAY, listeners: [{ port, protocol, hosts: [HOST], ...mode && { tls: { mode } } }] });
const subset = (port: number, said: object = {}): Meaning => (
  { kind: 'DestinationRule', host: GATEWAY, subsets: { [`edition-cnn-com-${port}`]: { ...said } } });
const byPort = (port: number, tls: object) => ({ trafficPolicy: { ...ROUND_ROBIN, portLevelSettings: [{ port: { number: port }, tls }] } });
const REQUESTS: readonly Meaning[] = [
  { kind: 'VirtualService', host: HOST, routes: [{ when: [{ port: 80 }], to: { [`edition-cnn-com-80.${GATEWAY}`]: 100 } }] },
  { kind: 'GatewayRoutes', host: HOST, routes: [{ when: [{ port: 80 }], to: { any: 100 } }] },
];
const ONWARDS = [{ port: 443, sni: [HOST], to: { any: 100 } }];

/** A third party that lets in whoever shows a certificate; for which the page has a Service of pods outside of the mesh. */
const IN_CLUSTER = 'my-nginx.mesh-external.svc.cluster.local';

function nginxThroughGateway(sample: Sample): void {
  const nginx = cnn(sample, 'nginx', 'https://nginx.example.com');
  sample.calls(nginx);
  sample.callsWith({}, cnn(sample, 'nginx-tls', 'https://nginx.example.com', BY_CLIENT));
  const egress = sample.egress();
  egress.calls(nginx, { retry: ISTIO_RETRIES });
  egress.relays(nginx, { clientCertificateSecret: 'client-credential' });
}

const toNginx = (said: object): Meaning => ({ kind: 'DestinationRule', host: GATEWAY, subsets: { 'nginx-example-com-80': { ...said } } });
const originated = (port: number): Meaning => (
  { kind: 'DestinationRule', host: IN_CLUSTER, ports: { [port]: { tls: { mode: 'MUTUAL', credentialName: 'client-credential', sni: IN_CLUSTER } } }, policy: ROUND_ROBIN });

/** What leaves the mesh through a gateway. A VirtualService that is bound to sidecars and to a gateway is told as two. */
export const EGRESS: readonly CoverageRow[] = [
  {
    manifest: 'istio.io egress-gateway: Gateway + DR http',
    declare: sample => requestsThroughGateway(sample, `http://${HOST}`),
    expects: [listening('HTTP', 80), subset(80)],
    besides: [{ kind: 'DestinationRule', host: HOST, ports: { 80: {} } }],
    verdict: sameBehaviour(MUTUAL_TO_GATEWAY),
  },
  {
    manifest: 'istio.io egress-gateway: VirtualService http',
    declare: sample => requestsThroughGateway(sample, `http://${HOST}`),
    expects: REQUESTS,
    verdict: SAME,
  },
  {
    manifest: 'istio.io egress-gateway: Gateway+DR+VS tls',
    declare: sample => tlsThroughGateway(sample),
    expects: [
      listening('TLS', 443, 'PASSTHROUGH'), subset(443),
      { kind: 'VirtualService', host: HOST, routes: [], tls: [{ port: 443, sni: [HOST], to: `edition-cnn-com-443.${GATEWAY}` }] },
      { kind: 'GatewayRoutes', host: HOST, tls: ONWARDS },
    ],
    verdict: sameBehaviour(NOTHING_AROUND),
  },
  {
    manifest: 'istio.io egress-gateway: gtw+TLSRoutes',
    declare: sample => tlsThroughGateway(sample, 'egressgateway', 'cnn-egress-gateway-istio', 'default'),
    expects: [
      { kind: 'KubernetesGateway', listeners: [{ port: 443, protocol: 'TLS', host: HOST }] },
      { kind: 'VirtualService', host: HOST, routes: [], tls: [{ port: 443, sni: [HOST], to: 'cnn-egress-gateway-istio.default.svc.cluster.local' }] },
      { kind: 'BoundRoutes', hosts: [HOST], tls: ONWARDS },
    ],
    verdict: sameBehaviour(FOR_KUBERNETES_EGRESS),
  },
  {
    manifest: 'istio.io egress-gateway-tls: Gateway + DR',
    declare: sample => requestsThroughGateway(sample, `https://${HOST}`),
    expects: [listening('HTTPS', 80, 'ISTIO_MUTUAL'), subset(80, byPort(80, { mode: 'ISTIO_MUTUAL', sni: HOST }))],
    besides: [{ kind: 'DestinationRule', host: HOST, ports: { 80: { tls: { mode: 'SIMPLE' } } } }],
    verdict: sameBehaviour(BALANCED_BY_ITSELF),
  },
  {
    manifest: 'istio.io egress-gateway-tls: VS + DR SIMPLE',
    declare: sample => requestsThroughGateway(sample, `https://${HOST}`),
    expects: [...REQUESTS, { kind: 'DestinationRule', host: HOST, ports: { 443: { tls: { mode: 'SIMPLE', sni: HOST } } }, policy: ROUND_ROBIN }],
    besides: [subset(80, byPort(80, { mode: 'ISTIO_MUTUAL', sni: HOST }))],
    verdict: sameBehaviour(TLS_AT_ITS_PORT, BALANCED_BY_ITSELF),
  },
  {
    manifest: 'istio.io egress-gateway-tls: Gateway MUTUAL + DR',
    declare: sample => nginxThroughGateway(sample),
    expects: [
      { kind: 'Gateway', of: EGRESS_GATEWAY, listeners: [{ port: 443, protocol: 'HTTPS', hosts: [IN_CLUSTER], tls: { mode: 'ISTIO_MUTUAL' } }] },
      toNginx(byPort(443, { mode: 'ISTIO_MUTUAL', sni: IN_CLUSTER })),
    ],
    besides: [originated(80)],
    verdict: sameBehaviour(BALANCED_BY_ITSELF, STAND_IN, VERIFIED_BY_NAME),
  },
  {
    manifest: 'istio.io egress-gateway-tls: VS + DR MUTUAL',
    declare: sample => nginxThroughGateway(sample),
    expects: [
      { kind: 'VirtualService', host: IN_CLUSTER, routes: [{ when: [{ port: 80 }], to: { [`nginx-example-com-80.${GATEWAY}`]: 100 } }] },
      { kind: 'GatewayRoutes', host: IN_CLUSTER, routes: [{ when: [{ port: 443 }], to: { any: 100 } }] },
      originated(443),
    ],
    besides: [toNginx(byPort(443, { mode: 'ISTIO_MUTUAL', sni: IN_CLUSTER }))],
    verdict: sameBehaviour(TLS_AT_ITS_PORT, BALANCED_BY_ITSELF, STAND_IN, VERIFIED_BY_NAME),
  },
];
