import { Criticality, Dependency, DependencyVerb, HttpProvider, HttpService } from '../../src';
import { isBranded } from '../../src/private/brand';
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
  expect([calls.channel, uses.channel, publishes.channel?.name, consumes.channel?.name]).toEqual([undefined, undefined, 'created', 'created']);
  expect([calls, uses, publishes, consumes].map(edge => edge.source.name)).toEqual(Array(4).fill('orders'));
  expect([consumes.name, consumes.path]).toEqual(['orders consumes created', 'chart/shop/workloads/orders consumes kafka/created']);
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

describe('a dependency that was declared', () => {
  const [calls] = oneOfEachVerb();

  test('cannot be changed, nor what it says', () => {
    expect(() => Object.assign(calls, { policy: {} })).toThrow(TypeError);
    expect(() => Object.assign(calls.policy, { timeout: undefined })).toThrow(TypeError);
  });

  test('cannot be made to allow one more operation', () => {
    const shop = newTopology();
    const contract = { operations: [{ id: 'getUser', method: 'GET', path: '/users', retriable: true }] };
    const users = new HttpService(shop, 'users', { provider: HttpProvider.workload(newWorkload(shop, 'server')), contract });
    const { policy } = newWorkload(shop, 'web').calls(users, { operations: ['getUser'] });
    expect(() => policy.operations!.push({ ...policy.operations![0], path: '/admin' })).toThrow(TypeError);
  });

  test('is read only if a verb made it, whatever looks like it', () => {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    const service = newTcpService(shop, 'ldap');
    const Made = Dependency as unknown as new (path: string, props: object) => Dependency;
    class Below extends Made {}
    for (const Attack of [Made, Below]) expect(new Attack(`${orders.path} uses ldap`, { verb: 'uses', source: orders, service }).service).toBe(service);
    expect(shop.read().dependencies).toEqual([]);
  });
});
