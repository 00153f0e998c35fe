import {
  AddressRole, BackingServiceTraits, Credential, DataAccess, HttpMatch, HttpRoute, LoadBalancing, Locator, Login,
  Pods, Protocol, Provision, ServiceShape, TlsStart, Tls, Topology,
} from '../../src';
import { isBranded } from '../../src/private/brand';
import { AnyService, expectRefusal, newTopology, newWorkload, readable, survivesHostileText, told, vault } from '../support/declare';

const external = (...addresses: Array<{ readonly role?: AddressRole; readonly protocol?: Protocol; readonly tls?: Tls }>) =>
  Locator.external({ addresses: addresses.map((address, at) => ({ host: `h${at}.example.com`, port: 1, ...address })) });
const users = (...names: string[]) => {
  const [all, readOnly] = names.map(name => vault.secret(name));
  return Login.shared(all, readOnly as Credential | undefined);
};
const toV1 = HttpRoute.when(HttpMatch.header('a', 'b')).to('v1');
/** All that a kind can state, of a service with one version. */
const all = (shop: Topology): Required<BackingServiceTraits> => {
  const pods = Pods.fromLabels({ labels: { app: 'any' }, versions: [{ name: 'v1', labels: { version: 'v1' } }] });
  const locator = Locator.ofWorkload({ workload: newWorkload(shop, 'server', { pods }), addresses: [{ service: 'any', port: 1 }] });
  return {
    bindingType: 'redis',
    provision: new Provision({ locator, login: users('all'), provider: 'somebody' }),
    shape: ServiceShape.CACHE,
    contract: { operations: [] },
    idempotentMethods: ['shop.Any/Get'],
    routes: [toV1, HttpRoute.split({ v1: 100 })],
    loadBalancing: LoadBalancing.RANDOM,
    clientRouted: true,
    maxConnections: 97,
  };
};
const provided = (props: ConstructorParameters<typeof Provision>[0]) =>
  new AnyService(newTopology(), 'any', { ...AnyService.traits(), provision: new Provision(props) });

test('a service tells every trait that its kind states, and what its provider gave', () => {
  const shop = newTopology();
  const { provision, ...traits } = all(shop);
  const service = new AnyService(shop, 'any', { provision, ...traits });
  expect(service).toMatchObject({ name: 'any', ...traits });
  expect([service.locator, service.login, service.provider]).toEqual([provision.locator, provision.login, 'somebody']);
  expect(isBranded(service, 'BackingService')).toBe(true);
});

test('its routes and its contract are what they were when it was declared, and take no change', () => {
  const operation = { id: 'getUser', method: 'GET', path: '/users', retriable: true };
  const shop = newTopology();
  const traits = { ...all(shop), contract: { operations: [{ ...operation }] } };
  const given = [...traits.routes];
  const { routes, contract } = new AnyService(shop, 'any', traits);
  traits.routes.pop();
  traits.contract.operations[0].path = '/admin';
  expect([routes, contract!.operations]).toEqual([given, [operation]]);
  expect(() => routes.push(HttpRoute.split({ nope: 100 }))).toThrow(TypeError);
  expect(() => Object.assign(contract!.operations[0], { path: '/admin' })).toThrow(TypeError);
});

test.each([0, 1.5, 2 ** 31])('BST010: takes no %p connections', maxConnections => expectRefusal(
  () => new AnyService(newTopology(), 'any', { ...AnyService.traits(), maxConnections }), 'BST010', 'chart/shop/any', `maxConnections "${maxConnections}"`, '1..2147483647'));

test('what nobody states is absent or false', () => {
  const service = provided({ locator: external({}) });
  expect(service).toMatchObject({ routes: [], idempotentMethods: [], enforcesReadOnly: false, clientRouted: false });
  expect([service.contract, service.loadBalancing, service.provider, service.login]).toEqual(Array(4).fill(undefined));
});

