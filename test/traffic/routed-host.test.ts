import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { Kafka } from '../../src/backing-services/kafka';
import { KafkaProvider } from '../../src/backing-services/kafka-provider';
import { AddressRole } from '../../src/model/address';
import { BackingService } from '../../src/model/backing-service';
import { DataAccess } from '../../src/model/data-access';
import { Locator } from '../../src/model/locator';
import { Provision } from '../../src/model/provision';
import { AnyService, vault } from '../support/declare';
import { newGateway } from '../support/gateway';
import { MeshDeclaration, dependOn } from '../support/mesh';

/** The hosts of a service as `host name@namespace -> visibleTo (callers)`, called from the namespaces given. */
function hostsOf(make: (declared: MeshDeclaration) => BackingService, ...namespaces: string[]): string[] {
  const declared = new MeshDeclaration();
  const service = make(declared);
  for (const [position, namespace] of namespaces.entries()) dependOn(declared.workload(`w${position}`, { namespace }), service);
  return declared.hosts(service).map(({ host, name, namespace, visibleTo, callers }) =>
    `${host} ${name}@${namespace} -> ${visibleTo.join(',')} (${callers.map(caller => caller.source.name).join(',')})`);
}

describe('the host of a service of ours', () => {
  test('is one, fully qualified, and its objects live in its namespace', () =>
    expect(hostsOf(declared => declared.users(), 'shop')).toEqual(['users-api.shop.svc.cluster.local users-api@shop ->  (w0)']));

  test('is seen in exactly the namespaces of its consumers', () =>
    expect(hostsOf(declared => declared.users(), 'web', 'app', 'web', 'shop')).toEqual(['users-api.shop.svc.cluster.local users-api@shop -> app,web (w0,w1,w2,w3)']));

  test('is seen at home without any consumer', () =>
    expect(hostsOf(declared => declared.users())).toEqual(['users-api.shop.svc.cluster.local users-api@shop ->  ()']));
});

describe('the hosts of an operator', () => {
  test('are objects of each consumer namespace, seen nowhere else, ruled by its own callers', () =>
    expect(hostsOf(declared => declared.database(), 'shop', 'web', 'shop')).toEqual([
      'orders-rw.data.svc.cluster.local orders-rw@shop ->  (w0,w2)',
      'orders-rw.data.svc.cluster.local orders-rw@web ->  (w1)',
    ]));

  test('that refuse what writes are those of namespaces in which somebody only reads', () => {
    const declared = new MeshDeclaration();
    const database = declared.database();
    declared.workload('web').uses(database);
    declared.workload('report', { namespace: 'office' }).uses(database, { access: DataAccess.READ_ONLY });
    expect(declared.hosts(database).map(({ name, namespace }) => `${name}@${namespace}`)).toEqual(['orders-ro@office', 'orders-rw@office', 'orders-rw@shop']);
  });

  test('are not written into the operator\'s namespace', () =>
    expect(hostsOf(declared => declared.database(), 'shop').join()).not.toContain('@data'));

  test('are none without a consumer', () => expect(hostsOf(declared => declared.database())).toEqual([]));
});

