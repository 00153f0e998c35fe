import { StageParity } from 'cdk8s-backing-services';
import { Synthesized } from '../synthesized';
import { Stage, STAGES } from './stage';
import { storefront } from './storefront';

const synthesized = (name: string, stage: Stage) => new Synthesized(`storefront-${name}`, stage.namespace, chart => storefront(chart, stage));
const [production, trial, twin] = ['production', 'trial', 'twin'].map(name => synthesized(name, STAGES[name]));

interface Route {
  readonly name: string;
  readonly timeout?: string;
  readonly retries?: { readonly attempts: number };
  readonly fault?: object;
  readonly mirrors?: object[];
  readonly route: { readonly destination: { readonly host: string; readonly subset?: string }; readonly weight?: number }[];
}

interface Rule {
  readonly from: { readonly source: { readonly principals: string[] } }[];
}

const routes = (name: string, of = production): Route[] => of.spec('VirtualService', name).http;
const shares = ({ name, route }: Route) => [name, ...route.map(({ destination, weight }) => `${destination.subset} ${weight ?? 100}`)];

/** Objects of one name stand in several namespaces: those of consumers, and of the gateway that relays. */
const inNamespace = (kind: string, namespace: string) => production.ofKind(kind).filter(({ metadata }) => metadata.namespace === namespace);

describe('customers', () => {
  test('are sent to https, with the certificate by the name of its Secret', () => {
    expect(['http-80', 'https-443'].map(listener => production.spec('Gateway', `door-${listener}-shop-example-com`).servers[0].tls)).toEqual([
      { httpsRedirect: true }, { mode: 'SIMPLE', credentialName: 'shop-tls', minProtocolVersion: 'TLSV1_2' },
    ]);
  });

  test('get orders by path, and else pages: the preview by header, a twentieth of the others the canary', () => {
    const door = routes('door.shop.example.com');
    expect(door.map(shares)).toEqual([
      ['orders-uri-api-orders-or-uri-api-orders-all', 'undefined 100'], ['pages-header-x-preview-yes', 'v2 100'], ['pages-split', 'v1 95', 'v2 5'],
    ]);
    expect(door.map(({ timeout }) => timeout)).toEqual(['6s', '10s', '10s']);
  });

  test('need a token for orders, and none to read the terms', () => {
    const issuer = 'https://login.example.com';
    expect(production.spec('RequestAuthentication', 'checkout').jwtRules).toEqual([{ issuer, audiences: ['storefront'] }]);
    expect(production.spec('AuthorizationPolicy', 'checkout-requires-token')).toMatchObject({
      action: 'DENY', rules: [{ from: [{ source: { notRequestPrincipals: [`${issuer}/*`] } }], to: [{ operation: { notPaths: ['/api/orders/terms'] } }] }],
    });
  });
});

describe('the catalog', () => {
  test('answers from v1 alone, and v2 gets a copy of a tenth', () => {
    const goods = routes('goods').filter(({ name }) => name.startsWith('split'));
    expect(goods.map(shares)).toEqual([['split-retriable', 'v1 100'], ['split', 'v1 100']]);
    for (const { mirrors } of goods) expect(mirrors).toMatchObject([{ destination: { subset: 'v2' }, percentage: { value: 10 } }]);
  });

  test('is asked again for what may be repeated, within the second that web waits', () => {
    expect(routes('goods').map(({ retries, timeout }) => [retries, timeout])).toEqual([
      [{ attempts: 2, perTryTimeout: '250ms', backoff: '25ms', retryOn: 'connect-failure,refused-stream,gateway-error' }, '1s'],
      [{ attempts: 0 }, '1s'],
    ]);
  });

  test('fails on purpose in the trial, for who sends the header, and never in production', () => {
    const failing = routes('goods', trial).filter(({ fault }) => fault);
    expect(failing.map(({ name, fault }) => [name, fault])).toEqual(['header-x-without-catalog-retriable', 'header-x-without-catalog'].map(name => (
      [name, { abort: { httpStatus: 503, percentage: { value: 100 } } }])));
    expect(production.yaml).not.toContain('fault:');
  });

  test('cannot fail on purpose where people depend on it', () => {
    const careless = { ...STAGES.trial, production: true };
    expect(() => synthesized('careless', careless)).toThrow(/BST752 storefront-careless\/storefront\/goods: .* by route 1,/);
  });
});

