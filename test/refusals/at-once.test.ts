import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Chart, Duration } from 'cdk8s';
import {
  Contract, HttpProvider, HttpRoute, HttpService, Kafka, KafkaProvider, Platform, Pods, Postgres, PostgresProvider, SecretStore, TcpProvider,
  TcpService, Topology, Workload, WorkloadProps,
} from '../../src';
import { expectRefusal } from '../support/declare';

/** What is refused, by what call, and what the message must say: code, path, the value received, what is allowed, the fix. */
interface Row {
  readonly code: string;
  readonly path: string;
  readonly call: () => unknown;
  readonly got: string;
  readonly allowed: string;
  readonly fix: string;
}

const NOT_REPEATED = '(not repeated here)';
const vault = SecretStore.cluster('vault');

class Declared {
  public readonly chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  public readonly topology = new Topology(this.chart, 'shop');

  public workload(id = 'web', props: Partial<WorkloadProps> = {}): Workload {
    return new Workload(this.topology, id, { pods: Pods.fromLabels({ labels: { app: 'web' } }), ...props });
  }

  public service(id = 'api', port = 80): HttpService {
    return new HttpService(this.topology, id, { provider: HttpProvider.workload(this.workload('server'), { port }) });
  }

  public tcp(port = 636): TcpService {
    return new TcpService(this.topology, 'ldap', { provider: TcpProvider.external({ host: 'ldap.example.com', port }) });
  }

  public database(): Postgres {
    return new Postgres(this.topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'db' }) });
  }

  public external(url: string): HttpService {
    return new HttpService(this.topology, 'pay', { provider: HttpProvider.external(url) });
  }

  public called(timeout: Duration): unknown {
    return this.workload().calls(this.service(), { timeout });
  }
}

const name = (call: (declared: Declared) => unknown, path: string, got: string, allowed: string): Row => (
  { code: 'BST801', path, call: () => call(new Declared()), got, allowed, fix: '; choose such a name' });
const port = (value: number): Row => ({
  code: 'BST007', path: 'chart/shop/api', call: () => new Declared().service('api', value),
  got: `port "${value}"`, allowed: 'a whole number in 1..65535', fix: '; give the port that the service listens on',
});
const weights = (given: Record<string, number>, got: string): Row => ({
  code: 'BST008', path: 'HttpRoute.split', call: () => HttpRoute.split(given),
  got, allowed: 'allowed are whole numbers from 0 that add up to 100', fix: '; give every version its percentage of the requests',
});
const timeout = (millis: number): Row => ({
  code: 'BST009', path: 'chart/shop/workloads/web calls api', call: () => new Declared().called(Duration.millis(millis)),
  got: `timeout of ${millis} milliseconds`, allowed: 'a whole number of milliseconds, at least 1', fix: '; give timeout as Duration.millis(n) with n a whole number above 0',
});
const onTcp = (path: string, call: (declared: Declared) => unknown, got: string): Row => ({
  code: 'BST615', path, call: () => call(new Declared()), got, allowed: 'a mesh sees its connections, not its requests', fix: '; use connectTimeout, circuitBreaker or connectionPool',
});
const late = (path: string, call: (declared: Declared) => unknown, got: string): Row => ({
  code: 'BST012', path, call: () => { const declared = new Declared(); declared.topology.read(); call(declared); },
  got, allowed: 'declared after an output had read the topology', fix: '; move the declaration above the first output (Platform, IstioMesh, SecretBindings ...)',
});
const inUrl = (path: string, call: (declared: Declared) => unknown): Row => ({
  code: 'BST511', path, call: () => call(new Declared()), got: NOT_REPEATED, allowed: 'a URL with a user or password in it', fix: '; give host and port, and the credentials as SecretStore.cluster(name).secret(key)',
});
const literal = (key: string): Row => ({
  code: 'BST510', path: 'SecretStore(vault)', call: () => vault.secret(key),
  got: NOT_REPEATED, allowed: 'where the name of one is due', fix: '; keep the credential in a secret store and give the name of its entry there: printable text',
});

