import { ApiObject, App, Chart } from 'cdk8s';
import {
  CircuitBreaker, Credential, Criticality, HttpProvider, HttpService, KubernetesSecret, Mesh, Platform,
  Pods, PodsFromLabelsProps, Redis, RedisProvider,
  RetryPolicy, SecretStore, Severity, Subject, Topology, Workload,
} from '../../src';
import { ms } from '../support/topology';

const PATH = 'chart/shop/workloads';

/** Every item of the list "As findings": code, path, the values that show it, why it is wrong, the fix. */
const ROWS: [string, string, string, string, string, string][] = [
  ['two objects of one (group, kind, namespace, name)', 'BST803', 'chart/mine', '2 objects are Service "orders-api" in namespace "shop"',
    'chart/mine, chart/platform/services/Service shop.orders-api', 'rename or remove chart/mine, because the other name follows from what is declared'],
  ['a secret without producer', 'BST519', `${PATH}/web uses cache`, 'the credentials of cache from ClusterSecretStore vault', 'nothing fetches',
    'give the Platform secrets: Secrets.externalSecrets()'],
  ['a subset that no pod label satisfies', 'BST604', `${PATH}/canary`, 'those of version v1 carry "app=canary", "version=one"', 'subset v1 selects pods with "app=canary", "version=v1"',
    'label the pods of version v1 with "app=canary", "version=v1"'],
  ['a breaker that can never act', 'BST215', `${PATH}/web calls canary-api`, '2 replicas × maxEjectionPercent 10 % = 0.2 < 1', 'no endpoint of canary-api is ever ejected',
    'set maxEjectionPercent to at least 50, or run at least 10 replicas'],
  ["worst case of the caller's tries longer than its timeout", 'BST104', `${PATH}/web calls slow-api`, '3 × 400 ms + 100 ms backoff = 1300 ms > timeout 1000 ms', '2 of 3 tries fit',
    'raise timeout to 1300 ms, or use RetryPolicy.attempts(1)'],
  ["a caller's timeout shorter than its callee's chain", 'BST102', `${PATH}/web calls orders-api`, 'web gives up on orders-api after 1000 ms', 'timeout 5000 ms > 1000 ms',
    'let web wait at least 5000 ms for orders-api, or orders at most 1000 ms for payments-api'],
  ['retry amplification over the path above a bound', 'BST112', `${PATH}/first calls second-api`, 'web → first-api ×4 → second-api ×5 = 20 > 16', 'one request can become 20 of second-api',
    'keep the retry on one call of the path'],
  ['cycles of synchronous calls', 'BST305', `${PATH}/ping`, 'ping → pong → ping', '2 workloads wait for each other', 'replace one call of the cycle by a message'],
  ['an env name two bindings claim', 'BST808', `${PATH}/web uses sessions`, 'variable STORE_URL is claimed by binding "store" to sessions', 'and by binding "store" to',
    'give this dependency a bindingName of its own'],
  ['a shared `default` service account with identity-based policy', 'BST506', `${PATH}/batch`, 'runs as ServiceAccount "default"', 'calls orders-api',
    'set it on what makes its pods, as serviceAccount of cdk8s-plus or as a JsonPatch of an ApiObject, or as serviceAccountName where something else makes them'],
];

/** One topology with all of it at once. */
function wrong(): { app: App; topology: Topology; workload: (name: string) => Workload } {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'shop' });
  const topology = new Topology(chart, 'shop');
  const workloads = new Map<string, Workload>();
  const workload = (name: string, pods: Partial<PodsFromLabelsProps> = {}) => workloads.get(name)
    ?? workloads.set(name, new Workload(topology, name, {
      pods: Pods.fromLabels({ labels: { app: name }, serviceAccountName: name, replicas: pods.versions ? undefined : 2, ...pods }),
    })).get(name)!;
  const api = (name: string, pods?: Partial<PodsFromLabelsProps>) => new HttpService(topology, `${name}-api`, { provider: HttpProvider.workload(workload(name, pods)) });
  const redis = (name: string, credentials: Credential) => new Redis(topology, name, { provider: RedisProvider.external({ host: `${name}.example.com`, credentials }) });
  const byHand = KubernetesSecret.existing('by-hand', { reason: 'the cache team makes it' }).credential({ uri: 'uri' });
  const web = workload('web');
  const [orders, payments, slow, first, second, ping, pong] = ['orders', 'payments', 'slow', 'first', 'second', 'ping', 'pong'].map(name => api(name));
  const canary = api('canary', { versions: [{ name: 'v1', labels: { version: 'one' }, replicas: 2 }] });

  web.calls(orders, { timeout: ms(1000) });
  workload('orders').calls(payments, { timeout: ms(5000) });
  web.calls(slow, { timeout: ms(1000), retry: RetryPolicy.attempts(2, { perTryTimeout: ms(400) }) });
  web.calls(canary, { circuitBreaker: CircuitBreaker.consecutiveErrors(5, { maxEjectionPercent: 10 }) });
  web.calls(first, { retry: RetryPolicy.attempts(3) });
  workload('first').calls(second, { retry: RetryPolicy.attempts(4) });
  workload('ping').calls(pong);
  workload('pong').calls(ping);
  workload('batch', { serviceAccountName: undefined }).calls(orders, { criticality: Criticality.OPTIONAL });
  web.uses(redis('cache', SecretStore.cluster('vault').secret('cache')));
  web.uses(redis('baskets', byHand), { bindingName: 'store' });
  web.uses(redis('sessions', byHand), { bindingName: 'store' });

  new ApiObject(chart, 'mine', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders-api', namespace: 'shop' } });
  return { app, topology, workload };
}

