import { Chart, Duration } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  BindingDelivery, CallOptions, CircuitBreaker, ConnectionPool, ConsumeOptions, Criticality, DataAccess, EnvNames,
  Gateway, HttpProvider, HttpService, InteractionModel, Machines, MutualTls, PodFacts, Pods, PublishOptions,
  RetryPolicy, UseOptions, Workload, WorkloadProps,
  WorkloadStanding,
} from '../../src';
import { isBranded } from '../../src/private/brand';
import {
  expectRefusal, newKafka, newTcpService, newTopology, newWorkload, survivesHostileText, topologyWithoutNamespace,
} from '../support/declare';

const ORDERS = 'chart/shop/workloads/orders';
const versionsOfOrders = [{ name: 'v2', labels: { v: '2' }, replicas: 1 }, { name: 'v1', labels: { v: '1' }, replicas: 2 }];
const pods = Pods.fromLabels({ labels: { b: '2', a: '1' }, versions: versionsOfOrders });
const versionOfPods = (name?: string, v = '1') => ({ name, labels: { app: 'x', v } });
const envNames = EnvNames.map({ STORE: '{url}' });
const binding = { bindingName: 'store', envNames, delivery: BindingDelivery.FILES, containers: ['app'], criticality: Criticality.OPTIONAL };
const connection = {
  ...binding,
  connectTimeout: Duration.seconds(1),
  circuitBreaker: CircuitBreaker.consecutiveErrors(5),
  connectionPool: ConnectionPool.limits({ maxConnections: 10 }),
};
const call: Required<CallOptions> = { ...connection, operations: ['getUser'], timeout: Duration.seconds(2), interaction: InteractionModel.FIRE_AND_FORGET, retry: RetryPolicy.attempts(2) };
const use: Required<UseOptions> = { ...connection, access: DataAccess.READ_ONLY, clientConnections: 10 };
const publish: Required<PublishOptions> = { ...binding, transactionalIdPrefix: 'orders-' };
const consume: Required<ConsumeOptions> = { ...binding, consumerGroup: 'billing' };

