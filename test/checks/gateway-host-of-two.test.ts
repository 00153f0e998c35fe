import { GatewayProps, GatewayListener, HttpProvider, HttpService, IstioMesh, Pods, Topology, Workload } from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const SHOP = { listeners: [GatewayListener.http({ hosts: ['shop.example.com'] })] };
const found = (one: Partial<GatewayProps>, other: Partial<GatewayProps>, host = 'shop.example.com') => {
  const declared = new MeshDeclaration();
  newGateway(declared.topology, one).exposes(declared.users(), { hosts: ['shop.example.com'] });
  const second = new Topology(declared.chart, 'second', { namespace: 'second' });
  const api = new Workload(second, 'api', { pods: Pods.fromLabels({ labels: { app: 'api' } }) });
  newGateway(second, other).exposes(new HttpService(second, 'api', { provider: HttpProvider.workload(api) }), { hosts: [host] });
  new IstioMesh(declared.chart, 'mesh-of-second', { topology: second });
  declared.read();
  return [...declared.topology.findings, ...second.findings].filter(({ code }) => code === 'BST653').map(({ path, problem }) => `${path}: ${problem}`);
};

describe('BST653 gateway-host-of-two', () => {
  test('finds one host at the same pods, or at the same Gateway, in two topologies', () => {
    const expected = ['test/shop/workloads/door: host "shop.example.com" is exposed here, and by topology "test/second" at the same gateway'];
    expect(found(SHOP, SHOP)).toEqual(expected);
    expect(found({ existingGateway: 'istio-ingress/public' }, { existingGateway: 'istio-ingress/public' })).toEqual(expected);
  });

  test('finds it where one topology makes a Gateway of the Gateway API, and another one binds to that', () => {
    const made = { ...SHOP, gatewayClassName: 'istio' };
    expect(found(made, { existingGateway: 'shop/door', gatewayClassName: 'istio' })).toEqual([expect.stringContaining('host "shop.example.com" is exposed here')]);
    expect(found(made, made)).toEqual([]);
  });

  test('accepts another host, other pods, or another Gateway', () => {
    expect(found({ existingGateway: 'istio-ingress/public' }, { existingGateway: 'istio-ingress/public' }, 'a.example.com')).toEqual([]);
    expect(found(SHOP, { ...SHOP, pods: Pods.fromLabels({ labels: { istio: 'other' }, namespace: 'istio-ingress' }) })).toEqual([]);
    expect(found({ existingGateway: 'istio-ingress/public' }, { existingGateway: 'istio-ingress/private' })).toEqual([]);
  });

  test('finds one port of two protocols, and accepts one protocol or two ports', () => {
    const listening = (listener: GatewayListener) => found({ listeners: [...SHOP.listeners, GatewayListener.http({ port: 8080, hosts: ['a.example.com'] })] }, { listeners: [GatewayListener.http({ hosts: ['b.example.com'] }), listener] }, 'b.example.com');
    expect(listening(GatewayListener.tcp(8080))).toEqual(['test/shop/workloads/door: at port 8080 it takes HTTP, and topology "test/second" lets the same gateway take TCP there']);
    expect([listening(GatewayListener.http({ port: 8080 })), listening(GatewayListener.tcp(8081))]).toEqual([[], []]);
  });
});