test.each([
  [Protocol.HTTP, Tls.NONE, true, LoadBalancing.LEAST_REQUEST], [Protocol.GRPC, Tls.BY_MESH, true, LoadBalancing.LEAST_REQUEST],
  [Protocol.HTTP, Tls.byClient(), false, undefined], [Protocol.TCP, Tls.NONE, false, undefined],
])('with %s, its requests show only where a mesh can read them, and are spread only there', (protocol, tls, shown, spread) => {
  const service = provided({ locator: external({ role: AddressRole.MEMBER }, { protocol, tls }) });
  expect([service.protocol, service.showsRequests, service.loadBalancing]).toEqual([protocol, shown, spread]);
  expect(service.locator.primary.tls.start).toBe(tls.start);
  expect(Object.values(TlsStart)).toContain(tls.start);
});

test.each<[string, boolean, ConstructorParameters<typeof Provision>[0]]>([
  ['nothing of its own', false, { locator: external({}), login: users('all') }],
  ['a user of its own', true, { locator: external({}), login: users('all', 'reader') }],
  ['an address of its own', true, { locator: external({}, { role: AddressRole.READ_ONLY }) }],
])('a consumer that only reads and has %s is held to that: %p', (_, held, props) => expect(provided(props).enforcesReadOnly).toBe(held));

test('a consumer is told what the kind binds', () => {
  const shop = newTopology();
  const service = new AnyService(shop, 'any', AnyService.traits());
  expect(readable(told(service, newWorkload(shop, 'orders'), DataAccess.READ_ONLY, ['g']))).toEqual({ GROUPS: 'read-only g' });
});

test.each(['Any', '1any', 'an_y', 'a'.repeat(64), '', 'workloads'])('BST801: refuses the id %p, because it names a Service', id =>
  expectRefusal(() => new AnyService(newTopology(), id, AnyService.traits()), 'BST801', `chart/shop/${id}`, `"${id}`, 'RFC 1035 label'));

test.each<[string, Partial<BackingServiceTraits>]>([
  ['type', { bindingType: 'My Type' }], ['provider', { provision: new Provision({ locator: external({}), provider: 'My Type' }) }],
])('BST801: refuses a %s that is no word, and leaves nothing behind', (_, traits) => {
  const shop = newTopology();
  const refused = () => new AnyService(shop, 'any', { ...AnyService.traits(), ...traits });
  expectRefusal(refused, 'BST801', 'chart/shop/any', '"My Type"', 'the type or provider of a binding');
  expect(shop.node.tryFindChild('any')).toBeUndefined();
});

test.each<[string, HttpRoute[], string]>([
  ['BST604', [HttpRoute.split({ v9: 100 })], 'leads to version "v9", but the provider has "v1"'], ['BST008', [toV1], 'no route takes the requests that match nothing'],
])('%s: refuses such routes of a kind of one\'s own, and leaves nothing behind', (code, routes, words) => {
  const shop = newTopology();
  const traits = { ...all(shop), routes };
  expectRefusal(() => new AnyService(shop, 'any', traits), code, 'chart/shop/any', words);
  expect(shop.node.tryFindChild('any')).toBeUndefined();
});

test.each(['app:CANARY@db', 'https://app:CANARY@db'])('BST511: refuses a credential in a host of any kind: %s', host => {
  const declared = () => new AnyService(newTopology(), 'any', AnyService.traits(host));
  expectRefusal(declared, 'BST511', 'chart/shop/any', 'not repeated here', 'give host and port');
  expect(declared).not.toThrow('CANARY');
});

test('survives hostile text', () => survivesHostileText(text => [
  () => new AnyService(newTopology(), text, AnyService.traits()), () => new AnyService(newTopology(), 'any', AnyService.traits(text)),
  () => new AnyService(newTopology(), 'any', { ...AnyService.traits(), bindingType: text }),
].forEach(declare => declare())));
