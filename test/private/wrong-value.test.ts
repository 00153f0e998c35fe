import { Duration } from 'cdk8s';
import { checkOf } from '../../src/private/type-check';
import { wrongType } from '../../src/private/wrong-value';

const messageOf = (type: string, value: unknown, what = 'options of Workload.uses()') => wrongType(what, checkOf(type)(value)!, 'shop/web').message;

test.each<[string, unknown, string]>([
  ['DataAccess', 'READ_ONLY', 'is "READ_ONLY": due is one of DataAccess: "read-only", "read-write"; write DataAccess.READ_ONLY'],
  ['DataAccess', 'readonly', '; write DataAccess.READ_ONLY'],
  ['DataAccess', 1, 'is 1: due is one of DataAccess: "read-only", "read-write"; write DataAccess.READ_ONLY or DataAccess.READ_WRITE'],
  ['LoadBalancing', 'RANDOM', 'is "RANDOM": due is an object of the class LoadBalancing; give LoadBalancing.RANDOM or LoadBalancing.random()'],
  ['HttpProvider', undefined, 'is missing: due is an object of the class HttpProvider; give HttpProvider.external() or HttpProvider.inCluster() or HttpProvider.workload()'],
  ['IPods', {}, 'is an object: due is an implementation of IPods, which has describe(); give Machines.at() or Machines.group() or Pods.fromLabels() or Pods.named() or Pods.of() or Pods.rollout() or Pods.versions()'],
  ['ITopologyCheck', { check: () => [] }, 'is an object: due is an implementation of ITopologyCheck, which has code; give an implementation of ITopologyCheck'],
  ['string', 5, 'is 5: due is text; give text'],
  ['number', NaN, 'is NaN: due is a finite number'],
  ['boolean', 'yes', 'is "yes": due is true or false; give true or false'],
  ['string[]', {}, 'is an object: due is a list, each text'],
  ['string{}', [], 'is a list: due is a map, each value text'],
  ['cdk8s.Duration', 5, 'is 5: due is an object of the class cdk8s.Duration'],
  ['TopologyProps', new Map(), 'is an object of the class "Map": due is an object with the members of TopologyProps: "delivery", "envNames", "namespace"'],
  ['TopologyProps', Map, 'is the function or class "Map"'],
  ['TopologyProps', { namspace: 'a' }, '"namspace" in options of Workload.uses() is unknown: TopologyProps has "delivery", "envNames", "namespace", "production", "stageOf"; write namespace'],
  ['TopologyProps', { colour: 'a' }, '; leave it out'],
  ['TopologyProps', Symbol('a'), 'is Symbol(a)'],
  ['WorkloadPortOptions', { port: null }, 'is null: due is a finite number; leave it out'],
  ['HttpFault', { delay: { fixedDelay: Duration.seconds(1) } }, 'is missing: due is a finite number; give a finite number'],
])('%s, %p: %s', (type, value, words) => {
  expect(messageOf(type, value)).toContain(words);
  expect(messageOf(type, value)).toMatch(/^BST021 shop\/web: [^\n]+; [^\n]+[^.\n]$/);
});

test.each<[string, unknown, string]>([
  ['Credential', 'hunter2', 'props.credentials of RedisProvider.external()'],
  ['ExistingSecretProps', 'hunter2', 'props of KubernetesSecret.existing()'],
  ['number', 'AKIAIOSFODNN7EXAMPLE', 'options.port'],
  ['number', 'user@hunter2', 'options.port'],
  ['number', 'hunter2'.repeat(10), 'options.port'],
])('never repeats what may be a credential: %s', (type, value, what) => {
  expect(messageOf(type, value, what)).not.toContain(value);
  expect(messageOf(type, value, what)).toContain('a text (not repeated here)');
});

test.each<[unknown, string]>([[424242, 'a number'], [Symbol('424242'), 'a symbol'], [424242n, 'a bigint']])('repeats of a credential neither a number nor a symbol: %p', (value, words) => {
  expect(messageOf('CredentialPart', value, 'parts["password"] of Credential.of()')).not.toContain('424242');
  expect(messageOf('CredentialPart', value, 'parts["password"] of Credential.of()')).toContain(`is ${words} (not repeated here)`);
});

test('asks an object nothing that it could answer with an error', () => {
  const hostile = { get constructor() { throw new Error('asked'); }, toString() { throw new Error('asked'); } };
  expect(messageOf('string', hostile)).toContain('is an object: due is text');
  expect(messageOf('string', Object.create(null))).toContain('is an object: due is text');
});
