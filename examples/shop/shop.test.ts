import { readFileSync } from 'fs';
import { join } from 'path';
import { Synthesized } from '../synthesized';
import { shop } from './shop';

const declared = new Synthesized('shop', 'shop', shop);

/** The lines of a program between two others, without blank ones and comments. */
function linesBetween(text: string, first: string, last: string): string[] {
  const lines = text.split('\n');
  const [start, end] = [first, last].map(mark => lines.findIndex(line => line.includes(mark)));
  if (start === -1 || end <= start) throw new Error(`there is no "${last}" below "${first}"`);
  return lines.slice(start + 1, end).map(line => line.trim()).filter(line => line !== '' && !/^(\/\/|\/?\*)/.test(line));
}

test('at most 12 lines of declaration stand between `new Topology` and `new Platform`, one statement each', () => {
  const lines = linesBetween(readFileSync(join(__dirname, 'shop.ts'), 'utf8'), 'new Topology(', 'new Platform(');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThanOrEqual(12);
  expect(lines.filter(line => line.indexOf(';') !== line.length - 1)).toEqual([]);
});

test.each([
  ['a\nnew A(\nb;\n\n  // c\n/** d\n * e\n */\nf;\nnew B(\n', ['b;', 'f;']],
  ['new A(\nnew B(', []],
])('counts neither blank lines nor comments: %j', (text, lines) => {
  expect(linesBetween(text, 'new A(', 'new B(')).toEqual(lines);
});

describe('payments, a third party behind https', () => {
  const { http } = declared.spec('VirtualService', 'payments');
  const { trafficPolicy } = declared.spec('DestinationRule', 'payments');

  test('the client speaks http to its sidecar, which starts TLS to port 443 and verifies the server', () => {
    expect(declared.variables('orders').PAYMENTS_URL).toBe('http://payments.example.com/v2');
    expect(declared.spec('ServiceEntry', 'payments')).toMatchObject({
      hosts: ['payments.example.com'], location: 'MESH_EXTERNAL', ports: [{ number: 80, protocol: 'HTTP', targetPort: 443 }],
    });
    expect(trafficPolicy.tls).toEqual({
      mode: 'SIMPLE', sni: 'payments.example.com', subjectAltNames: ['payments.example.com'], caCertificates: 'system',
    });
  });

  test('only POST /v2/charges has a route: a third party has no sidecar that could hold callers to their operations', () => {
    expect(http.map(({ match, route }: { match?: object[]; route?: object[] }) => [match, route])).toStrictEqual([
      [[{ method: { exact: 'POST' }, uri: { exact: '/v2/charges' } }], [{ destination: { host: 'payments.example.com', port: { number: 80 } } }]],
      [undefined, undefined],
    ]);
    expect(http[1]).toEqual({ name: 'undeclared', directResponse: { status: 403 } });
  });

  test('the POST is timed, and repeated because its contract takes an Idempotency-Key', () => {
    expect(http[0]).toMatchObject({
      timeout: '2s',
      retries: { attempts: 2, retryOn: 'connect-failure,refused-stream,gateway-error', backoff: '25ms' },
    });
    expect(declared.topology.read().dependencies.flatMap(({ policy }) => policy.operations ?? [])).toEqual([
      { id: 'createCharge', method: 'POST', path: '/v2/charges', retriable: true },
    ]);
  });

  test('five errors in a row take it out for a minute', () => {
    expect(trafficPolicy.outlierDetection).toEqual({
      consecutive5xxErrors: 5, interval: '10s', baseEjectionTime: '60s', maxEjectionPercent: 100,
    });
  });
});

describe('order-created, a topic on Strimzi', () => {
  test('has twelve partitions and stands beside its cluster, with the label that the operator looks for', () => {
    expect(declared.ofKind('KafkaTopic')).toEqual([{
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaTopic',
      metadata: { name: 'order-created', namespace: 'kafka', labels: { 'strimzi.io/cluster': 'events' } },
      spec: { partitions: 12 },
    }]);
  });

  test('may be described and written by orders, and nothing else may be done', () => {
    expect(declared.names('KafkaUser')).toEqual(['shop.orders.events']);
    expect(declared.spec('KafkaUser', 'shop.orders.events')).toEqual({
      authentication: { type: 'scram-sha-512' },
      authorization: {
        type: 'simple',
        acls: [{ type: 'allow', resource: { type: 'topic', name: 'order-created', patternType: 'literal' }, operations: ['Describe', 'Write'], host: '*' }],
      },
    });
  });
});

test('orders reads a locator for each service; every credential comes of a Secret', () => {
  expect(declared.variables('orders')).toEqual({
    CACHE_URL: 'secret orders-cache uri',
    EVENTS_BROKERS: 'events-kafka-bootstrap.kafka.svc:9093',
    EVENTS_SECURITY_PROTOCOL: 'SASL_SSL',
    EVENTS_SASL_MECHANISM: 'SCRAM-SHA-512',
    EVENTS_USERNAME: 'secret orders.kafka.events-kafka username',
    EVENTS_PASSWORD: 'secret orders.kafka.events-kafka password',
    EVENTS_CA_FILE: '/bindings/events/ca.crt',
    ORDERS_DB_URI: 'secret shop-app uri',
    ORDERS_DB_URL: '$(ORDERS_DB_URI)?sslmode=verify-full&sslrootcert=/bindings/orders-db/ca.crt',
    PAYMENTS_URL: 'http://payments.example.com/v2',
    SERVICE_BINDING_ROOT: '/bindings',
  });
  expect(declared.ofKind('Secret')).toEqual([]);
});

test('orders may reach what it declared, DNS and the control plane; nobody may reach orders', () => {
  const { policyTypes, ingress, egress } = declared.spec('NetworkPolicy', 'orders');
  expect([policyTypes, ingress]).toEqual([['Ingress', 'Egress'], undefined]);
  expect(egress.flatMap(({ ports }: { ports: { port: number }[] }) => ports.map(({ port }) => port))).toEqual([443, 9093, 6379, 5432, 53, 53, 15012]);
  const { rules, action } = declared.spec('AuthorizationPolicy', 'orders');
  expect([action, rules]).toEqual(['ALLOW', undefined]);
});

test('no finding is left', () => {
  expect(declared.topology.findings).toEqual([]);
});

test('the YAML', () => {
  expect(declared.yaml).toMatchSnapshot();
});

test('the diagram', () => {
  expect(declared.diagram).toMatchSnapshot();
});
