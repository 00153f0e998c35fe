import { BackingService, HttpProvider, HttpService, Kafka, KafkaProvider, Postgres, PostgresProvider, SidecarOptions, TcpProvider, TcpService } from '../../src';
import { newGateway } from '../support/gateway';
import { dependOn, MeshDeclaration } from '../support/mesh';

/** The hosts that a workload in `shop` is told of besides the control plane, of a service that it depends on. */
const hostsOf = (declare: (d: MeshDeclaration) => BackingService, sidecars: SidecarOptions = {}, clusterDomain?: string) => {
  const declared = new MeshDeclaration({ sidecars, clusterDomain, dnsCapture: true });
  dependOn(declared.workload('web'), declare(declared));
  const hosts = declared.spec('Sidecar', 'web').egress[0].hosts as string[];
  expect(hosts).toContain('istio-system/*');
  return hosts.filter(host => host !== 'istio-system/*');
};

test.each<[string, (d: MeshDeclaration) => BackingService, string[]]>([
  ['a service of its own namespace', d => d.api(d.workload('users')), ['./users-api.shop.svc.cluster.local']],
  ['a service of another namespace', d => d.api(d.workload('users', { namespace: 'books' })), ['books/users-api.books.svc.cluster.local']],
  ['another team\'s service, and its own routes to it', d => new HttpService(d.topology, 'rates', { provider: HttpProvider.inCluster({ service: 'rates', namespace: 'tariffs', port: 80 }) }),
    ['./rates.tariffs.svc.cluster.local', 'tariffs/rates.tariffs.svc.cluster.local']],
  ['an operator\'s database, with the replicas for reading', d => new Postgres(d.topology, 'db', { provider: PostgresProvider.cloudNativePg({ cluster: 'db', namespace: 'data' }) }),
    ['data/db-ro.data.svc.cluster.local', 'data/db-rw.data.svc.cluster.local']],
  ['brokers that clients learn of', d => new Kafka(d.topology, 'kafka', { provider: KafkaProvider.strimzi({ cluster: 'main', namespace: 'kafka' }) }),
    ['kafka/main-kafka-bootstrap.kafka.svc.cluster.local', 'kafka/main-kafka-brokers.kafka.svc.cluster.local']],
  ['a third party', d => d.external('payments'), ['./payments.example.com']],
  ['an address outside, by the name that its entry has', d => new TcpService(d.topology, 'till', { provider: TcpProvider.external({ host: '203.0.113.7', port: 9000 }) }), ['./203-0-113-7.address.invalid']],
])('%s', (_, declare, hosts) => expect(hostsOf(declare)).toEqual(hosts));

test('a third party that a gateway relays, and the Service of the gateway', () => {
  const relayed = (d: MeshDeclaration) => {
    const payments = d.payments();
    newGateway(d.topology, { service: 'out' }, 'egress').relays(payments);
    return payments;
  };
  expect(hostsOf(relayed, {}, 'example.internal')).toEqual(['./payments.example.com', 'istio-ingress/out.istio-ingress.svc.example.internal']);
});

test('a service that everybody depends on is known to everybody', () => {
  const declared = new MeshDeclaration({ sidecars: {} });
  declared.workloads('web', 'users');
  declared.topology.everyWorkloadCalls(declared.external('flags'));
  expect(['web', 'users'].map(name => declared.spec('Sidecar', name).egress[0].hosts)).toEqual([['./flags.example.com', 'istio-system/*'], ['./flags.example.com', 'istio-system/*']]);
});

test('who depends on nothing is told of the control plane alone, and others\' services stay unknown', () => {
  const declared = new MeshDeclaration({ sidecars: {}, controlPlaneNamespace: 'istio-control' });
  declared.caller('web', declared.api(declared.workload('users')));
  expect(declared.spec('Sidecar', 'users').egress).toEqual([{ hosts: ['istio-control/*'] }]);
});

test('further hosts stand beside, each once, and a Service\'s gets the cluster\'s domain', () => {
  const furtherHosts = ['observability/*', './payments.example.com', 'data/cache.data.svc', '*/*.example.org', 'observability/*'];
  expect(hostsOf(d => d.external('payments'), { furtherHosts }, 'c1')).toEqual(['*/*.example.org', './payments.example.com', 'data/cache.data.svc.c1', 'observability/*']);
});

test.each(['otel.example.com', 'observability/', '/*', '~/*', 'Observability/*', 'a/b/c', 'a/*.', 'a/**', 'a/*.*.b'])('refuses %s', host =>
  expect(() => new MeshDeclaration({ sidecars: { furtherHosts: [host] } }).read()).toThrow(/BST053.*is no host of a namespace/s));

test('refuses every host of the mesh, and a credential without repeating it', () => {
  expect(() => new MeshDeclaration({ sidecars: { furtherHosts: ['*/*'] } }).read()).toThrow(/BST053.*every host of the mesh/s);
  expect(() => new MeshDeclaration({ sidecars: { furtherHosts: ['a/https://me:hunter2@b'] } }).read()).toThrow(expect.objectContaining({ code: 'BST511', message: expect.not.stringContaining('hunter2') as string }));
});
