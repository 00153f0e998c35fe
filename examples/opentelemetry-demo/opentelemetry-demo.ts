import { Chart } from 'cdk8s';
import {
  BackingService, CallOptions, Criticality, EnvNames, GrpcProvider, GrpcService, HttpProvider, HttpService, InteractionModel, Mesh, Platform, Pods,
  Postgres, PostgresProvider, Redis, RedisProvider, Secrets, SecretStore, Tls, Topology, Workload,
} from 'cdk8s-backing-services';
import { server } from './servers';

/** Who provides what is not always a container; nothing else differs between the stages. */
export interface Providers {
  /** Carts; a container of the demo's own if none is given. */
  readonly carts?: RedisProvider;
  /** The catalog; a container of the demo's own if none is given. */
  readonly catalog?: PostgresProvider;
}

/** The stages, by name. */
export const STAGES: Readonly<Record<string, Providers>> = {
  dev: {},
  prod: {
    carts: RedisProvider.external({ host: 'carts.cache.example.com', tls: Tls.NONE, cidrs: ['10.20.0.0/24'] }),
    catalog: PostgresProvider.external({
      host: 'catalog.db.example.com', database: 'astronomy_db', credentials: SecretStore.cluster('vault').secret('prod/astronomy-db'), cidrs: ['10.20.1.0/24'],
    }),
  },
};

const map = (variables: Record<string, string>) => ({ envNames: EnvNames.map(variables) });
const address = (variable: string, form = '{host}:{port}') => map({ [variable]: form });
const parts = (name: string) => map({ [`${name}_HOST`]: '{host}', [`${name}_PORT`]: '{port}' });
const telemetry = { interaction: InteractionModel.FIRE_AND_FORGET, criticality: Criticality.OPTIONAL };

