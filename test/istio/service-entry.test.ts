import { ApiObject, Duration } from 'cdk8s';
import { GrpcProvider } from '../../src/backing-services/grpc-provider';
import { GrpcService } from '../../src/backing-services/grpc-service';
import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { Kafka } from '../../src/backing-services/kafka';
import { ExternalKafkaProps, KafkaProvider } from '../../src/backing-services/kafka-provider';
import { Redis } from '../../src/backing-services/redis';
import { RedisProvider } from '../../src/backing-services/redis-provider';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { TlsOrigination } from '../../src/backing-services/tls-origination';
import { AddressRole } from '../../src/model/address';
import { BackingService } from '../../src/model/backing-service';
import { Protocol } from '../../src/model/protocol';
import { Tls } from '../../src/model/tls';
import { RELEASES, UpstreamSchemas } from '../support/crd-schemas';
import { AnyService, newKafka, vault } from '../support/declare';
import { MeshDeclaration, dependOn } from '../support/mesh';

function entryOf(make: (declared: MeshDeclaration) => BackingService): Record<string, any> {
  const declared = new MeshDeclaration();
  const service = make(declared);
  dependOn(declared.workload('web'), service);
  return declared.spec('ServiceEntry', service.name);
}

const external = (url: string, tlsOrigination?: TlsOrigination) => (declared: MeshDeclaration) =>
  new HttpService(declared.topology, 'api', { provider: HttpProvider.external(url, { tlsOrigination }) });

const kafka = (props: Partial<ExternalKafkaProps>) => (declared: MeshDeclaration) => new Kafka(declared.topology, 'kafka', {
  provider: KafkaProvider.external({ bootstrapServers: ['b0.example.com:9092'], credentials: vault.secret('kafka'), ...props }),
});

const redis = (tls?: Tls) => (declared: MeshDeclaration) =>
  new Redis(declared.topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials: vault.secret('cache'), tls }) });

const grpc = (declared: MeshDeclaration) => new GrpcService(declared.topology, 'grpc', { provider: GrpcProvider.external({ host: 'grpc.example.com' }) });

describe('ServiceEntry', () => {
  test('of the smallest case', () => {
    const declared = new MeshDeclaration();
    declared.caller('web', declared.payments({}, 'http://payments.example.com'));
    expect(declared.object('ServiceEntry', 'payments')).toMatchSnapshot();
  });

  test('of a wildcard, several hosts and a port of its own', () =>
    expect(entryOf(kafka({ bootstrapServers: ['b0.example.com:9094', 'b1.example.com:9094'], brokerHosts: ['*.brokers.example.com'] }))).toMatchSnapshot());

  test.each<[string, (declared: MeshDeclaration) => BackingService, object]>([
    ['HTTP', external('http://api.example.com'), { number: 80, name: 'http', protocol: 'HTTP' }],
    ['HTTP on a port of its own', external('http://api.example.com:8080'), { number: 8080, name: 'http', protocol: 'HTTP' }],
    ['HTTPS that the mesh starts: plain on 80, TLS on 443', external('https://api.example.com'), { number: 80, name: 'http', protocol: 'HTTP', targetPort: 443 }],
    ['HTTPS that the mesh starts, on a port of its own', external('https://api.example.com:8443'), { number: 80, name: 'http', protocol: 'HTTP', targetPort: 8443 }],
    ['HTTPS that the client starts', external('https://api.example.com', TlsOrigination.CLIENT), { number: 443, name: 'tls', protocol: 'TLS' }],
    ['gRPC, which the client encrypts', grpc, { number: 443, name: 'tls', protocol: 'TLS' }],
    ['Kafka, whose clients start TLS', kafka({}), { number: 9092, name: 'tls', protocol: 'TLS' }],
    ['Redis with TLS, whose clients may not name it', redis(), { number: 6379, name: 'tcp', protocol: 'TCP' }],
    ['Redis without: no protocol that would switch on a filter', redis(Tls.NONE), { number: 6379, name: 'tcp', protocol: 'TCP' }],
    ['any TCP', declared => declared.ldap(), { number: 389, name: 'tcp', protocol: 'TCP' }],
  ])('declares the port of %s', (_, make, port) => expect(entryOf(make).ports).toEqual([port]));

  test('leads where the first of several hosts on one port leads', () => expect(entryOf(({ topology }) => new AnyService(topology, 'any', AnyService.traits(undefined, {
    addresses: [{ host: 'a.example.com', port: 80, targetPort: 8080, protocol: Protocol.HTTP }, { host: 'b.example.com', port: 80, role: AddressRole.MEMBER, protocol: Protocol.HTTP }],
  }))).ports).toEqual([{ number: 80, name: 'http', protocol: 'HTTP', targetPort: 8080 }]));

  test('is outside of the mesh and resolved by DNS', () =>
    expect(entryOf(external('http://api.example.com'))).toMatchObject({ hosts: ['api.example.com'], location: 'MESH_EXTERNAL', resolution: 'DNS' }));

  test('names every host that clients dial by themselves', () =>
    expect(entryOf(kafka({ bootstrapServers: ['b0.example.com:9092', 'b1.example.com:9092'], brokerHosts: ['b2.example.com'] }))).toMatchObject({
      hosts: ['b0.example.com', 'b1.example.com', 'b2.example.com'], resolution: 'DNS',
    }));

  test('passes a wildcard by name, because no DNS resolves it', () =>
    expect(entryOf(kafka({ brokerHosts: ['*.example.com'] }))).toMatchObject({ hosts: ['b0.example.com', '*.example.com'], resolution: 'NONE' }));

  test('has one host where the port is TCP, which tells no hosts apart', () => expect(entryOf(declared => declared.ldap()).hosts).toHaveLength(1));

  test('is one for each consumer namespace, seen nowhere else', () => {
    const declared = new MeshDeclaration();
    const ldap = declared.ldap();
    for (const namespace of ['b', 'a', 'b']) dependOn(declared.workload(`w${declared.topology.node.findAll().length}`, { namespace }), ldap);
    expect(declared.named('ServiceEntry')).toEqual(['a/ldap', 'b/ldap']);
    expect(declared.spec('ServiceEntry', 'ldap', 'a').exportTo).toEqual(['.']);
  });

  test('is not made for what nobody uses, nor for services in the cluster', () => {
    const declared = new MeshDeclaration();
    declared.ldap();
    const web = declared.workload('web');
    for (const service of [declared.users(), declared.database(), newKafka(declared.topology)]) dependOn(web, service);
    expect(declared.named('ServiceEntry')).toEqual([]);
  });
});

