import { Gateway, GatewayListener, GatewayProps, Pods, WorkloadStanding } from '../../src';
import { isBranded } from '../../src/private/brand';
import { expectRefusal, newHttpService, newTopology, topologyWithoutNamespace } from '../support/declare';

const all: Required<Omit<GatewayProps, 'existingGateway'>> = {
  pods: Pods.fromLabels({ labels: { istio: 'ingressgateway' } }), namespace: 'istio-ingress', serviceAccountName: 'gateway', listeners: [GatewayListener.http()], configNamespace: 'routes', service: 'istio-ingressgateway', gatewayClassName: 'istio',
};

test('a gateway is known by its identity, and neither guarded nor ruled from here, but routed', () => {
  const gateway = new Gateway(newTopology(), 'ingress', all);
  expect(gateway).toMatchObject({ ...all, name: 'ingress', standing: WorkloadStanding.GATEWAY, guarded: false, ruled: false, routed: true, existingGateway: undefined });
});

test('it is routed where a Gateway that is there is named, and not where its owner routes', () => {
  const shop = newTopology();
  const { listeners: _, ...pods } = all;
  expect(new Gateway(shop, 'public', { ...pods, existingGateway: 'istio-ingress/public' })).toMatchObject({ routed: true, existingGateway: 'istio-ingress/public', listeners: [] });
  expect(new Gateway(shop, 'closed', pods).routed).toBe(false);
});

test('its objects stand in the namespace of the topology, else in that of its pods', () => {
  const { configNamespace: _, ...props } = all;
  expect(new Gateway(newTopology(), 'ingress', props).configNamespace).toBe('shop');
  expect(new Gateway(topologyWithoutNamespace(), 'ingress', props).configNamespace).toBe('istio-ingress');
});

test('it is a workload, and calls services like one', () => {
  const shop = newTopology();
  const gateway = new Gateway(shop, 'ingress', all);
  gateway.calls(newHttpService(shop, 'users'));
  expect([isBranded(gateway, 'Workload'), shop.read().dependenciesOf(gateway).length]).toEqual([true, 1]);
});

test('BST021: refuses a standing of another kind', () =>
  expectRefusal(() => new Gateway(newTopology(), 'ingress', { ...all, standing: WorkloadStanding.GUARDED } as never), 'BST021', 'chart/shop/workloads/ingress', 'standing'));

test.each<[string, Partial<GatewayProps>, string]>([
  ['BST049', { existingGateway: 'a/b' }, 'leave listeners out'], ['BST049', { listeners: [GatewayListener.tcp(80), GatewayListener.http()] }, 'at port 80'],
  ['BST801', { configNamespace: 'No' }, 'a DNS label'],
])('%s: refuses %j', (code, props, words) => expectRefusal(() => new Gateway(newTopology(), 'ingress', { ...all, ...props }), code, 'chart/shop/workloads/ingress', words));
