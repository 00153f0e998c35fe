import { join } from 'path';
import { Chart, Duration } from 'cdk8s';
import {
  CircuitBreaker, Contract, Gateway, HttpMatch, HttpProvider, HttpRoute, HttpService, Kafka, KafkaProvider, LoadBalancing, Mesh,
  NetworkPeer, Platform,
  Pods, Postgres, PostgresProvider, Redis, RedisProvider, Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { account, deployment } from '../deployment';

/** Who provides what may differ by stage: a container, an operator, a managed service. */
export interface Providers {
  readonly database?: PostgresProvider;
  readonly kafka?: KafkaProvider;
}

/** The "Backing Services" chapter of the modern twelve-factor as one program. */
export function twelveFactor(chart: Chart, providers: Providers = {}): Topology {
  const webDeployment = deployment(chart, 'web', { image: 'registry.example.com/web:3.1.0', port: 8000 });
  const usersDeployment = deployment(chart, 'users', { image: 'registry.example.com/users:2.0.1', port: 8080 });
  const reviewsAccount = account(chart, 'reviews');
  const reviews = (version: string) => deployment(chart, `reviews-${version}`, {
    image: `registry.example.com/reviews:${version}`, port: 9080, labels: { app: 'reviews', version }, account: reviewsAccount,
  });
  const vault = SecretStore.cluster('vault');
  const contracts = join(__dirname, 'contracts');

  // #region declaration
  const books = new Topology(chart, 'books');

  const web = new Workload(books, 'web', { pods: Pods.of(webDeployment) });
  const users = new Workload(books, 'users', { pods: Pods.of(usersDeployment) });
  const critics = new Workload(books, 'reviews', { pods: Pods.versions({ v1: reviews('v1'), v2: reviews('v2') }) });
  const gateway = new Gateway(books, 'ingress-gateway', {
    pods: Pods.fromLabels({ labels: { istio: 'ingressgateway' }, namespace: 'istio-ingress', serviceAccountName: 'istio-ingressgateway' }),
  });

  const frontEnd = new HttpService(books, 'front-end', { provider: HttpProvider.workload(web, { targetPort: 8000 }) });
  const userService = new HttpService(books, 'user-service', {
    provider: HttpProvider.workload(users, { targetPort: 8080 }),
    contract: Contract.openApi(`${contracts}/user-service.yaml`),
    loadBalancing: LoadBalancing.ROUND_ROBIN,
  });
  const reviewService = new HttpService(books, 'reviews', {
    provider: HttpProvider.workload(critics, { port: 9080 }),
    routes: [HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v2'), HttpRoute.split({ v1: 90, v2: 10 })],
  });
  const database = new Postgres(books, 'database', {
    provider: providers.database ?? PostgresProvider.cloudNativePg({ cluster: 'books' }),
  });
  const redis = new Redis(books, 'redis', {
    provider: RedisProvider.external({ host: 'redis.example.com', credentials: vault.secret('books/redis') }),
  });
  const kafka = new Kafka(books, 'kafka', {
    provider: providers.kafka ?? KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }),
  });

  gateway.calls(frontEnd);
  web.calls(userService, {
    operations: ['getUser'],
    timeout: Duration.seconds(5),
    circuitBreaker: CircuitBreaker.consecutiveErrors(5, { resetTimeout: Duration.seconds(60) }),
  });
  web.calls(reviewService);
  web.uses(database);
  web.uses(redis);
  web.publishes(kafka.topic('domain-events'));

  new Platform(chart, 'platform', {
    topology: books,
    mesh: Mesh.istio({ tracing: { samplingPercentage: 10 } }),
    secrets: Secrets.externalSecrets(),
    additionalEgress: [NetworkPeer.pods({ namespace: 'observability', podLabels: { app: 'otel-collector' }, port: 4317 })],
  });
  // #endregion
  return books;
}