test('each customer stays with one pod of carts, to which web opens fifty connections at most', () => {
  expect(production.spec('DestinationRule', 'carts').trafficPolicy).toEqual({
    connectionPool: { http: { http1MaxPendingRequests: 20 }, tcp: { maxConnections: 50 } },
    loadBalancer: { consistentHash: { httpHeaderName: 'x-customer' } },
  });
});

describe('money', () => {
  test('is waited for by each for less time than by the one before', () => {
    expect([...routes('charges'), ...routes('bookings'), ...routes('cards')].map(({ timeout }) => timeout)).toEqual(['4s', '500ms', '500ms', '2s']);
  });

  test('goes to the card network through the egress gateway alone, which starts TLS and guards it', () => {
    const [first] = routes('cards');
    expect(first.route[0].destination.host).toBe('storefront-egress.istio-egress.svc.cluster.local');
    const [rule] = inNamespace('DestinationRule', 'storefront').filter(({ metadata }) => metadata.name === 'cards');
    expect(rule.spec).toMatchObject({
      exportTo: ['istio-egress'],
      trafficPolicy: { tls: { mode: 'SIMPLE', sni: 'api.cards.example.com' }, outlierDetection: { consecutive5xxErrors: 5 } },
    });
    const opened = production.spec('NetworkPolicy', 'cashier').egress.map(({ ports }: { ports: { port: number }[] }) => ports[0].port);
    expect(opened).toEqual([9090, 443, 53, 15012]);
  });

  test('is not asked for by checkout for half a minute after five errors', () => {
    const { outlierDetection } = production.spec('DestinationRule', 'charges').trafficPolicy;
    expect(outlierDetection).toMatchObject({ consecutive5xxErrors: 5, baseEjectionTime: '30s' });
  });
});

describe('who may come', () => {
  test('is who declared a call, by identity', () => {
    const callersOf = (workload: string) => (
      production.spec('AuthorizationPolicy', workload).rules.map((rule: Rule) => rule.from[0].source.principals.join()));
    expect(['web', 'catalog', 'cart', 'checkout', 'cashier', 'ledger'].map(callersOf)).toEqual([
      'istio-ingress/sa/storefront-ingress', 'storefront/sa/web', 'storefront/sa/web',
      'istio-ingress/sa/storefront-ingress', 'storefront/sa/checkout', 'payments/sa/cashier',
    ].map(identity => [`cluster.local/ns/${identity}`]));
  });

  test.each(['storefront', 'payments'])('is nobody else in namespace %s, by mutual TLS alone', namespace => {
    const named = (kind: string, name: string) => (
      inNamespace(kind, namespace).filter(({ metadata }) => metadata.name === name).map(({ spec }) => spec));
    expect(named('AuthorizationPolicy', 'allow-nothing')).toEqual([{ action: 'ALLOW' }]);
    expect(named('PeerAuthentication', 'default')).toEqual([{ mtls: { mode: 'STRICT' } }]);
  });

  test('a sidecar is told of what its workload calls, of the way there, and of nothing else', () => {
    const told = (workload: string) => production.spec('Sidecar', workload).egress[0].hosts;
    expect([told('web'), told('cashier'), told('ledger')]).toEqual([
      ['./carts.storefront.svc.cluster.local', './goods.storefront.svc.cluster.local', 'istio-system/*'],
      [
        './api.cards.example.com', './bookings.payments.svc.cluster.local',
        'istio-egress/storefront-egress.istio-egress.svc.cluster.local', 'istio-system/*',
      ],
      ['istio-system/*'],
    ]);
  });
});