describe('ServiceEntry of a name with endpoints', () => {
  const ENDPOINTS = ['203.0.113.9', '2001:db8::7', '203.0.113.10'];
  const ldap = (id: string, port: number, endpoints = ENDPOINTS) => ({ topology }: MeshDeclaration) => (
    new TcpService(topology, id, { provider: TcpProvider.external({ host: 'ldap.example.com', port, endpoints }) }));

  test('leads to these addresses, sorted, and asks no DNS', () => {
    const declared = new MeshDeclaration();
    dependOn(declared.workload('web'), ldap('ldap', 389)(declared));
    expect(declared.object('ServiceEntry', 'ldap')).toMatchSnapshot();
  });

  test('is as the CRDs of Istio take it', () => {
    const declared = new MeshDeclaration();
    dependOn(declared.workload('web'), ldap('ldap', 389)(declared));
    const verdicts = new UpstreamSchemas(RELEASES.filter(({ name }) => name.startsWith('Istio'))).judge(declared.object('ServiceEntry', 'ldap'));
    expect(verdicts.map(({ problems }) => problems)).toEqual([[], []]);
  });

  test('leads to the port that the server listens on, where the mesh starts TLS', () => expect(entryOf(({ topology }) => (
    new HttpService(topology, 'api', { provider: HttpProvider.external('https://api.example.com:8443', { endpoints: ['203.0.113.7'] }) })))).toMatchObject({
    hosts: ['api.example.com'], resolution: 'STATIC', endpoints: [{ address: '203.0.113.7' }], ports: [{ number: 80, targetPort: 8443 }],
  }));

  test('is one for two services at the name, in whatever order they tell the addresses', () => {
    const declared = new MeshDeclaration();
    const web = declared.workload('web');
    for (const make of [ldap('plain', 389), ldap('secure', 636, [...ENDPOINTS].reverse())]) dependOn(web, make(declared));
    expect(declared.named('ServiceEntry')).toEqual(['shop/ldap.example.com']);
    expect(declared.spec('ServiceEntry', 'ldap.example.com')).toMatchObject({ ports: [{ number: 389 }, { number: 636 }], endpoints: [...ENDPOINTS].sort().map(address => ({ address })) });
    expect(declared.findings('BST602')).toEqual([]);
  });
});

