import { GatewayListener, HttpProvider, HttpRoute, HttpService, TcpProvider, TcpService, Tls } from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });
const VERSIONS = { versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) };
const echo = (weights: Record<string, number>, headless = false) => new TcpService(declared.topology, 'echo', {
  provider: TcpProvider.workload(declared.workload('echo-server', VERSIONS), { port: 9000, headless }), weights,
});

test('connections are shared among versions, at the port of the service', () => {
  echo({ v1: 80, v2: 20 });
  expect(declared.object('VirtualService', 'echo')).toMatchSnapshot();
  expect(declared.spec('DestinationRule', 'echo').subsets).toEqual([{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2' } }]);
});

test('all go to one version without a weight; without any said there is no route', () => {
  echo({ v1: 100 });
  declared.tcp('other', ['v1', 'v2']);
  expect(declared.spec('VirtualService', 'echo').tcp[0].route).toEqual([{ destination: expect.objectContaining({ subset: 'v1' }) }]);
  expect(declared.named('VirtualService')).toEqual(['shop/echo']);
});

test('the same shares act behind a gateway', () => {
  newGateway(declared.topology, { listeners: [GatewayListener.tcp(31400)] }).exposes(echo({ v1: 80, v2: 20 }));
  const [{ match, route }] = declared.spec('VirtualService', 'door.any').tcp;
  expect([match, route.map(({ weight }: { weight: number }) => weight)]).toEqual([[{ port: 31400 }], [80, 20]]);
});

test('beside a service of requests at one host, each has its own part of the routes', () => {
  const server = declared.workload('server', VERSIONS);
  new HttpService(declared.topology, 'web', { provider: HttpProvider.workload(server, { service: 'both', port: 80 }), routes: [HttpRoute.split({ v2: 100 })] });
  new TcpService(declared.topology, 'bytes', { provider: TcpProvider.workload(server, { service: 'both', port: 9000 }), weights: { v1: 50, v2: 50 } });
  const { http, tcp } = declared.spec('VirtualService', 'both');
  expect([http[0].match, tcp[0].match]).toEqual([[{ port: 80 }], [{ port: 9000 }]]);
});

test('nobody carries shares where the client picks its pod', () => {
  echo({ v1: 80, v2: 20 }, true);
  declared.read();
  expect(declared.found('BST616')).toEqual([expect.stringContaining('echo is headless')]);
  declared = new MeshDeclaration();
  const tls = TcpProvider.workload(declared.workload('tls-server', VERSIONS), { port: 9443, tls: Tls.byClient() });
  new TcpService(declared.topology, 'tls', { provider: tls, weights: { v1: 50, v2: 50 } });
  expect(declared.spec('VirtualService', 'tls').tcp).toHaveLength(1);
});
