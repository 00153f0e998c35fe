import { GrpcProvider } from '../../src/backing-services/grpc-provider';
import { GrpcService } from '../../src/backing-services/grpc-service';
import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { TlsOrigination } from '../../src/backing-services/tls-origination';
import { CircuitBreaker } from '../../src/model/circuit-breaker';
import { contractOf, MeshDeclaration, operation } from '../support/mesh';
import { ms } from '../support/topology';

/** A feature flag daemon with two versions: gRPC, HTTP and bytes at one Service. */
function flagd() {
  const declared = new MeshDeclaration();
  const workload = declared.workload('flagd-pods', { versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) });
  const at = { service: 'flagd' };
  const rest = new HttpService(declared.topology, 'flags-rest', { provider: HttpProvider.workload(workload, { ...at, port: 8016 }) });
  const rpc = new GrpcService(declared.topology, 'flags-rpc', { provider: GrpcProvider.workload(workload, { ...at, port: 8013 }) });
  const sync = new TcpService(declared.topology, 'flags-sync', { provider: TcpProvider.workload(workload, { ...at, port: 8015 }) });
  return { declared, rest, rpc, sync };
}

/** A server outside with a database and an API. */
function outside(declared = new MeshDeclaration()) {
  const contract = contractOf(operation('list', 'GET', '/list'), operation('drop', 'POST', '/drop'));
  const api = new HttpService(declared.topology, 'api', { contract, provider: HttpProvider.external('https://a.example.com') });
  const db = new TcpService(declared.topology, 'db', { provider: TcpProvider.external({ host: 'a.example.com', port: 5432 }) });
  return { declared, api, db };
}

describe('services at one Kubernetes Service', () => {
  test('have one VirtualService, with the routes of each that answers requests, for its port alone', () => {
    const { declared, rest, rpc, sync } = flagd();
    declared.workload('web').calls(rpc, { timeout: ms(100) });
    declared.workload('job').calls(rest);
    declared.workload('sidecar').uses(sync);
    expect(declared.named('VirtualService')).toEqual(['shop/flagd']);
    expect(declared.spec('VirtualService', 'flagd').http.map(({ name, match, timeout }: any) => [name, match, timeout])).toEqual([
      ['flags-rest-all', [{ port: 8016 }], undefined], ['flags-rpc-all', [{ port: 8013 }], '100ms'],
    ]);
  });

  test('have one DestinationRule, with a policy for each port and the subsets once', () => {
    const { declared, rpc } = flagd();
    declared.workload('web').calls(rpc, { connectTimeout: ms(20) });
    expect(declared.named('DestinationRule')).toEqual(['shop/flagd']);
    expect(declared.spec('DestinationRule', 'flagd')).toEqual({
      host: 'flagd.shop.svc.cluster.local', exportTo: ['.'], subsets: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })),
      trafficPolicy: { portLevelSettings: [
        { port: { number: 8013 }, loadBalancer: { simple: 'LEAST_REQUEST' }, connectionPool: { tcp: { connectTimeout: '20ms' } } },
        { port: { number: 8016 }, loadBalancer: { simple: 'LEAST_REQUEST' } },
      ] },
    });
  });

  test('are seen by the consumers of all', () => {
    const { declared, rest, rpc } = flagd();
    declared.workload('web', { namespace: 'edge' }).calls(rpc);
    declared.workload('job', { namespace: 'jobs' }).calls(rest);
    expect(['VirtualService', 'DestinationRule'].map(kind => declared.spec(kind, 'flagd').exportTo)).toEqual([['.', 'edge', 'jobs'], ['.', 'edge', 'jobs']]);
  });

  test('let in each caller at its port, and are let through once', () => {
    const { declared, rest, rpc } = flagd();
    declared.workload('web').calls(rpc);
    declared.workload('job').calls(rest);
    const rules = declared.spec('AuthorizationPolicy', 'flagd-pods').rules;
    expect(rules.map(({ from, to }: any) => [from[0].source.principals[0].split('/').pop(), to[0].operation.ports])).toEqual([['job', ['8016']], ['web', ['8013']]]);
  });

  test('at one port have one rule for the callers of both', () => {
    const declared = new MeshDeclaration();
    const [server, web] = declared.workloads('server', 'web');
    for (const id of ['a', 'b']) web.uses(new TcpService(declared.topology, id, { provider: TcpProvider.workload(server, { service: 'db', port: 5432 }) }));
    expect(declared.spec('AuthorizationPolicy', 'server').rules).toHaveLength(1);
  });
});