describe('a workload', () => {
  test.each([0, -1, 1.5, 2 ** 31])('BST010: does not keep %p connections open', clientConnections => {
    const shop = newTopology();
    const web = newWorkload(shop, 'web');
    expectRefusal(() => web.uses(newTcpService(shop, 'ldap'), { clientConnections }), 'BST010', 'chart/shop/workloads/web uses ldap', `clientConnections "${clientConnections}"`, '1..2147483647');
  });

  test('is what it is told to be', () => {
    const all: Required<WorkloadProps> = { pods, namespace: 'books', serviceAccountName: 'robot', standing: WorkloadStanding.MIGRATING, envNames, delivery: BindingDelivery.FILES, boundContainers: ['app'], mutualTls: MutualTls.STRICT };
    const workload = new Workload(newTopology(), 'orders', all);
    expect(workload).toMatchObject({ name: 'orders', ...all });
    expect(workload.node.path).toBe(ORDERS);
    expect(isBranded(workload, 'Workload')).toBe(true);
  });

  test.each([WorkloadStanding.FOREIGN, WorkloadStanding.GATEWAY])('BST541: which connections the pods of a %s one take, its owner says', standing => {
    const shop = newTopology();
    expectRefusal(() => newWorkload(shop, 'orders', { standing, mutualTls: MutualTls.STRICT }), 'BST541', ORDERS, 'let its owner declare it');
    expect(newWorkload(shop, 'orders', { standing }).mutualTls).toBeUndefined();
  });

  test.each([
    ['the pods', { namespace: 'theirs', serviceAccountName: 'robot' }, ['theirs', 'robot', true]], ['the topology', {}, ['shop', 'default', true]],
  ])('takes from %s what it is not told', (_, facts, expected) => {
    const workload = newWorkload(newTopology(), 'orders', { pods: Pods.fromLabels({ labels: { a: '1' }, ...facts }) });
    expect([workload.namespace, workload.serviceAccountName, workload.guarded]).toEqual(expected);
  });

  test('sorts its labels and versions, and sums up their pods', () => {
    const workload = newWorkload(newTopology(), 'orders', { pods });
    expect(Object.keys(workload.selector)).toEqual(['a', 'b']);
    expect([workload.versions.map(version => version.name), workload.replicas]).toEqual([['v1', 'v2'], 3]);
  });

  test('does not know its number of pods if that of one version is unknown', () => {
    const versions = [{ name: 'v1', labels: { v: '1' }, replicas: 2 }, { name: 'v2', labels: { v: '2' } }];
    expect(newWorkload(newTopology(), 'orders', { pods: Pods.fromLabels({ labels: { a: '1' }, versions }) }).replicas).toBeUndefined();
    expect(newWorkload(newTopology(), 'orders', { pods: Pods.fromLabels({ labels: { a: '1' }, replicas: 0 }) }).replicas).toBe(0);
  });

  test('may have the name of the service that it provides', () => {
    const shop = newTopology();
    const reviews = newWorkload(shop, 'reviews');
    expect(new HttpService(shop, 'reviews', { provider: HttpProvider.workload(reviews) }).locator.workload).toBe(reviews);
  });

  test.each(['Orders', 'a.b', '', 'a'.repeat(64)])('BST801: refuses the id %p', id =>
    expectRefusal(() => newWorkload(newTopology(), id, { pods }), 'BST801', `chart/shop/workloads/${id}`, `"${id}`, 'RFC 1123 label'));

  test.each(['web', 'Web'])('is refused under the one path that it would have, whatever is wrong: %s', id => {
    const shop = newTopology();
    const scope = new Construct(shop, 'team');
    for (const [at, path] of [[shop, 'chart/shop'], [scope, 'chart/shop/team']] as const) {
      expectRefusal(() => new Workload(at, id, { pods: 1 as never }), 'BST021', `${path}/workloads/${id}`, 'props.pods');
      expectRefusal(() => new Workload(at, id, { pods, namespace: 'A' }), 'BST801', `${path}/workloads/${id}`, 'cannot be a DNS label');
    }
  });

  test.each([{ namespace: 'My Shop' }, { serviceAccountName: 'My Robot' }])('BST801: refuses %j', props =>
    expectRefusal(() => newWorkload(newTopology(), 'orders', props), 'BST801', ORDERS, `"${Object.values(props)[0]}"`, 'RFC 1123'));

  test.each<[string, string, PodFacts, string]>([
    ['BST025', 'no label', { selector: {}, versions: [versionOfPods()] }, 'no label selects these pods'],
    ['BST025', 'no version', { selector: { app: 'x' }, versions: [] }, 'there is no version'],
    ['BST025', 'one version twice', { selector: { app: 'x' }, versions: [versionOfPods('v1', '1'), versionOfPods('v1', '2')] }, 'two versions have the name "v1"'],
    ['BST801', 'a label that is none', { selector: { 'bad key!': 'x y' }, versions: [versionOfPods()] }, '"bad key!" cannot be the key of a label'],
    ['BST801', 'a version without a word in its name', { selector: { app: 'x' }, versions: [versionOfPods('')] }, '"" cannot be a DNS label'],
    ['BST801', 'a version that cannot be a subset', { selector: { app: 'x' }, versions: [versionOfPods('V 1')] }, '"V 1" cannot be a DNS label'],
    ['BST801', 'an account that is none', { selector: { app: 'x' }, versions: [versionOfPods()], serviceAccountName: 'My Robot' }, '"My Robot"'],
    ['BST801', 'a namespace that is none', { selector: { app: 'x' }, versions: [versionOfPods()], namespace: 'My Shop' }, '"My Shop"'],
    ['BST010', 'a number of pods that is none', { selector: { app: 'x' }, versions: [{ ...versionOfPods(), replicas: -1 }] }, 'replicas "-1"'],
  ])('%s: refuses pods of somebody else that tell %s, and leaves nothing behind', (code, _, facts, words) => {
    const shop = newTopology();
    expectRefusal(() => newWorkload(shop, 'orders', { pods: { describe: () => facts } }), code, ORDERS, words);
    expect(shop.read().workloads).toEqual([]);
  });

  test('BST031: cannot take the identity of another by contradicting what makes its pods, nor can a gateway', () => {
    const shop = newTopology();
    const made = Pods.of(new Deployment(new Chart(shop.node.root, 'of-others', { namespace: 'shop' }), 'd', { containers: [{ image: 'd' }] }));
    for (const props of [{ serviceAccountName: 'orders' }, { namespace: 'other' }]) {
      expectRefusal(() => newWorkload(shop, 'orders', { pods: made, ...props }), 'BST031', ORDERS, 'but the pods state');
      expectRefusal(() => new Gateway(shop, 'orders', { pods: made, ...props }), 'BST031', ORDERS, 'but the pods state');
    }
    expect(shop.read().workloads).toEqual([]);
  });

  test('BST031: nor by contradicting what is told of pods that something else makes', () => {
    const theirs = Pods.fromLabels({ labels: { app: 'x' }, namespace: 'theirs', serviceAccountName: 'robot' });
    expectRefusal(() => newWorkload(newTopology(), 'orders', { pods: theirs, namespace: 'shop' }), 'BST031', ORDERS, 'namespace "shop", but the pods state "theirs"');
    expect(newWorkload(newTopology(), 'orders', { pods: theirs, namespace: 'theirs' }).serviceAccountName).toBe('robot');
  });

  test('is what it was when it was declared, and takes no change', () => {
    const [labels, boundContainers] = [{ app: 'x' }, ['app']];
    const workload = newWorkload(newTopology(), 'orders', { boundContainers, pods: Pods.fromLabels({ labels }) });
    labels.app = 'y';
    boundContainers.pop();
    expect([workload.selector, workload.versions[0].labels, workload.boundContainers]).toEqual([{ app: 'x' }, { app: 'x' }, ['app']]);
    expect(() => delete workload.selector.app).toThrow(TypeError);
    expect(() => workload.versions.pop()).toThrow(TypeError);
    expect(() => workload.boundContainers!.pop()).toThrow(TypeError);
  });

  test('BST013: refuses to be in no namespace', () =>
    expectRefusal(() => newWorkload(topologyWithoutNamespace(), 'orders'), 'BST013', ORDERS, 'the namespace is unknown', 'set namespace on the Chart'));

  test('BST006: refuses a second one of its name', () => {
    const shop = newTopology();
    newWorkload(shop, 'orders');
    expectRefusal(() => newWorkload(shop, 'orders'), 'BST006', ORDERS, '"orders" is taken', 'declare an element once');
  });

  test('survives hostile text', () => survivesHostileText(text => [
    () => newWorkload(newTopology(), text, { pods }), () => newWorkload(newTopology(), 'a', { namespace: text }), () => newWorkload(newTopology(), 'a', { serviceAccountName: text }),
  ].forEach(declare => declare())));
});

