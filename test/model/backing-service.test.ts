import { BackingServiceTraits, DataAccess, HttpMatch, HttpRoute, LoadBalancing, Protocol, ServiceShape } from '../../src';
import { isBranded } from '../../src/model/brand';
import { AnyService, expectRefusal, newTopology, newWorkload, readable, requestFrom, survivesHostileText } from '../support/declare';

const endpoint = { origin: 'external' as never, host: 'a.example.com', port: 1, moreHosts: ['b.example.com'] };
const all: Required<BackingServiceTraits> = {
  bindingType: 'redis',
  bindingProvider: 'somebody',
  protocol: Protocol.HTTP,
  endpoint,
  shape: ServiceShape.CACHE,
  contract: { operations: [] },
  routes: [HttpRoute.when(HttpMatch.header('a', 'b')).to('v1')],
  loadBalancing: LoadBalancing.RANDOM,
  readOnlyEnforced: true,
  clientRouted: true,
};

test('a service tells every trait that its kind states', () => {
  const service = new AnyService(newTopology(), 'any', all);
  for (const [trait, value] of Object.entries(all)) expect([trait, service[trait as keyof BackingServiceTraits]]).toEqual([trait, value]);
  expect(service.name).toBe('any');
  expect(isBranded(service, 'BackingService')).toBe(true);
});

test('what a kind does not state is absent or false', () => {
  const service = new AnyService(newTopology(), 'any', AnyService.traits());
  expect(service).toMatchObject({ routes: [], readOnlyEnforced: false, clientRouted: false });
  expect([service.contract, service.loadBalancing]).toEqual([undefined, undefined]);
});

test('a consumer is told what the kind binds', () => {
  const shop = newTopology();
  const service = new AnyService(shop, 'any', AnyService.traits());
  expect(readable(service.bind(requestFrom(newWorkload(shop, 'orders'), DataAccess.READ_ONLY, ['g'])))).toEqual({ GROUPS: 'read-only /bindings/b g' });
});

test.each(['Any', '1any', 'an_y', 'a'.repeat(64), '', 'workloads'])('BST801: refuses the id %p, because it names a Service', id =>
  expectRefusal(() => new AnyService(newTopology(), id, AnyService.traits()), 'BST801', `chart/shop/${id}`, `"${id}`, 'RFC 1035 label'));

test.each([{ ...endpoint, host: 'app:CANARY@db' }, { ...endpoint, moreHosts: ['ok', 'https://app:CANARY@db'] }])(
  'BST511: refuses a credential in a host of any kind', bad => {
    const declared = () => new AnyService(newTopology(), 'any', { ...AnyService.traits(), endpoint: bad });
    expectRefusal(declared, 'BST511', 'chart/shop/any', 'not repeated here', 'SecretStore.cluster(name).secret(key)');
    expect(declared).not.toThrow('CANARY');
  });

test('survives hostile ids', () => survivesHostileText(id => new AnyService(newTopology(), id, AnyService.traits())));
