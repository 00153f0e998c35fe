import {
  Credential, CredentialPart, DataAccess, ExternalNatsProps, Locator, Login, Nats, NatsProvider, Protocol, Provision, ServiceShape,
  Topology, WorkloadPortOptions,
} from '../../src';
import { given as answering } from '../../src/backing-services/given';
import { expectRefusal, newTopology, newWorkload, readable, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('rw');
const external = (props: Partial<ExternalNatsProps> = {}, shop: Topology = newTopology()) =>
  new Nats(shop, 'bus', { provider: NatsProvider.external({ host: 'nats.example', credentials, ...props }) });
const inWorkload = (options?: WorkloadPortOptions, shop: Topology = newTopology()) =>
  new Nats(shop, 'bus', { provider: NatsProvider.workload(newWorkload(shop, 'nats'), options) });
const read = (bus: Nats, access?: DataAccess) => readable(told(bus, newWorkload(newTopology(), 'orders'), access));

test('is a broker over TCP; clients insist on TLS unless told, and read a URL without a credential', () => {
  expect(external()).toMatchObject({ protocol: Protocol.TCP, bindingType: 'nats', shape: ServiceShape.BROKER, clientRouted: false });
  expect(read(external())).toEqual({
    'URL': 'tls://nats.example:4222', '(uri)': 'tls://nats.example:4222', '(servers)': 'nats.example:4222', '(host)': 'nats.example', '(port)': '4222', '(tls)': 'true',
    '(tls-first)': 'false', 'USERNAME': '{rw username}', '(username)': '{rw username}', 'PASSWORD': '{rw password}', '(password)': '{rw password}',
  });
});

test('a workload needs no credentials; the mesh guards it', () => {
  expect(read(inWorkload())).toMatchObject({ 'URL': 'nats://bus.shop.svc:4222', '(tls)': 'false' });
  expect(read(inWorkload())).not.toHaveProperty('PASSWORD');
});

test('one who only reads enters with the credentials for that', () =>
  expect(read(external({ readOnlyCredentials: vault.secret('ro') }), DataAccess.READ_ONLY).PASSWORD).toBe('{ro password}'));

test('swapping the provider leaves the variables that a consumer reads', () => {
  const inCluster = (shop: Topology) => new Nats(shop, 'bus', { provider: NatsProvider.inCluster({ service: 'nats', namespace: 'nats', credentials }) });
  for (const declare of [(shop: Topology) => external({}, shop), (shop: Topology) => inWorkload({ credentials }, shop), inCluster]) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(declare(shop));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['BUS_PASSWORD', 'BUS_URL', 'BUS_USERNAME']);
  }
});

test('BST017: a provider of somebody else cannot give a credential that enters nothing', () => {
  const login = Login.shared(Credential.of({ username: CredentialPart.text('u') }));
  const provision = new Provision({ locator: Locator.external({ addresses: [{ host: 'nats.example', port: 4222 }] }), login });
  const bus = new Nats(newTopology(), 'bus', { provider: answering(NatsProvider, () => provision) });
  expectRefusal(() => read(bus), 'BST017', 'chart/shop/bus', '"username" and "password", or "token", or "creds", or "nkey-seed"');
});