describe('its verbs', () => {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  const operation = { id: 'getUser', method: 'GET', path: '/users', retriable: true };
  const users = new HttpService(shop, 'users', { provider: HttpProvider.workload(orders), contract: { operations: [operation] } });
  const topic = newKafka(shop).topic('created');
  const other = newKafka(shop, 'other').topic('billed');

  test.each<[string, object, object]>([
    ['calls', orders.calls(users, call).policy, { ...call, operations: [operation] }],
    ['uses', orders.uses(newTcpService(shop, 'ldap'), use).policy, use],
    ['publishes', orders.publishes(topic, publish).policy, publish],
    ['consumes', orders.consumes(other, consume).policy, consume],
  ])('%s carries every option to the policy', (_, policy, options) => expect(policy).toEqual(options));

  test('no option adds a default to the policy but the consumer group', () => {
    const web = newWorkload(shop, 'web');
    const policies = [web.calls(users), web.uses(newTcpService(shop, 'files')), web.publishes(topic), web.consumes(topic)].map(edge => edge.policy);
    expect(policies).toEqual([{}, {}, {}, { consumerGroup: 'shop.web' }]);
  });
});

test('a workload on machines tells which; one in pods has none', () => {
  const shop = newTopology();
  const billing = newWorkload(shop, 'billing', { pods: Machines.at([{ address: '192.0.2.7' }, { address: '192.0.2.8' }], { labels: { app: 'billing' } }) });
  expect(billing.machines).toMatchObject({ known: [{ address: '192.0.2.7' }, { address: '192.0.2.8' }], cidrs: ['192.0.2.7/32', '192.0.2.8/32'] });
  expect(billing.replicas).toBe(2);
  expect(newWorkload(shop, 'web').machines).toBeUndefined();
});

test('BST025: what somebody else tells of machines is held to the rules too', () => {
  const theirs = { describe: () => ({ selector: { app: 'a' }, versions: [{ labels: { app: 'a' } }], machines: { known: [], cidrs: ['192.0.2.0/24'] } }) };
  expectRefusal(() => newWorkload(newTopology(), 'billing', { pods: theirs }), 'BST025', 'chart/shop/workloads/billing', 'there is no machine');
});