let folder: string;
const contract = (got: string, allowed: string, fix: string, files: Record<string, string>): Row => ({
  code: 'BST710', path: 'Contract.openApi', got, allowed, fix, call: () => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return Contract.openApi(join(folder, 'api/contract.yaml'));
  },
});
const openApi = (more: string) => ({ 'api/contract.yaml': `openapi: 3.0.3\ninfo: {}\n${more}` });
const reference = (ref: string) => openApi(`paths:\n  /a:\n    get:\n      operationId: a\n      parameters: [{ $ref: '${ref}' }]\n`);
const bomb = () => `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 8 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]\n`).join('')}`;
const REF_ALLOWED = 'allowed are "#/..." and relative files in the folder of the contract';
const REF_FIX = '; copy what it refers to into that folder, and refer to the copy';

/** Every item of the list "At once". */
const ROWS: [string, Row][] = [
  ['a name that is no RFC 1035 label', name(declared => declared.service('2orders'), 'chart/shop/2orders', '"2orders"', 'an RFC 1035 label: lower-case letters')],
  ['a name in upper case', name(declared => declared.service('Orders'), 'chart/shop/Orders', '"Orders" cannot be a Service name', 'an RFC 1035 label')],
  ['a name above 63 characters', name(declared => declared.service('a'.repeat(64)), `chart/shop/${'a'.repeat(64)}`, `"${'a'.repeat(64)}"`, 'at most 63 characters')],
  ['a name above 253 characters', name(declared => declared.workload('web', { serviceAccountName: 'a'.repeat(254) }), 'chart/shop/workloads/web', `"${'a'.repeat(80)}…"`, 'at most 253 characters')],
  ['a topic that Kafka cannot carry', name(
    declared => new Kafka(declared.topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'events' }) }).topic('a', { topicName: 'a b' }),
    'chart/shop/kafka/a', '"a b" cannot be a Kafka topic', 'at most 249 characters')],
  ['port 0', port(0)],
  ['port 65536', port(65536)],
  ['a port that is no whole number', port(80.5)],
  ['a negative port', port(-1)],
  ['weights that add up to less', weights({ v1: 90, v2: 5 }, '{"v1":90,"v2":5} add up to 95')],
  ['weights that add up to more', weights({ v1: 90, v2: 11 }, '{"v1":90,"v2":11} add up to 101')],
  ['weights that add up, one of them negative', weights({ v1: 110, v2: -10 }, '{"v1":110,"v2":-10}')],
  ['a sub-millisecond duration', timeout(0.5)],
  ['a duration with a fraction of a millisecond', timeout(1.5)],
  ['a duration of nothing', timeout(0)],
  ['a request timeout on a TCP service', onTcp('chart/shop/workloads/web calls ldap',
    declared => declared.workload().calls(declared.tcp(), { timeout: Duration.seconds(1) }), 'timeout cannot act on tcp to "ldap"')],
  ['a request timeout on a database, which is not called', {
    code: 'BST618', path: 'chart/shop/workloads/web calls db', call: () => {
      const declared = new Declared();
      return declared.workload().calls(declared.database(), { timeout: Duration.seconds(1) });
    }, got: '"db" keeps data', allowed: 'calls() is for what answers requests', fix: '; declare uses()',
  }],
  ['an account that the pods do not run as', {
    code: 'BST031', path: 'chart/shop/workloads/web', call: () => {
      const pods = Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web' });
      return new Declared().workload('web', { pods, serviceAccountName: 'orders' });
    }, got: 'serviceAccountName "orders"', allowed: 'the pods state "web"', fix: '; leave serviceAccountName out',
  }],
  ['a service declared after an output has read the topology', late('chart/shop', declared => declared.tcp(), '"ldap" was declared')],
  ['a workload declared after an output has read the topology', late('chart/shop', declared => declared.workload(), '"web" was declared')],
  ['a dependency declared after an output has read the topology', {
    ...late('chart/shop/workloads/web', () => undefined, '"web uses ldap" was declared'), call: () => {
      const declared = new Declared();
      const [web, ldap] = [declared.workload(), declared.tcp()];
      new Platform(declared.chart, 'platform', { topology: declared.topology });
      web.uses(ldap);
    },
  }],
  ['a password in a URL', inUrl('chart/shop/pay', declared => declared.external('https://user:hunter2@pay.example.com'))],
  ['a password in a host', inUrl('chart/shop/db', declared => new Postgres(declared.topology, 'db', {
    provider: PostgresProvider.external({ host: 'user:hunter2@db.example.com', database: 'd', credentials: vault.secret('db') }) }))],
  ['a password in a broker', inUrl('chart/shop/kafka', declared => new Kafka(declared.topology, 'kafka', {
    provider: KafkaProvider.external({ bootstrapServers: ['user:hunter2@kafka.example.com:9092'], credentials: vault.secret('kafka') }) }))],
  ['a URL with a password where a reference is due', { ...inUrl('SecretStore(vault)', () => vault.secret('redis://user:hunter2@cache.example.com')) }],
  ['a connection string where a reference is due', { ...inUrl('SecretStore(vault)', () => vault.secret('host=cache password=hunter2')) }],
  ['a private key where a reference is due', literal('-----BEGIN PRIVATE KEY----- hunter2')],
  ['an API key literal where a reference is due', literal('AKIAIOSFODNN7EXAMPLE')],
  ['a contract file that is missing', contract('contract.yaml', 'there is no such file', '; give the path of an OpenAPI 3 document', {})],
  ['a contract that is too large', contract('33554433 bytes', 'allowed are 33554432', '; split the contract', { 'api/contract.yaml': 'a'.repeat(32 * 1024 * 1024 + 1) })],
  ['a contract of OpenAPI 2', contract('it is a Swagger document', 'allowed are OpenAPI 3.0, 3.1 and 3.2', '; convert it to OpenAPI 3', { 'api/contract.yaml': 'swagger: "2.0"' })],
  ['a contract of OpenAPI 4', contract('"openapi" is "4.0.0"', '"3.0.x", "3.1.x" and "3.2.x"', '; give an OpenAPI 3 document', { 'api/contract.yaml': 'openapi: 4.0.0' })],
  ['a contract that is no OpenAPI', contract('the document is text', 'an OpenAPI document is an object', '; give an OpenAPI 3 document', { 'api/contract.yaml': 'hello' })],
  ['a contract with `__proto__`', contract('"__proto__"', 'can change the behaviour of programs that read the document', '; rename it', openApi('paths: { __proto__: { get: { operationId: polluted } } }\n'))],
  ['a contract with an alias bomb', contract('nodes', 'allowed are 100000', '; split the contract', openApi(bomb()))],
  ['a contract with a `$ref` outside its folder', contract('$ref "../secret.yaml#/a" leaves the folder', REF_ALLOWED, REF_FIX, reference('../secret.yaml#/a'))],
  ['a contract with an absolute `$ref`', contract('$ref "/etc/passwd" is an absolute path', REF_ALLOWED, REF_FIX, reference('/etc/passwd'))],
  ['a contract with a `$ref` to the network', contract('$ref "https://evil.example.com/a.yaml" names a scheme', REF_ALLOWED, REF_FIX, reference('https://evil.example.com/a.yaml'))],
  ['a contract with a `$ref` to a host', contract('$ref "//evil.example.com/a.yaml" names a host', REF_ALLOWED, REF_FIX, reference('//evil.example.com/a.yaml'))],
];

describe('refused at once, with code, path, the value received, what is allowed and the fix', () => {
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'refusals-')); });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each(ROWS)('%s', (_, { code, path, call, got, allowed, fix }) => {
    // A contract has no construct, and its folder differs from run to run.
    const at = path === 'Contract.openApi' ? `Contract.openApi(${JSON.stringify(join(folder, 'api/contract.yaml'))})` : path;
    expectRefusal(call, code, at, got, allowed, fix);
  });

  test.each(ROWS.filter(([, { got }]) => got === NOT_REPEATED))('%s: the message does not repeat it', (_, { call }) => {
    expect(call).toThrow(/^((?!hunter2|AKIA)[^])*$/);
  });

  test('a negative duration: cdk8s itself refuses it with the value, before this library sees it', () => {
    expect(() => Duration.millis(-1)).toThrow('Duration amounts cannot be negative. Received: -1');
  });
});