test('one request of a hundred is traced, one of five at checkout, whose failures are logged', () => {
  expect(production.spec('Telemetry', 'web').tracing).toEqual([{ randomSamplingPercentage: 1 }]);
  expect(production.spec('Telemetry', 'checkout')).toMatchObject({
    tracing: [{ randomSamplingPercentage: 20, customTags: { team: { literal: { value: 'checkout' } } } }],
    accessLogging: [{ providers: [{ name: 'envoy' }], filter: { expression: '!has(response.code) || response.code >= 500' } }],
  });
});

test('no finding is left but that the ledger of the twin may be waited for, and no code of the shop has to know its stage', () => {
  const topologies = [trial, production, twin].map(({ topology }) => topology);
  expect(topologies.flatMap(({ findings }) => findings.map(({ code, severity }) => [code, severity]))).toEqual([['BST102', 'info']]);
  expect(StageParity.findings(topologies)).toEqual([]);
});

describe('secrets', () => {
  test('come of the store: a container is given a reference, and no Secret is made', () => {
    expect(production.variables('cashier')).toMatchObject({
      CARDS_USERNAME: 'secret cashier-cards username', CARDS_PASSWORD: 'secret cashier-cards password',
    });
    expect(production.ofKind('Secret')).toEqual([]);
  });

  test.each(['certificate', 'cards', 'payments'] as const)('a key in the place of `%s` of a stage is refused, and not repeated', member => {
    const canary = 'sk_live_4eC39HqLyjWDarjtT1zdp7dc';
    expect(() => synthesized('careless', { ...STAGES.production, [member]: canary })).toThrow(/^BST\d{3}(?!.*4eC39HqLyj)/s);
  });
});

describe('the twin, which has no sidecars', () => {
  const rulesOf = (name: string) => twin.spec('HTTPRoute', name).rules as { readonly name: string; readonly retry?: { readonly attempts: number }; readonly timeouts: { readonly request: string } }[];

  test('is declared by the same function, and in nothing else than in its proxies and its names', () => {
    const { production: real, twin: other } = STAGES;
    expect(Object.keys(real).filter(key => real[key as keyof Stage] !== other[key as keyof Stage])).toEqual(['proxies', 'namespace', 'payments', 'host', 'certificate', 'faults']);
    expect([real.faults, other.faults]).toEqual([[], []]);
  });

  test('asks the catalog three times at the most, for what may be repeated', () =>
    expect(rulesOf('goods').map(({ name, retry, timeouts }) => [name, retry?.attempts, timeouts.request])).toEqual([['split-retriable', 2, '1s'], ['split', undefined, '1s']]));

  test('reaches the card network by a waypoint, which starts TLS and lets in the cashier', () => {
    expect(twin.ofKind('ServiceEntry').map(({ metadata: { labels } }) => labels!['istio.io/use-waypoint'])).toEqual(['exit']);
    expect(twin.spec('DestinationRule', 'cards').trafficPolicy.tls).toEqual(production.spec('DestinationRule', 'cards').trafficPolicy.tls);
    expect(twin.spec('AuthorizationPolicy', 'cards-at-exit').rules[0].from[0].source.principals).toEqual(['cluster.local/ns/payments-twin/sa/cashier']);
    expect(rulesOf('cards').map(({ timeouts }) => timeouts.request)).toEqual(['2s']);
  });

  test('has nothing of sidecars', () => expect(['Sidecar', 'VirtualService'].flatMap(kind => twin.names(kind))).toEqual([]));
});

const OF_THE_MESH = /^apiVersion: (\w+\.istio|gateway\.networking\.k8s)\.io\//;

test.each([['production', production], ['twin', twin]])('the YAML of the mesh in %s', (_, { yaml }) => {
  expect(yaml.split('---\n').filter(text => OF_THE_MESH.test(text)).join('---\n')).toMatchSnapshot();
});