function withPlatform() {
  const declared = wrong();
  new Platform(declared.topology.node.scope as Chart, 'platform', { topology: declared.topology, mesh: Mesh.istio({ dnsCapture: true }) });
  return declared;
}

describe('found in the whole', () => {
  const declared = withPlatform();
  const errors = declared.topology.findings.filter(({ severity }) => severity === Severity.ERROR);

  test.each(ROWS)('%s', (_, code, path, got, why, fix) => {
    const found = errors.filter(finding => finding.code === code && finding.path === path).map(({ problem, fix: remedy }) => `${problem}; ${remedy}`);
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(got)]));
    const message = found.find(text => text.includes(got))!;
    expect(message).toContain(why);
    expect(message).toMatch(/^[^\n]+; [^\n]+[^.\n]$/);
    expect(message.slice(message.lastIndexOf('; '))).toContain(fix);
  });

  test('nothing else is', () => {
    expect([...new Set(errors.map(({ code }) => code))]).toEqual(ROWS.map(([, code]) => code).sort());
  });

  test('all together in one failure, each on a line of its own with code and path, sorted', () => {
    const lines = messageOf(() => declared.app.synthYaml()).split('\n');
    expect(lines[0]).toBe('Validation failed with the following errors:');
    expect(lines.slice(1)).toEqual(errors.map(({ code, path, problem, fix }) => `  [chart/shop] ${code} ${path}: ${problem}; ${fix}`));
    expect(lines.slice(1).map(line => line.slice('  [chart/shop] '.length))).toEqual([...lines.slice(1).map(line => line.slice('  [chart/shop] '.length))].sort());
    expect(lines).toHaveLength(1 + errors.length);
  });
});

describe('an acknowledgement', () => {
  test.each(ROWS)('with a reason accepts: %s', (_, code) => {
    const { topology } = withPlatform();
    topology.acknowledge(code, Subject.of(topology.node.root), 'it is known and right here');
    const codes = topology.findings.map(finding => finding.code);
    expect(codes).not.toContain(code);
    expect(codes).not.toContain('BST001');
    expect(new Set(topology.findings.filter(({ severity }) => severity === Severity.ERROR).map(finding => finding.code)).size).toBe(ROWS.length - 1);
  });

  test('of all of them lets the synthesis go on', () => {
    const { app, topology } = withPlatform();
    for (const [, code] of ROWS) topology.acknowledge(code, Subject.of(topology.node.root), 'it is known and right here');
    expect(app.synthYaml()).toContain('kind: Service');
  });

  test('at another element accepts nothing, and is itself reported', () => {
    const { topology, workload } = withPlatform();
    topology.acknowledge('BST305', workload('slow'), 'it is known and right here');
    expect(topology.findings.map(({ code }) => code)).toContain('BST305');
    expect(topology.findings.filter(({ code }) => code === 'BST001')).toEqual([{
      code: 'BST001',
      severity: Severity.WARNING,
      path: `${PATH}/slow`,
      problem: 'BST305 is acknowledged here ("it is known and right here"), but there is no such finding',
      fix: 'remove the acknowledgement, or move it to the element that the finding names',
    }]);
  });

  test.each(['', 'because'])('without a reason is refused: %j', reason => {
    const { topology } = withPlatform();
    expect(() => topology.acknowledge('BST305', topology, reason)).toThrow(/^BST023 chart\/shop: reason ".*" for acknowledging "BST305": allowed are at least 10 characters; say why/);
  });
});

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}
