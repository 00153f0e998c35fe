import { join } from 'path';
import { App, Chart } from 'cdk8s';
import { Contract, HttpProvider, HttpService, KafkaProvider, Pods, PostgresProvider, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { filledTemplate } from '../filled-template';
import { Synthesized } from '../synthesized';
import { Providers, twelveFactor } from './twelve-factor';

const vault = SecretStore.cluster('vault');
const chapter = (providers?: Providers) => new Synthesized('twelve-factor', 'books', chart => twelveFactor(chart, providers));
const books = chapter();
const PASSWORD = 'p@ss/w:rd?#%+ ü&=';

/** One row of the table in the issue each: what the chapter shows, and what the YAML holds. */
describe('the chapter', () => {
  test('discovery', () => {
    expect(books.spec('Service', 'user-service')).toEqual({
      type: 'ClusterIP',
      selector: { app: 'users' },
      ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP', appProtocol: 'http' }],
    });
    const { template } = books.spec('Deployment', 'users');
    expect(template.metadata.labels).toMatchObject({ app: 'users' });
    expect(template.spec.containers[0].ports).toEqual([{ containerPort: 8080 }]);
    expect(books.variables('web').USER_SERVICE_URL).toBe('http://user-service.books.svc');
  });

  test('intelligent routing of `reviews`', () => {
    const host = 'reviews.books.svc.cluster.local';
    const to = (subset: string) => ({ host, subset, port: { number: 9080 } });
    const { hosts, http } = books.spec('VirtualService', 'reviews');
    expect(hosts).toEqual([host]);
    expect(http).toEqual([
      { name: 'header-end-user-jason', match: [{ headers: { 'end-user': { exact: 'jason' } } }], route: [{ destination: to('v2') }], retries: { attempts: 0 } },
      { name: 'split', route: [{ destination: to('v1'), weight: 90 }, { destination: to('v2'), weight: 10 }], retries: { attempts: 0 } },
    ]);
    const { subsets } = books.spec('DestinationRule', 'reviews') as { subsets: { name: string; labels: object }[] };
    expect(subsets).toEqual([{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2' } }]);
    for (const { name, labels } of subsets) {
      expect(books.spec('Deployment', `reviews-${name}`).template.metadata.labels).toMatchObject({ ...books.spec('Service', 'reviews').selector, ...labels });
    }
  });

  test('automatic mutual TLS', () => {
    const callees = { reviews: 'reviews', users: 'users', web: 'web' };
    for (const [workload, app] of Object.entries(callees)) {
      expect(books.spec('PeerAuthentication', workload)).toMatchObject({ selector: { matchLabels: { app } }, mtls: { mode: 'STRICT' } });
    }
    const identities = Object.fromEntries(books.ofKind('AuthorizationPolicy').map(({ metadata, spec }) => {
      expect(spec.action).toBe('ALLOW');
      return [metadata.name, spec.rules.map((rule: { from: { source: object }[] }) => rule.from.map(({ source }) => source))];
    }));
    expect(identities).toEqual({
      reviews: [[{ principals: ['cluster.local/ns/books/sa/web'] }]],
      users: [[{ principals: ['cluster.local/ns/books/sa/web'] }]],
      web: [[{ principals: ['cluster.local/ns/istio-ingress/sa/istio-ingressgateway'] }]],
    });
    expect(books.spec('Deployment', 'web').template.spec.serviceAccountName).toBe('web');
    // Nothing is said of TLS towards hosts in the mesh, so that it is automatic and cannot be switched off by an object of ours.
    expect(books.ofKind('DestinationRule').filter(({ spec }) => spec.trafficPolicy.tls !== undefined)).toEqual([]);
  });

  test('circuit breaker `fail_max=5, reset_timeout=60`, request timeout 5 s towards user-service', () => {
    expect(books.spec('VirtualService', 'user-service').http).toEqual([{
      name: 'all',
      route: [{ destination: { host: 'user-service.books.svc.cluster.local', port: { number: 80 } } }],
      timeout: '5s',
      retries: { attempts: 0 },
    }]);
    expect(books.spec('DestinationRule', 'user-service').trafficPolicy.outlierDetection).toEqual({
      consecutive5xxErrors: 5,
      interval: '10s',
      baseEjectionTime: '60s',
      maxEjectionPercent: 100,
    });
  });

  test('load balancing, tracing, canary', () => {
    const algorithms = books.ofKind('DestinationRule').map(({ metadata, spec }) => [metadata.name, spec.trafficPolicy.loadBalancer]);
    expect(Object.fromEntries(algorithms)).toEqual({
      'front-end': { simple: 'LEAST_REQUEST' },
      'reviews': { simple: 'LEAST_REQUEST' },
      'user-service': { simple: 'ROUND_ROBIN' },
    });
    expect(books.names('Telemetry')).toEqual(['reviews', 'users', 'web']);
    for (const { spec } of books.ofKind('Telemetry')) expect(spec.tracing).toEqual([{ randomSamplingPercentage: 10 }]);
    const canary = books.spec('VirtualService', 'reviews').http[1].route as { weight: number }[];
    expect(canary.map(({ weight }) => weight)).toEqual([90, 10]);
  });

  describe('Kafka producer of `domain-events` reading `KAFKA_BROKERS`, `KAFKA_USERNAME`, `KAFKA_PASSWORD` over SASL_SSL', () => {
    const managed = chapter({
      kafka: KafkaProvider.external({ bootstrapServers: ['b-1.kafka.example.com:9096', 'b-2.kafka.example.com:9096'], credentials: vault.secret('books/kafka') }),
    });

    test('a KafkaTopic, and a user with Write and Describe on it alone', () => {
      expect(books.ofKind('KafkaTopic')).toEqual([{
        apiVersion: 'kafka.strimzi.io/v1',
        kind: 'KafkaTopic',
        metadata: { name: 'domain-events', namespace: 'kafka', labels: { 'strimzi.io/cluster': 'events' } },
        spec: {},
      }]);
      expect(books.names('KafkaUser')).toEqual(['books.web.events']);
      expect(books.spec('KafkaUser', 'books.web.events').authorization).toEqual({
        type: 'simple',
        acls: [{ type: 'allow', resource: { type: 'topic', name: 'domain-events', patternType: 'literal' }, operations: ['Describe', 'Write'], host: '*' }],
      });
    });

    test('provider Strimzi: SCRAM-SHA-512, user and password from keys of the Secret that the Access Operator makes', () => {
      expect(books.spec('KafkaUser', 'books.web.events').authentication).toEqual({ type: 'scram-sha-512' });
      expect(books.spec('KafkaAccess', 'web.kafka.events-kafka')).toEqual({
        kafka: { name: 'events', namespace: 'kafka', listener: 'tls' },
        user: { kind: 'KafkaUser', apiGroup: 'kafka.strimzi.io', name: 'books.web.events', namespace: 'kafka' },
        secretName: 'web.kafka.events-kafka',
      });
      expect(books.variables('web')).toMatchObject({
        KAFKA_BROKERS: 'events-kafka-bootstrap.kafka.svc:9093',
        KAFKA_USERNAME: 'secret web.kafka.events-kafka username',
        KAFKA_PASSWORD: 'secret web.kafka.events-kafka password',
        KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
        KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
        KAFKA_CA_FILE: '/bindings/kafka/ca.crt',
      });
    });

    test('provider endpoint: SASL_SSL with PLAIN, credentials from the store', () => {
      expect(managed.variables('web')).toMatchObject({
        KAFKA_BROKERS: 'b-1.kafka.example.com:9096,b-2.kafka.example.com:9096',
        KAFKA_USERNAME: 'secret web-kafka username',
        KAFKA_PASSWORD: 'secret web-kafka password',
        KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
        KAFKA_SASL_MECHANISM: 'PLAIN',
      });
      const { data, secretStoreRef, target } = managed.spec('ExternalSecret', 'web-kafka');
      expect(secretStoreRef).toEqual({ kind: 'ClusterSecretStore', name: 'vault' });
      expect(target).toMatchObject({ name: 'web-kafka', template: { data: { username: '{{ .username }}', password: '{{ .password }}' } } });
      expect(data.map(({ remoteRef: { key, property } }: { remoteRef: Record<string, string> }) => `${key} ${property}`))
        .toEqual(['books/kafka password', 'books/kafka username']);
      expect(managed.spec('ServiceEntry', 'kafka')).toMatchObject({
        hosts: ['b-1.kafka.example.com', 'b-2.kafka.example.com'], ports: [{ number: 9096, protocol: 'TLS' }],
      });
    });

    test('swapping one for the other keeps what the code reads, and leaves nothing of the other', () => {
      const READ = ['KAFKA_BROKERS', 'KAFKA_PASSWORD', 'KAFKA_SASL_MECHANISM', 'KAFKA_SECURITY_PROTOCOL', 'KAFKA_USERNAME'];
      for (const declared of [books, managed]) expect(Object.keys(declared.variables('web'))).toEqual(expect.arrayContaining(READ));
      expect(codeOf(managed)).toEqual(codeOf(books));
      expect(['KafkaTopic', 'KafkaUser', 'KafkaAccess'].flatMap(kind => managed.names(kind))).toEqual([]);
      expect(managed.yaml).not.toContain('strimzi');
    });
  });

  describe('`psycopg2.connect(url)`, `redis.from_url(url)`', () => {
    const managed = chapter({
      database: PostgresProvider.external({ host: 'db.example.com', database: 'books', credentials: vault.secret('books/database') }),
    });
    const url = (declared: Synthesized, secret: string) =>
      new URL(filledTemplate(declared.spec('ExternalSecret', secret).target.template.data.uri, { username: 'us er+ü@/:', password: PASSWORD }));

    test('one URL variable each', () => {
      expect(books.variables('web')).toMatchObject({
        DATABASE_URL: '$(DATABASE_URI)?sslmode=verify-full&sslrootcert=/bindings/database/ca.crt',
        DATABASE_URI: 'secret books-app uri',
        REDIS_URL: 'secret web-redis uri',
      });
      expect(Object.keys(books.variables('web')).filter(name => name.endsWith('_URL')).sort())
        .toEqual(['DATABASE_URL', 'REDIS_URL', 'REVIEWS_URL', 'USER_SERVICE_URL']);
    });

    test('the variable that the URL is composed of comes before it, or the kubelet would not expand it', () => {
      const names = Object.keys(books.variables('web'));
      expect(names.indexOf('DATABASE_URI')).toBeLessThan(names.indexOf('DATABASE_URL'));
    });

    test.each([
      ['redis', books, 'web-redis', 'rediss:', 'redis.example.com:6379', '/0', ''],
      ['postgres', managed, 'web-database', 'postgresql:', 'db.example.com:5432', '/books', '?sslmode=verify-full'],
    ])('percent-encoded by construction: %s', (_, declared, secret, protocol, host, pathname, search) => {
      const read = url(declared, secret);
      expect(read).toMatchObject({ protocol, host, pathname, search, hash: '' });
      expect(decodeURIComponent(read.username)).toBe('us er+ü@/:');
      expect(decodeURIComponent(read.password)).toBe(PASSWORD);
      expect(read.href).not.toContain('+');
    });

    test('swapping the Postgres provider from operator to endpoint leaves the variables and the code as they are', () => {
      // DATABASE_URI is no name that code reads: the kubelet composes DATABASE_URL of it.
      const names = (declared: Synthesized) => Object.keys(declared.variables('web')).filter(name => name !== 'DATABASE_URI');
      expect(names(managed)).toEqual(names(books));
      expect(managed.variables('web').DATABASE_URL).toBe('secret web-database uri');
      expect(codeOf(managed)).toEqual(codeOf(books));
      expect(Object.keys(managed.variables('web'))).not.toContain('DATABASE_URI');
      expect(managed.yaml).not.toMatch(/books-app|cnpg/);
    });
  });

  describe('OpenAPI contract `GET /users/{userId}`', () => {
    test('AuthorizationPolicy allows GET on `/users/{*}` and nothing else', () => {
      expect(books.spec('AuthorizationPolicy', 'users')).toEqual({
        selector: { matchLabels: { app: 'users' } },
        action: 'ALLOW',
        rules: [{
          from: [{ source: { principals: ['cluster.local/ns/books/sa/web'] } }],
          to: [{ operation: { ports: ['8080'], methods: ['GET'], paths: ['/users/{*}'] } }],
        }],
      });
    });

    test('naming an operation that the document lacks is an error that lists those it has', () => {
      const topology = new Topology(new Chart(new App(), 'chart', { namespace: 'books' }), 'books');
      const workload = (name: string) => new Workload(topology, name, { pods: Pods.fromLabels({ labels: { app: name } }) });
      const userService = new HttpService(topology, 'user-service', {
        provider: HttpProvider.workload(workload('users')),
        contract: Contract.openApi(join(__dirname, 'contracts/user-service.yaml')),
      });
      expect(() => workload('web').calls(userService, { operations: ['getUser', 'listUsers'] })).toThrow(
        'BST701 chart/books/workloads/web calls user-service: the contract of "user-service" has no operation "listUsers"; '
        + 'it has "createUser", "deleteUser", "getUser"; name operations of the contract');
    });
  });
});

/** The web container without what the platform tells it. */
function codeOf(declared: Synthesized): object {
  const { env, volumeMounts, ...code } = declared.container('web');
  return code;
}

test('no Secret is emitted, and no finding is left', () => {
  expect(books.ofKind('Secret')).toEqual([]);
  expect(books.topology.findings).toEqual([]);
});

test('the YAML', () => {
  expect(books.yaml).toMatchSnapshot();
});

test('the diagram', () => {
  expect(books.diagram).toMatchSnapshot();
});
