import { join } from 'node:path';
import { App, Chart, Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { ROOT } from '../../build-tools/files';
import { account, deployment } from '../../examples/deployment';
import {
  AdmittedPeer, CircuitBreaker, Contract, HttpMatch, HttpProvider, HttpRoute, HttpService, Kafka, KafkaProvider, Mesh, MermaidDiagram,
  NetworkPeer, Platform, Pods, Postgres, PostgresProvider, Redis, RedisProvider, RetryPolicy, SecretStore, Secrets, KafkaTopic, Topology,
  TopologyDocuments, TopologyJson,
  Workload, WorkloadStanding,
} from '../../src';

const PROMETHEUS = AdmittedPeer.pods({ namespace: 'monitoring', podLabels: { app: 'prometheus' }, port: 9090 });

/** What the declarations share; each adds what it declares. */
interface Books {
  readonly chart: Chart;
  readonly topology: Topology;
  web: Workload;
  users: Workload;
  critics: Workload;
  gateway: Workload;
  frontEnd: HttpService;
  userService: HttpService;
  reviewService: HttpService;
  database: Postgres;
  redis: Redis;
  kafka: Kafka;
  events: KafkaTopic;
  audit: KafkaTopic;
}

interface Step {
  readonly needs: (keyof Books)[];
  readonly gives?: keyof Books;
  readonly declare: (books: Books) => unknown;
}

const PROVIDED = { contract: Contract.openApi(join(ROOT, 'examples/twelve-factor/contracts/user-service.yaml')) };
const vault = SecretStore.cluster('vault');
const gives = <K extends keyof Books>(name: K, needs: (keyof Books)[], declare: (books: Books) => Books[K]): Step => (
  { needs, gives: name, declare: books => { books[name] = declare(books); } });
const edge = (needs: (keyof Books)[], declare: (books: Books) => unknown): Step => ({ needs, declare });

function reviews(chart: Chart): Workload['pods'] {
  const shared = account(chart, 'reviews');
  const version = (name: string) => deployment(chart, `reviews-${name}`, { image: name, labels: { app: 'reviews', version: name }, account: shared });
  return Pods.versions({ v2: version('v2'), v1: version('v1') });
}

/** The twelve-factor example and a second caller, each declaration on its own. */
const STEPS: Step[] = [
  gives('web', [], ({ chart, topology }) => new Workload(topology, 'web', { pods: Pods.of(deployment(chart, 'web', { image: 'web' })) })),
  gives('users', [], ({ chart, topology }) => new Workload(topology, 'users', { pods: Pods.of(deployment(chart, 'users', { image: 'users' })) })),
  gives('critics', [], ({ chart, topology }) => new Workload(topology, 'reviews', { pods: reviews(chart) })),
  gives('gateway', [], ({ topology }) => new Workload(topology, 'gateway', {
    pods: Pods.fromLabels({ labels: { istio: 'ingressgateway' }, namespace: 'istio-ingress', serviceAccountName: 'gateway' }), standing: WorkloadStanding.FOREIGN,
  })),
  gives('frontEnd', ['web'], ({ topology, web }) => new HttpService(topology, 'front-end', { provider: HttpProvider.workload(web) })),
  gives('userService', ['users'], ({ topology, users }) => new HttpService(topology, 'user-service', { ...PROVIDED, provider: HttpProvider.workload(users) })),
  gives('reviewService', ['critics'], ({ topology, critics }) => new HttpService(topology, 'reviews', {
    provider: HttpProvider.workload(critics, { port: 9080 }),
    routes: [HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v2'), HttpRoute.split({ v2: 10, v1: 90 })],
  })),
  gives('database', [], ({ topology }) => new Postgres(topology, 'database', { provider: PostgresProvider.cloudNativePg({ cluster: 'books' }) })),
  gives('redis', [], ({ topology }) => new Redis(topology, 'redis', {
    provider: RedisProvider.external({ host: 'redis.example.com', credentials: vault.secret('books/redis') }),
  })),
  gives('kafka', [], ({ topology }) => new Kafka(topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events', namespace: 'kafka' }) })),
  gives('events', ['kafka'], ({ kafka }) => kafka.topic('domain-events')),
  gives('audit', ['kafka'], ({ kafka }) => kafka.topic('audit', { settings: { 'segment.ms': '1', 'flush.ms': '2' } })),
  edge(['redis'], ({ topology, redis }) => topology.everyWorkloadUses(redis)),
  edge([], ({ topology }) => topology.everyWorkloadAdmits(PROMETHEUS)),
  edge(['users'], ({ users }) => users.admits(AdmittedPeer.addresses({ cidrs: ['35.191.0.0/16', '130.211.0.0/22'], port: 80 }))),
  edge(['users'], ({ users }) => users.admits(PROMETHEUS)),
  edge(['users'], ({ users }) => users.reaches(NetworkPeer.addresses({ cidrs: ['203.0.113.11/32', '203.0.113.10/32'], port: 6443 }))),
  edge(['users'], ({ users }) => users.reaches(NetworkPeer.addresses({ cidrs: ['203.0.113.10/32', '203.0.113.11/32'], port: 6443 }))),
  edge(['users'], ({ users }) => users.reaches(NetworkPeer.pods({ namespace: 'data', podLabels: { app: 'cache' }, port: 6379 }))),
  edge(['gateway', 'frontEnd'], ({ gateway, frontEnd }) => gateway.calls(frontEnd)),
  edge(['gateway', 'userService'], ({ gateway, userService }) => gateway.calls(userService, {
    operations: ['deleteUser', 'createUser'],
  })),
  edge(['web', 'userService'], ({ web, userService }) => web.calls(userService, {
    operations: ['getUser'], timeout: Duration.seconds(5), circuitBreaker: CircuitBreaker.consecutiveErrors(5),
  })),
  edge(['critics', 'userService'], ({ critics, userService }) => critics.calls(userService, {
    timeout: Duration.seconds(9), retry: RetryPolicy.attempts(1), connectTimeout: Duration.millis(300),
  })),
  edge(['web', 'reviewService'], ({ web, reviewService }) => web.calls(reviewService)),
  edge(['web', 'database'], ({ web, database }) => web.uses(database)),
  edge(['users', 'database'], ({ users, database }) => users.uses(database, { bindingName: 'db' })),
  edge(['web', 'redis'], ({ web, redis }) => web.uses(redis)),
  edge(['web', 'events'], ({ web, events }) => web.publishes(events)),
  edge(['web', 'audit'], ({ web, audit }) => web.publishes(audit)),
  edge(['critics', 'events'], ({ critics, events }) => critics.consumes(events)),
  edge(['web', 'events'], ({ web, events }) => web.consumes(events, { consumerGroup: 'web' })),
];

/** Declares in this order, as far as each has what it needs: what is not ready waits for the next round. */
function synthesized(order: readonly Step[]): { yaml: string; json: string; diagram: string } {
  const app = new App();
  const chart = new Chart(app, 'twelve-factor', { namespace: 'books' });
  const topology = new Topology(chart, 'books');
  const books = { chart, topology } as Books;
  for (let waiting = [...order]; waiting.length > 0;) {
    const ready = waiting.filter(({ needs }) => needs.every(name => books[name] !== undefined));
    // One at a time, so that a dependency may come before the next service.
    ready[0].declare(books);
    waiting = waiting.filter(step => step !== ready[0]);
  }
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio({ tracing: { samplingPercentage: 1 } }), secrets: Secrets.externalSecrets() });
  const document = TopologyDocuments.of(topology);
  return { yaml: inOrderOfTheirs(app.synthYaml()), json: TopologyJson.render(document), diagram: MermaidDiagram.render(document) };
}

/** The documents; those of the author (Deployments and their accounts), which stand in the author's order, sorted before the others. */
function inOrderOfTheirs(yaml: string): string {
  const documents = yaml.split(/^---\n/m);
  const own = (text: string) => /^kind: (Deployment|ServiceAccount)$/m.test(text);
  return [...documents.filter(own).sort(), ...documents.filter(text => !own(text))].join('---\n');
}

test('declarations in any order give the same YAML, topology and diagram, byte for byte', () => {
  const plain = synthesized(STEPS);
  expect(plain.yaml).toContain('kind: DestinationRule');
  fc.assert(fc.property(fc.shuffledSubarray(STEPS, { minLength: STEPS.length, maxLength: STEPS.length }), order => {
    expect(synthesized(order)).toEqual(plain);
  }), { numRuns: 25 });
});

test('another declaration gives other bytes', () => {
  expect(synthesized(STEPS.slice(0, -1))).not.toEqual(synthesized(STEPS));
});