describe('the host of a third party', () => {
  test('stands, for a gateway that calls it, where all else about the gateway does, and is seen there only if somebody there calls it', () => {
    const declared = new MeshDeclaration();
    const ldap = declared.ldap();
    const of = (id: string, configNamespace?: string) => newGateway(declared.topology, { configNamespace }, id).calls(ldap);
    of('door'), of('window', 'routes');
    declared.workload('web').calls(ldap);
    expect(declared.hosts(ldap).map(({ namespace, isSeenThere, visibleTo }) => [namespace, isSeenThere, visibleTo])).toEqual([['routes', false, ['istio-ingress']], ['shop', true, ['istio-ingress']]]);
  });

  test('stands beside the gateway where a workload there calls it too: of two entries in sight a proxy takes that of its own namespace', () => {
    const declared = new MeshDeclaration();
    const ldap = declared.ldap();
    newGateway(declared.topology).calls(ldap);
    declared.workload('audit', { namespace: 'istio-ingress' }).calls(ldap);
    declared.workload('web').calls(ldap);
    expect(declared.hosts(ldap).map(({ namespace, visibleTo, callers }) => [namespace, visibleTo, callers.map(({ source }) => source.name)])).toEqual([['istio-ingress', [], ['audit', 'door']], ['shop', [], ['web']]]);
  });

  test('in the cluster of an operator stays with the namespace of the gateway\'s pods', () => {
    const declared = new MeshDeclaration();
    const database = declared.database();
    newGateway(declared.topology).uses(database);
    expect(declared.hosts(database).map(({ namespace, isSeenThere }) => [namespace, isSeenThere])).toEqual([['istio-ingress', true]]);
  });

  test('is an object of each consumer namespace, under the name of the service', () =>
    expect(hostsOf(declared => declared.ldap(), 'web', 'shop')).toEqual([
      'ldap.example.com ldap@shop ->  (w1)', 'ldap.example.com ldap@web ->  (w0)']));

  test('is one for each further one, the locator first, under a name that tells it and is no longer than a name may be', () => {
    const long = `${'b'.repeat(63)}.${'b'.repeat(63)}.${'b'.repeat(63)}.example.com`;
    const store = ({ topology }: MeshDeclaration) => new HttpService(topology, 's'.repeat(55), { provider: HttpProvider.external('https://a.example.com', { furtherHosts: [long, '*.a.example.com'] }) });
    const names = hostsOf(store, 'shop').map(text => text.replace(/@.*/, '').split(' '));
    expect(names.map(([host]) => host)).toEqual(['a.example.com', '*.a.example.com', long]);
    expect(names.map(([, name]) => name.length)).toEqual([55, 73, 253]);
  });

  test('is its locator only where all are known as one: what else its client dials is no host that requests are routed to', () => {
    const managed = (declared: MeshDeclaration) => new Kafka(declared.topology, 'kafka', {
      provider: KafkaProvider.external({ bootstrapServers: ['b0.example.com:9092', 'b1.example.com:9092'], credentials: vault.secret('kafka') }),
    });
    expect(hostsOf(managed, 'shop')).toEqual(['b0.example.com kafka@shop ->  (w0)']);
  });
});

describe('the port of a host', () => {
  const portsOf = (make: (declared: MeshDeclaration) => BackingService) => {
    const declared = new MeshDeclaration();
    const service = make(declared);
    dependOn(declared.workload('web'), service);
    return declared.hosts(service).map(({ host, port, hasOtherPorts }) => [host.split('.')[0], port, hasOtherPorts]);
  };
  const http = (make: (declared: MeshDeclaration) => HttpProvider) => (declared: MeshDeclaration) => new HttpService(declared.topology, 'api', { provider: make(declared) });

  test('is the only one of a Service that is made here, and of a host outside', () => {
    expect(portsOf(declared => declared.users())).toEqual([['users-api', 80, false]]);
    expect(portsOf(declared => declared.payments())).toEqual([['payments', 80, false]]);
  });

  test('is one of several of a Service that is made here with more', () => {
    const own = (declared: MeshDeclaration) => new AnyService(declared.topology, 'own', {
      ...AnyService.traits(), provision: new Provision({ locator: Locator.ofWorkload({ workload: declared.workload('orders'), addresses: [
        { service: 'orders', port: 80 }, { service: 'orders', port: 9000, role: AddressRole.MANAGEMENT },
      ] }) }),
    });
    expect(portsOf(own)).toEqual([['orders', 80, true]]);
  });

  test('may be one of several where somebody else made the Service', () => {
    expect(portsOf(http(declared => HttpProvider.workload(declared.workload('orders'), { existingService: 'orders', port: 81 })))).toEqual([['orders', 81, true]]);
    expect(portsOf(http(() => HttpProvider.inCluster({ service: 'orders', namespace: 'b', port: 81 })))).toEqual([['orders', 81, true]]);
  });

  test('is that of the address at the host', () => {
    const own = (declared: MeshDeclaration) => new AnyService(declared.topology, 'own', {
      ...AnyService.traits(), provision: new Provision({ locator: Locator.inCluster({ namespace: 'b', addresses: [
        { service: 'one', port: 80 }, { service: 'two', port: 8080, role: AddressRole.ALTERNATE },
      ] }) }),
    });
    expect(portsOf(own)).toEqual([['one', 80, true], ['two', 8080, true]]);
  });
});

test('objects about a neighbour in the caller\'s own namespace do not have the names that its own program gives to its objects', () => {
  const theirs = ({ topology }: MeshDeclaration) => new HttpService(topology, 'orders', { provider: HttpProvider.inCluster({ service: 'orders', namespace: 'shop' }) });
  expect(hostsOf(theirs, 'shop', 'web').map(text => text.replace(/ ->.*/, ''))).toEqual([
    'orders.shop.svc.cluster.local orders-as-called@shop', 'orders.shop.svc.cluster.local orders@web']);
});