describe('ServiceEntry of IP addresses', () => {
  const at = (host: string, port = 1521, id = 'legacy') => ({ topology }: MeshDeclaration) => new TcpService(topology, id, { provider: TcpProvider.external({ host, port }) });

  test('is known by the address, under a name that nobody dials, and leads to it', () => {
    const declared = new MeshDeclaration();
    dependOn(declared.workload('web'), at('203.0.113.7')(declared));
    expect(declared.object('ServiceEntry', 'legacy')).toMatchSnapshot();
  });

  test('is as the CRDs of Istio take it', () => {
    const declared = new MeshDeclaration();
    dependOn(declared.workload('web'), at('2001:db8::7')(declared));
    const verdicts = new UpstreamSchemas(RELEASES.filter(({ name }) => name.startsWith('Istio'))).judge(declared.object('ServiceEntry', 'legacy'));
    expect(verdicts.map(({ problems }) => problems)).toEqual([[], []]);
  });

  test('takes IPv6', () => expect(entryOf(at('2001:db8::7'))).toMatchObject({
    hosts: ['2001-db8-0-0-0-0-0-7.address.invalid'], addresses: ['2001:db8::7'], resolution: 'STATIC', endpoints: [{ address: '2001:db8::7' }],
  }));

  test('is TCP even where clients send the names of servers, of which an address is none', () =>
    expect(entryOf(kafka({ bootstrapServers: ['203.0.113.7:9092'] })).ports).toEqual([{ number: 9092, name: 'tcp', protocol: 'TCP' }]));

  test('is one for each broker that is reached in the clear, because several hosts at a port of bytes are refused by Istio', () => {
    const declared = new MeshDeclaration({ dnsCapture: true });
    dependOn(declared.workload('web'), new Kafka(declared.topology, 'kafka', {
      provider: KafkaProvider.external({ bootstrapServers: ['b0.example.com:9092', 'b1.example.com:9092'], tls: Tls.NONE }),
    }));
    const entries = declared.named('ServiceEntry');
    expect(entries.length).toBe(2);
    expect(entries.map(name => declared.spec('ServiceEntry', name.replace('shop/', '')).hosts)).toEqual([['b0.example.com'], ['b1.example.com']]);
  });

  test('is one for each address, beside that of the names', () => {
    const declared = new MeshDeclaration();
    dependOn(declared.workload('web'), kafka({ bootstrapServers: ['203.0.113.7:9092', 'b0.example.com:9092'], brokerHosts: ['203.0.113.8', '*.example.org'] })(declared));
    expect(declared.named('ServiceEntry')).toEqual(['shop/kafka', 'shop/kafka.203-0-113-7', 'shop/kafka.203-0-113-8']);
    expect(['kafka', 'kafka.203-0-113-7'].map(name => declared.spec('ServiceEntry', name)).map(({ hosts, ports }) => [hosts, ports])).toEqual([
      [['b0.example.com', '*.example.org'], [{ number: 9092, name: 'tls', protocol: 'TLS' }]],
      [['203-0-113-7.address.invalid'], [{ number: 9092, name: 'tcp', protocol: 'TCP' }]],
    ]);
  });

  test('is one for two services at one address, and the DestinationRule is for its name', () => {
    const declared = new MeshDeclaration();
    const web = declared.workload('web');
    for (const [id, port] of [['db', 1521], ['ldap', 389]] as const) web.uses(at('203.0.113.7', port, id)(declared), { connectTimeout: Duration.seconds(1) });
    const name = '203-0-113-7.address.invalid';
    expect(declared.named('ServiceEntry')).toEqual([`shop/${name}`]);
    expect(declared.spec('DestinationRule', name).host).toBe(name);
    expect(declared.spec('ServiceEntry', name).ports.map(({ number }: { number: number }) => number)).toEqual([1521, 389]);
  });

  test('is what BST620 finds written by hand besides', () => {
    const declared = new MeshDeclaration();
    dependOn(declared.workload('web'), at('203.0.113.7')(declared));
    new ApiObject(declared.chart, 'by-hand', {
      apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry', metadata: { name: 'x', namespace: 'shop' }, spec: { hosts: ['203-0-113-7.address.invalid'] },
    });
    declared.read();
    expect(declared.findings('BST620')).toHaveLength(1);
  });
});