describe('a caller that differs at one port of several', () => {
  test('has a rule of its own that covers all ports that it dials', () => {
    const { declared, rest, rpc } = flagd();
    const [web, job] = declared.workloads('web', 'job');
    for (const service of [rest, rpc]) web.calls(service, { connectTimeout: ms(service === rpc ? 10 : 20) });
    job.calls(rpc);
    expect(declared.named('DestinationRule')).toEqual(['shop/flagd', 'shop/flagd-from-web']);
    const { trafficPolicy, workloadSelector, subsets } = declared.spec('DestinationRule', 'flagd-from-web');
    expect(trafficPolicy.portLevelSettings.map(({ port, connectionPool }: any) => [port.number, connectionPool.tcp.connectTimeout])).toEqual([[8013, '10ms'], [8016, '20ms']]);
    expect([workloadSelector, subsets.length]).toEqual([{ matchLabels: { app: 'web' } }, 2]);
  });

  test('leaves the other callers what they agree on at the other ports', () => {
    const { declared, rest, rpc } = flagd();
    const [web, job] = declared.workloads('web', 'job');
    for (const caller of [web, job]) caller.calls(rest, { connectTimeout: ms(20) });
    web.calls(rpc, { circuitBreaker: CircuitBreaker.consecutiveErrors(5) });
    job.calls(rpc);
    expect(declared.spec('DestinationRule', 'flagd').trafficPolicy.portLevelSettings.map(({ port, ...said }: any) => [port.number, ...Object.keys(said).sort()])).toEqual([
      [8013, 'loadBalancer'], [8016, 'connectionPool', 'loadBalancer'],
    ]);
  });

  test('has a name that a cluster takes, however long the host is', () => {
    const declared = new MeshDeclaration();
    const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.example.com`;
    const services = [1, 2].map(port => new TcpService(declared.topology, `s${port}`, { provider: TcpProvider.external({ host, port }) }));
    ['a', 'b'].forEach((letter, i) => services.forEach(service => declared.workload(letter.repeat(60 - service.name.length) + service.name).uses(service, { connectTimeout: ms(i + 1) })));
    const names = declared.named('DestinationRule').map(name => name.slice('shop/'.length));
    expect(names).toHaveLength(4);
    expect(names.filter(name => name.length > 253)).toEqual([]);
  });
});

describe('services at one host outside', () => {
  test('have one entry with the ports of all', () => {
    const { declared, api, db } = outside();
    declared.workload('web').calls(api);
    declared.workload('job').uses(db);
    expect(declared.named('ServiceEntry')).toEqual(['shop/a.example.com']);
    expect(declared.spec('ServiceEntry', 'a.example.com')).toEqual({
      hosts: ['a.example.com'], exportTo: ['.'], location: 'MESH_EXTERNAL', resolution: 'DNS',
      ports: [{ number: 80, name: 'http', protocol: 'HTTP', targetPort: 443 }, { number: 5432, name: 'tcp', protocol: 'TCP' }],
    });
  });

  test('are encrypted by the mesh at the port where it starts TLS, and nowhere else', () => {
    const { declared, api, db } = outside();
    declared.workload('web').calls(api);
    declared.workload('job').uses(db, { connectTimeout: ms(5) });
    const { portLevelSettings } = declared.spec('DestinationRule', 'a.example.com').trafficPolicy;
    expect(portLevelSettings.map(({ port, tls }: any) => [port.number, tls?.mode])).toEqual([[80, 'SIMPLE'], [5432, undefined]]);
  });

  test('are held to the operations that were named at their port alone', () => {
    const { declared, api } = outside();
    const other = new GrpcService(declared.topology, 'rates', { provider: GrpcProvider.external({ host: 'a.example.com', port: 8443, tlsOrigination: TlsOrigination.CLIENT }) });
    const plain = new HttpService(declared.topology, 'plain', { provider: HttpProvider.external('http://a.example.com:8080') });
    const web = declared.workload('web');
    web.calls(api, { operations: ['list'] });
    for (const service of [other, plain]) web.calls(service);
    expect(declared.spec('VirtualService', 'a.example.com').http.map(({ name, match, directResponse }: any) => [name, match[0].port, directResponse?.status])).toEqual([
      ['api-all', 80, undefined], ['api-undeclared', 80, 403], ['plain-all', 8080, undefined],
    ]);
  });

  test('at one port are one port', () => {
    const declared = new MeshDeclaration();
    const web = declared.workload('web');
    for (const id of ['a', 'b']) web.uses(new TcpService(declared.topology, id, { provider: TcpProvider.external({ host: 'db.example.com', port: 5432 }) }), { connectTimeout: ms(5) });
    expect(declared.spec('ServiceEntry', 'db.example.com').ports).toEqual([{ number: 5432, name: 'tcp', protocol: 'TCP' }]);
    expect(declared.spec('DestinationRule', 'db.example.com').trafficPolicy).toEqual({ connectionPool: { tcp: { connectTimeout: '5ms' } } });
  });

  test('keep the objects of their own in a namespace that uses one of them', () => {
    const { declared, api, db } = outside();
    for (const service of [api, db]) declared.workload(`uses-${service.name}`).calls(service);
    declared.workload('job', { namespace: 'jobs' }).uses(db);
    expect(declared.named('ServiceEntry')).toEqual(['shop/a.example.com', 'jobs/db']);
  });
});

describe('services at one host of a neighbour', () => {
  const neighbours = (declared: MeshDeclaration) => {
    const place = { service: 'otel', namespace: 'watch' };
    return [
      new GrpcService(declared.topology, 'grpc', { provider: GrpcProvider.inCluster({ ...place, port: 4317 }) }),
      new HttpService(declared.topology, 'http', { provider: HttpProvider.inCluster({ ...place, port: 4318 }) }),
    ];
  };

  test('are left to their owner where nobody says anything', () => {
    const declared = new MeshDeclaration();
    for (const service of neighbours(declared)) declared.workload(`uses-${service.name}`).calls(service);
    expect(['VirtualService', 'DestinationRule'].flatMap(kind => declared.named(kind))).toEqual([]);
  });

  test('all have routes of the caller\'s where one is ruled, because the owner\'s may name subsets', () => {
    const declared = new MeshDeclaration();
    const [grpc, http] = neighbours(declared);
    declared.workload('web').calls(grpc, { timeout: ms(100) });
    declared.workload('job').calls(http);
    expect(declared.spec('VirtualService', 'otel.watch.svc').http.map(({ name }: any) => name)).toEqual(['grpc-all', 'http-all']);
  });
});

test('a gRPC service outside is timed and repeated where the mesh starts TLS', () => {
  const declared = new MeshDeclaration();
  const rates = new GrpcService(declared.topology, 'rates', { provider: GrpcProvider.external({ host: 'rates.example.com', tlsOrigination: TlsOrigination.MESH }) });
  declared.workload('web').calls(rates, { timeout: ms(100) });
  expect(declared.spec('ServiceEntry', 'rates').ports).toEqual([{ number: 80, name: 'grpc', protocol: 'GRPC', targetPort: 443 }]);
  expect(declared.spec('VirtualService', 'rates').http[0].timeout).toBe('100ms');
  expect(declared.spec('DestinationRule', 'rates').trafficPolicy.tls).toMatchObject({ mode: 'SIMPLE', sni: 'rates.example.com' });
});
