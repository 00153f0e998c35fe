import { GatewayListener, HttpProvider, HttpRoute, HttpService, IstioMesh, TcpProvider, TcpService, Tls, Pods, Workload } from '../../src';
import { shiftedRulesOf } from '../../src/istio/shifted-rules';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';
import { newRollout } from '../support/rollout';

const RELEASE = { stable: 'stable', canary: 'canary' };

test('rules about other hosts are not those of a release, whatever their versions are called', () => {
  const declared = new MeshDeclaration();
  const users = declared.users({ routes: [HttpRoute.split({ stable: 50, canary: 50 })] }, ['stable', 'canary']);
  const mesh = new IstioMesh(declared.chart, 'mesh', { topology: declared.topology });
  expect(shiftedRulesOf(mesh, RELEASE, new Set(['other.shop.svc.cluster.local']))).toEqual({ routes: [], subsets: [] });
  const found = shiftedRulesOf(mesh, RELEASE, new Set([declared.hosts(users)[0].host]));
  expect([found.routes.map(({ http }) => http), found.subsets]).toEqual([[['split']], [{ name: 'users-api', namespace: 'shop' }]]);
});

test('routes of connections are found by port and by the name that is asked for', () => {
  const declared = new MeshDeclaration();
  const goods = new Workload(declared.topology, 'goods', { pods: Pods.rollout(newRollout(declared.chart, 'goods')) });
  const at = (id: string, port: number, tls?: Tls) => new TcpService(declared.topology, id, { provider: TcpProvider.workload(goods, { service: 'goods', port, tls }) });
  const door = newGateway(declared.topology, { listeners: [GatewayListener.tcp(31400), GatewayListener.tlsPassthrough({ hosts: ['tls.example.com'] })] });
  door.exposes(at('bytes', 7000));
  door.exposes(at('sealed', 7443, Tls.byClient()));
  new HttpService(declared.topology, 'pages', { provider: HttpProvider.workload(goods, { service: 'goods', port: 80 }) });
  const mesh = new IstioMesh(declared.chart, 'mesh', { topology: declared.topology });
  const { routes } = shiftedRulesOf(mesh, RELEASE, new Set(['goods.shop.svc.cluster.local']));
  expect(routes.map(({ name: _, namespace: __, ...found }) => found)).toEqual([
    { http: [], tls: [], tcp: [{ port: 31400 }] },
    { http: [], tls: [{ port: 443, sniHosts: ['tls.example.com'] }], tcp: [] },
    { http: ['split'], tls: [], tcp: [{ port: 7000 }, { port: 7443 }] },
  ]);
});
