import { GrpcProvider } from '../../src/backing-services/grpc-provider';
import { GrpcService } from '../../src/backing-services/grpc-service';
import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService } from '../../src/backing-services/http-service';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { AddressRole } from '../../src/model/address';
import { Locator } from '../../src/model/locator';
import { Provision } from '../../src/model/provision';
import { sharedHostsOf } from '../../src/traffic/shared-host';
import { AnyService } from '../support/declare';
import { newGateway } from '../support/gateway';
import { dependOn, MeshDeclaration } from '../support/mesh';

/** The hosts as `host name@namespace -> visibleTo: id:port`, a `+` behind a port beside others. */
function hostsOf(declare: (declared: MeshDeclaration) => void): string[] {
  const declared = new MeshDeclaration();
  declare(declared);
  return sharedHostsOf(declared.topology.read(), 'cluster.local').map(({ host, name, namespace, visibleTo, members }) =>
    `${host} ${name}@${namespace} -> ${visibleTo.join()}: ${members.map(({ service, port, hasOtherPorts }) => `${service.name}:${port}${hasOtherPorts ? '+' : ''}`).join()}`);
}

function collector(declared: MeshDeclaration, options: object = { service: 'collector' }) {
  const workload = declared.workload('collector');
  return [
    new HttpService(declared.topology, 'otlp-http', { provider: HttpProvider.workload(workload, { port: 4318, ...options }) }),
    new GrpcService(declared.topology, 'otlp-grpc', { provider: GrpcProvider.workload(workload, { port: 4317, ...options }) }),
  ];
}

test('a Service of ours that several share is one host, named for the Service, seen by the consumers of all; no order of declaration matters', () =>
  expect(hostsOf(declared => collector(declared).forEach((service, i) => dependOn(declared.workload(`w${i}`, { namespace: `n${i}` }), service)))).toEqual([
    'collector.shop.svc.cluster.local collector@shop -> n0,n1: otlp-grpc:4317+,otlp-http:4318+',
  ]));

test('so is one that was there already', () => expect(hostsOf(declared => { collector(declared, { existingService: 'chart' }); })).toEqual([
  'chart.shop.svc.cluster.local chart@shop -> : otlp-grpc:4317+,otlp-http:4318+',
]));

test('a service alone at its host has the host to itself', () =>
  expect(hostsOf(declared => { declared.users(); })).toEqual(['users-api.shop.svc.cluster.local users-api@shop -> : users-api:80']));

test('one that names its Service alone is called as it is when another joins', () => expect(hostsOf(declared => {
  new HttpService(declared.topology, 'api', { provider: HttpProvider.workload(declared.workload('server'), { service: 'front' }) });
})).toEqual(['front.shop.svc.cluster.local front@shop -> : api:80']));

test('a host outside that several share names its objects itself, in each namespace that uses more than one of them', () => expect(hostsOf(declared => {
  const [db, api] = [
    new TcpService(declared.topology, 'db', { provider: TcpProvider.external({ host: 'a.example.com', port: 5432 }) }),
    new HttpService(declared.topology, 'api', { provider: HttpProvider.external('https://a.example.com') }),
  ];
  for (const service of [db, api]) dependOn(declared.workload(`web-${service.name}`), service);
  dependOn(declared.workload('job', { namespace: 'jobs' }), db);
})).toEqual(['a.example.com a.example.com@shop -> : api:80+,db:5432+', 'a.example.com db@jobs -> : db:5432']));

test('a neighbour\'s Service is named with its namespace, so that it is none of ours', () => expect(hostsOf(declared => {
  const web = declared.workload('web');
  const place = { service: 'otel', namespace: 'watch' };
  dependOn(web, new HttpService(declared.topology, 'http', { provider: HttpProvider.inCluster({ ...place, port: 4318 }) }));
  dependOn(web, new GrpcService(declared.topology, 'grpc', { provider: GrpcProvider.inCluster({ ...place, port: 4317 }) }));
})).toEqual(['otel.watch.svc.cluster.local otel.watch.svc@shop -> : grpc:4317+,http:4318+']));

test('two databases at one port are alone on their host', () => expect(hostsOf(declared => {
  for (const id of ['a', 'b']) dependOn(declared.workload(`w${id}`), new TcpService(declared.topology, id, { provider: TcpProvider.external({ host: 'db.example.com', port: 5432 }) }));
})).toEqual(['db.example.com db.example.com@shop -> : a:5432,b:5432']));

test('a port for running another service at the Service is another port too', () => expect(hostsOf(declared => {
  const workload = declared.workload('server');
  new HttpService(declared.topology, 'api', { provider: HttpProvider.workload(workload, { service: 'front' }) });
  new AnyService(declared.topology, 'own', { ...AnyService.traits(), provision: new Provision({ locator: Locator.ofWorkload({ workload, addresses: [
    { service: 'own', port: 80 }, { service: 'front', port: 9000, role: AddressRole.MANAGEMENT },
  ] }) }) });
})).toEqual(['front.shop.svc.cluster.local front@shop -> : api:80+', 'own.shop.svc.cluster.local own@shop -> : own:80']));

test('what several have at a host outside is seen in a namespace if somebody there calls one of them', () => {
  const seen = (isCalled: boolean) => {
    const declared = new MeshDeclaration();
    const db = new TcpService(declared.topology, 'db', { provider: TcpProvider.external({ host: 'a.example.com', port: 5432 }) });
    const api = new HttpService(declared.topology, 'api', { provider: HttpProvider.external('https://a.example.com') });
    const door = newGateway(declared.topology);
    for (const service of [db, api]) door.calls(service);
    if (isCalled) declared.workload('web').calls(api);
    return sharedHostsOf(declared.topology.read(), 'cluster.local').map(({ namespace, isSeenThere, visibleTo }) => [namespace, isSeenThere, visibleTo]);
  };
  expect([seen(false), seen(true)]).toEqual([[['shop', false, ['istio-ingress']]], [['shop', true, ['istio-ingress']]]]);
});