/** The OpenTelemetry demo, in the published images. */
export function opentelemetryDemo(chart: Chart, providers: Providers): Topology {
  // #region declaration
  const topology = new Topology(chart, 'opentelemetry-demo');
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(server(chart, name)) });
  const grpc = (of: Workload, port: number) => new GrpcService(topology, of.name, { provider: GrpcProvider.workload(of, { port }) });
  const http = (of: Workload, port: number, id = of.name) =>
    new HttpService(topology, id, { provider: HttpProvider.workload(of, { port, service: of.name }) });
  const calls = (callers: Workload[], service: BackingService, options: CallOptions) => callers.forEach(caller => caller.calls(service, options));

  const [ad, cart, checkout, currency, email, frontend, payment] = ['ad', 'cart', 'checkout', 'currency', 'email', 'frontend', 'payment'].map(workload);
  const [catalog, quote, recommendation, shipping] = ['product-catalog', 'quote', 'recommendation', 'shipping'].map(workload);
  const [proxy, images, load, flags, flagsUi, docs, collector] = ['frontend-proxy', 'image-provider', 'load-generator', 'flagd', 'flagd-ui', 'telemetry-docs', 'otel-collector'].map(workload);
  const [flagging, ofrep] = [grpc(flags, 8013), http(flags, 8016, 'flagd-ofrep')];
  const [otlp, otlpHttp] = [grpc(collector, 4317), http(collector, 4318, 'otel-collector-http')];
  const [cataloguing, shippingApi, shopping] = [grpc(catalog, 3550), http(shipping, 50050), http(frontend, 8080)];
  const [imaging, entry] = [http(images, 8081), http(proxy, 8080)];
  const monitor = (name: string, port: number) => new HttpService(topology, name, {
    provider: HttpProvider.inCluster({ service: name, namespace: 'observability', port, podLabels: { 'app.kubernetes.io/name': name } }),
  });

  const password = SecretStore.cluster('vault').secret('dev/astronomy-db');
  const database = new Postgres(topology, 'astronomy-db', {
    provider: providers.catalog ?? PostgresProvider.workload(workload('astronomy-db'), {
      database: 'astronomy_db', credentials: password, serverEnvNames: EnvNames.map({ POSTGRES_DB: '{database}', POSTGRES_USER: '{username}', POSTGRES_PASSWORD: '{password}' }),
    }),
  });
  const carts = new Redis(topology, 'valkey-cart', { provider: providers.carts ?? RedisProvider.workload(workload('valkey-cart')) });

  calls([checkout, frontend], grpc(cart, 7070), address('CART_ADDR'));
  calls([checkout, frontend], grpc(currency, 7001), address('CURRENCY_ADDR'));
  calls([checkout, frontend, recommendation], cataloguing, address('PRODUCT_CATALOG_ADDR'));
  calls([checkout, frontend], shippingApi, address('SHIPPING_ADDR', 'http://{host}:{port}'));
  calls([frontend], grpc(ad, 9555), { ...address('AD_ADDR'), criticality: Criticality.OPTIONAL });
  calls([frontend], grpc(checkout, 5050), address('CHECKOUT_ADDR'));
  calls([frontend], grpc(recommendation, 9001), { ...address('RECOMMENDATION_ADDR'), criticality: Criticality.OPTIONAL });
  calls([checkout], http(email, 6060), { ...address('EMAIL_ADDR', 'http://{host}:{port}'), criticality: Criticality.OPTIONAL });
  calls([checkout], grpc(payment, 50051), address('PAYMENT_ADDR'));
  calls([shipping], http(quote, 8090), address('QUOTE_ADDR', 'http://{host}:{port}'));
  calls([load], entry, address('K6_TARGET_URL', 'http://{host}:{port}'));
  calls([proxy], shopping, parts('FRONTEND'));
  calls([proxy], imaging, parts('IMAGE_PROVIDER'));
  calls([proxy], http(flagsUi, 4000), parts('FLAGD_UI'));
  calls([proxy], http(docs, 8000), parts('TELEMETRY_DOCS'));
  for (const [name, port] of [['grafana', 3000], ['firepit', 8080], ['chatbot', 7860]] as const) calls([proxy], monitor(name, port), { ...parts(name.toUpperCase()), criticality: Criticality.OPTIONAL });
  calls([proxy], monitor('jaeger', 16686), { ...map({ JAEGER_HOST: '{host}', JAEGER_UI_PORT: '{port}' }), criticality: Criticality.OPTIONAL });
  calls([proxy], monitor('opamp-server', 4321), { ...map({ OPAMP_SERVER_HOST: '{host}', OPAMP_SERVER_UI_PORT: '{port}' }), criticality: Criticality.OPTIONAL });
  catalog.uses(database, address('DB_CONNECTION_STRING', '{url}'));
  cart.uses(carts, address('VALKEY_ADDR'));

  const flagged = { ...parts('FLAGD'), interaction: InteractionModel.STREAM, criticality: Criticality.OPTIONAL };
  calls([ad, cart, checkout, email, frontend, proxy, load, payment, catalog, recommendation, shipping], flagging, flagged);
  calls([load], ofrep, { ...map({ FLAGD_OFREP_PORT: '{port}' }), criticality: Criticality.OPTIONAL });

  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://{host}:{port}' };
  const host = { OTEL_COLLECTOR_HOST: '{host}' };
  const traced = [ad, cart, checkout, currency, email, load, payment, catalog, quote, recommendation, shipping, flags, flagsUi];
  calls(traced, otlp, { ...map(endpoint), ...telemetry });
  calls([frontend], otlp, { ...map({ ...endpoint, ...host }), ...telemetry });
  calls([proxy, images, docs], otlp, { ...map({ ...host, OTEL_COLLECTOR_PORT_GRPC: '{port}' }), ...telemetry });
  calls([proxy], otlpHttp, { ...map({ OTEL_COLLECTOR_PORT_HTTP: '{port}' }), ...telemetry });
  calls([load], otlpHttp, { ...address('K6_OTEL_HTTP_EXPORTER_ENDPOINT'), ...telemetry });
  calls([collector], http(ad, 9465, 'ad-metrics'), { ...map({ AD_PROMETHEUS_PORT: '{port}' }), ...telemetry });
  calls([collector], entry, { ...address('FRONTEND_PROXY_ADDR'), ...telemetry });
  calls([collector], imaging, { ...parts('IMAGE_PROVIDER'), ...telemetry });
  const watched = collector.uses(database, { ...parts('POSTGRES'), criticality: Criticality.OPTIONAL });
  topology.acknowledge('BST536', watched, 'it enters as a monitoring user of its own, whose POSTGRES_MONITORING_PASSWORD is no part of this login');

  new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
  // #endregion
  return topology;
}
