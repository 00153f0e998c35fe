import {
  BackingService, GrpcProvider, GrpcService, HttpProvider, HttpService, Kafka, KafkaProvider, Redis, RedisProvider, ServiceType, TcpProvider,
  TcpService, TlsOrigination, Topology,
} from '../../../src';
import { locatorOf } from '../../../src/report/from-graph/locator-of';
import { newKafka, newTopology, newWorkload, vault } from '../../support/declare';

const located = (declare: (shop: Topology) => BackingService) => JSON.parse(JSON.stringify(locatorOf(declare(newTopology()))));

test('a service of a workload is at its Kubernetes Service, with the pods behind it', () => {
  const provider = (shop: Topology) => HttpProvider.workload(newWorkload(shop, 'users'), { port: 80, targetPort: 8080, headless: true });
  expect(located(shop => new HttpService(shop, 'api', { provider: provider(shop) }))).toEqual({
    owner: 'workload', workload: 'chart/shop/workloads/users', namespace: 'shop', podLabels: { app: 'users' },
    addresses: [{
      role: 'primary', host: 'api.shop.svc', port: 80, targetPort: 8080, protocol: 'http', serviceName: 'api', headless: true,
    }],
  });
});

test.each([[ServiceType.LOAD_BALANCER, 'LoadBalancer'], [ServiceType.NODE_PORT, 'NodePort'], [ServiceType.CLUSTER_IP, undefined]])(
  'the type %s of its Kubernetes Service is told as %s', (serviceType, told) => {
    const provider = (shop: Topology) => HttpProvider.workload(newWorkload(shop, 'users'), { kubernetesService: { serviceType } });
    expect(located(shop => new HttpService(shop, 'api', { provider: provider(shop) })).addresses[0].serviceType).toBe(told);
  });

test('a service of an operator names its resource', () => {
  expect(located(newKafka)).toMatchObject({ owner: 'operator', operator: { operator: 'strimzi', resource: 'events' }, namespace: 'kafka' });
});

test('each server that clients learn of from the first is a member', () => {
  const provider = KafkaProvider.external({ bootstrapServers: ['b.example.com:9096'], brokerHosts: ['*.example.com'], credentials: vault.secret('kafka') });
  const { owner, addresses } = located(shop => new Kafka(shop, 'kafka', { provider }));
  expect(owner).toBe('external');
  expect(addresses.map(({ role, host, port }: Record<string, unknown>) => [role, host, port])).toEqual([
    ['primary', 'b.example.com', 9096], ['member', '*.example.com', 9096],
  ]);
});

test('a service outside has the port that a client dials, where no other is said, and its address ranges', () => {
  const provider = TcpProvider.external({ host: 'ldap.example.com', port: 636, cidrs: ['203.0.113.0/24'] });
  expect(located(shop => new TcpService(shop, 'ldap', { provider }))).toEqual({
    owner: 'external', cidrs: ['203.0.113.0/24'],
    addresses: [{ role: 'primary', host: 'ldap.example.com', port: 636, targetPort: 636, protocol: 'tcp' }],
  });
});

test('a service outside tells its endpoints, where DNS does not, and that nothing else is opened', () => {
  const provider = TcpProvider.external({ host: 'ldap.example.com', port: 636, endpoints: ['203.0.113.8', '203.0.113.7'] });
  expect(located(shop => new TcpService(shop, 'ldap', { provider }))).toMatchObject({ cidrs: ['203.0.113.8/32', '203.0.113.7/32'], endpoints: ['203.0.113.7', '203.0.113.8'] });
});

test.each<[string, (shop: Topology) => BackingService, object | undefined]>([
  ['the mesh', shop => new HttpService(shop, 's', { provider: HttpProvider.external('https://a.example.com') }), { start: 'mesh', authority: 'system' }],
  ['the client', shop => new HttpService(shop, 's', { provider: HttpProvider.external('https://a.example.com', { tlsOrigination: TlsOrigination.CLIENT }) }), { start: 'client', authority: 'system' }],
  ['the client of a cache', shop => new Redis(shop, 's', { provider: RedisProvider.external({ host: 'a.example.com', credentials: vault.secret('r') }) }), { start: 'client', authority: 'system' }],
  ['nobody', shop => new GrpcService(shop, 's', { provider: GrpcProvider.workload(newWorkload(shop, 'web')) }), undefined],
])('TLS that %s starts', (_, declare, tls) => {
  expect(located(declare).addresses[0].tls).toEqual(tls);
});
