import {
  Credential, CredentialPart, DataAccess, EnvNames, ExternalRabbitMqProps, Locator, Login, Protocol, Provision, RabbitMq, RabbitMqProvider,
  RabbitMqWorkloadOptions, ServiceShape, Topology,
} from '../../src';
import { given as answering } from '../../src/backing-services/given';
import { expectRefusal, newTopology, newWorkload, readable, told, variablesOf, vault } from '../support/declare';

const credentials = vault.secret('rw');
const external = (props: Partial<ExternalRabbitMqProps> = {}, shop: Topology = newTopology()) =>
  new RabbitMq(shop, 'broker', { provider: RabbitMqProvider.external({ host: 'mq.example', credentials, ...props }) });
const inWorkload = (options?: RabbitMqWorkloadOptions, shop: Topology = newTopology()) =>
  new RabbitMq(shop, 'broker', { provider: RabbitMqProvider.workload(newWorkload(shop, 'rabbitmq'), options) });
const read = (broker: RabbitMq, access?: DataAccess) => readable(told(broker, newWorkload(newTopology(), 'orders'), access));

test('is a broker over TCP; clients start TLS unless told, and are told every part', () => {
  const url = 'amqps://{rw username %}:{rw password %}@mq.example:5671/%2F';
  expect(external()).toMatchObject({ protocol: Protocol.TCP, bindingType: 'rabbitmq', shape: ServiceShape.BROKER, clientRouted: false });
  expect(read(external())).toEqual({
    'URL': url, '(uri)': url, '(addresses)': 'mq.example:5671', '(host)': 'mq.example', '(port)': '5671', '(virtual-host)': '/', '(ssl)': 'true',
    '(username)': '{rw username}', '(password)': '{rw password}',
  });
});

test('a workload needs no credentials; the official image is given those that clients are given', () => {
  expect(read(inWorkload()).URL).toBe('amqp://broker.shop.svc:5672/%2F');
  const serverEnvNames = EnvNames.map({ RABBITMQ_DEFAULT_USER: '{username}', RABBITMQ_DEFAULT_PASS: '{password}', RABBITMQ_DEFAULT_VHOST: '{virtual-host}' });
  expect(() => inWorkload({ credentials, serverEnvNames, virtualHost: 'orders' })).not.toThrow();
});

test('one who only reads gets the credentials that may only read', () =>
  expect(read(external({ readOnlyCredentials: vault.secret('ro') }), DataAccess.READ_ONLY).URL).toContain('{ro username %}:{ro password %}@'));

test('swapping the provider leaves the variables that a consumer reads', () => {
  const operated = (shop: Topology) => new RabbitMq(shop, 'broker', { provider: RabbitMqProvider.clusterOperator({ cluster: 'mq', credentials }) });
  for (const declare of [(shop: Topology) => external({}, shop), (shop: Topology) => inWorkload({}, shop), operated]) {
    const shop = newTopology();
    const orders = newWorkload(shop, 'orders');
    orders.uses(declare(shop));
    expect(shop.read().bindingsOf(orders).flatMap(variablesOf)).toEqual(['BROKER_URL']);
  }
});

test('BST017: a provider of somebody else cannot give a credential that enters nothing', () => {
  const login = Login.shared(Credential.of({ username: CredentialPart.text('u') }));
  const provision = new Provision({ locator: Locator.external({ addresses: [{ host: 'mq.example', port: 5672 }] }), login });
  const broker = new RabbitMq(newTopology(), 'broker', { provider: answering(RabbitMqProvider, () => provision) });
  expectRefusal(() => read(broker), 'BST017', 'chart/shop/broker', '"username" and "password", or "client-certificate" and "private-key", or "uri"');
});
