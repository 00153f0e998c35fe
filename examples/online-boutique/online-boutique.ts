import { Chart, Duration } from 'cdk8s';
import {
  AdmittedPeer, BackingService, CallOptions, Criticality, EnvNames, GrpcProvider, GrpcService, HttpProvider, HttpService, Mesh, Platform, Pods,
  Redis, RedisProvider, ServiceType, Tls, Topology, Workload,
} from 'cdk8s-backing-services';
import { server } from './servers';

/** Who provides what is not always a container; nothing else differs between the stages. */
export interface Providers {
  /** The store of carts; a container of the demo's own if none is given. */
  readonly carts?: RedisProvider;
}

/** The stages, by name. */
export const STAGES: Readonly<Record<string, Providers>> = {
  dev: {},
  prod: { carts: RedisProvider.external({ host: 'carts.cache.example.com', tls: Tls.NONE, cidrs: ['10.20.0.0/24'] }) },
};

/** Online Boutique, in the published images. */
export function onlineBoutique(chart: Chart, { carts }: Providers): Topology {
  // #region declaration
  const topology = new Topology(chart, 'online-boutique');
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(server(chart, name)) });
  const grpc = (provider: Workload, port: number, targetPort = port) =>
    new GrpcService(topology, provider.name, { provider: GrpcProvider.workload(provider, { port, targetPort }) });
  const told = (variable: string, options: CallOptions = {}): CallOptions => ({ envNames: EnvNames.map({ [variable]: '{host}:{port}' }), ...options });

  const [frontend, checkout, cart, recommendation] = ['frontend', 'checkoutservice', 'cartservice', 'recommendationservice'].map(workload);
  const carting = grpc(cart, 7070);
  const checkingOut = grpc(checkout, 5050);
  const recommending = grpc(recommendation, 8080);
  const [ads, mail, payment] = [grpc(workload('adservice'), 9555), grpc(workload('emailservice'), 5000, 8080), grpc(workload('paymentservice'), 50051)];
  const [currency, catalog, shipping] = [grpc(workload('currencyservice'), 7000), grpc(workload('productcatalogservice'), 3550), grpc(workload('shippingservice'), 50051)];
  const store = new Redis(topology, 'redis-cart', { provider: carts ?? RedisProvider.workload(workload('redis-cart')) });
  const pages = new HttpService(topology, 'frontend', { provider: HttpProvider.workload(frontend, { port: 80, targetPort: 8080 }) });
  const assistant = new HttpService(topology, 'shoppingassistantservice', {
    provider: HttpProvider.inCluster({ service: 'shoppingassistantservice', namespace: topology.namespace!, podLabels: { app: 'shoppingassistantservice' }, targetPort: 8080 }),
  });

  const everybody = (callers: Workload[], service: BackingService, options: CallOptions) => callers.forEach(caller => caller.calls(service, options));
  everybody([frontend, checkout, recommendation], catalog, told('PRODUCT_CATALOG_SERVICE_ADDR', { timeout: Duration.seconds(2) }));
  everybody([frontend, checkout], carting, told('CART_SERVICE_ADDR'));
  everybody([frontend, checkout], currency, told('CURRENCY_SERVICE_ADDR'));
  everybody([frontend, checkout], shipping, told('SHIPPING_SERVICE_ADDR'));
  frontend.calls(recommending, told('RECOMMENDATION_SERVICE_ADDR', { criticality: Criticality.OPTIONAL, timeout: Duration.seconds(3) }));
  frontend.calls(ads, told('AD_SERVICE_ADDR', { criticality: Criticality.OPTIONAL, timeout: Duration.millis(300) }));
  frontend.calls(assistant, told('SHOPPING_ASSISTANT_SERVICE_ADDR', { criticality: Criticality.OPTIONAL }));
  frontend.calls(checkingOut, told('CHECKOUT_SERVICE_ADDR'));
  checkout.calls(payment, told('PAYMENT_SERVICE_ADDR'));
  checkout.calls(mail, told('EMAIL_SERVICE_ADDR', { criticality: Criticality.OPTIONAL }));
  cart.uses(store, told('REDIS_ADDR'));
  workload('loadgenerator').calls(pages, told('FRONTEND_ADDR'));

  new HttpService(topology, 'frontend-external', {
    provider: HttpProvider.workload(frontend, { port: 80, targetPort: 8080, kubernetesService: { serviceType: ServiceType.LOAD_BALANCER } }),
  });
  frontend.admits(AdmittedPeer.addresses({ cidrs: ['0.0.0.0/0', '::/0'], port: 8080 }));
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  // #endregion
  return topology;
}
