import { Criticality, Dependency, DependencyVerb } from '../../src';
import { isBranded } from '../../src/model/brand';
import { newHttpService, newKafka, newTcpService, newTopology, newWorkload } from '../support/declare';

function oneOfEachVerb(criticality?: Criticality): Dependency[] {
  const shop = newTopology();
  const orders = newWorkload(shop, 'orders');
  const topic = newKafka(shop).topic('created');
  const options = { criticality };
  return [
    orders.calls(newHttpService(shop, 'users'), options), orders.uses(newTcpService(shop, 'ldap'), options),
    orders.publishes(topic, options), orders.consumes(topic, options),
  ];
}

test('knows what it connects', () => {
  const [calls, uses, publishes, consumes] = oneOfEachVerb();
  const { CALLS, USES, PUBLISHES, CONSUMES } = DependencyVerb;
  expect([calls, uses, publishes, consumes].map(edge => edge.verb)).toEqual([CALLS, USES, PUBLISHES, CONSUMES]);
  expect([calls, uses, publishes, consumes].map(edge => edge.service.name)).toEqual(['users', 'ldap', 'kafka', 'kafka']);
  expect([calls.topic, uses.topic, publishes.topic?.name, consumes.topic?.name]).toEqual([undefined, undefined, 'created', 'created']);
  expect([calls, uses, publishes, consumes].map(edge => edge.source.name)).toEqual(Array(4).fill('orders'));
  expect(consumes.node.path).toBe('chart/shop/workloads/orders consumes created');
});

test('a workload waits for calls and uses, not for messages', () =>
  expect(oneOfEachVerb().map(edge => edge.isSynchronous)).toEqual([true, true, false, false]));

test.each([[undefined, true], [Criticality.REQUIRED, true], [Criticality.OPTIONAL, false]])('criticality %s is required: %p', (criticality, required) =>
  expect(oneOfEachVerb(criticality).map(edge => edge.isRequired)).toEqual(Array(4).fill(required)));

test('the policy holds what the author said and not what it connects', () => {
  const [calls] = oneOfEachVerb(Criticality.OPTIONAL);
  expect(calls.policy).toEqual({ criticality: Criticality.OPTIONAL });
  expect(isBranded(calls, 'Dependency')).toBe(true);
});
