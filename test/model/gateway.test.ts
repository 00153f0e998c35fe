import { Gateway, GatewayProps, Pods, WorkloadStanding } from '../../src';
import { isBranded } from '../../src/private/brand';
import { expectRefusal, newHttpService, newTopology } from '../support/declare';

const all: Required<GatewayProps> = { pods: Pods.fromLabels({ labels: { istio: 'ingressgateway' } }), namespace: 'istio-ingress', serviceAccountName: 'gateway' };

test('a gateway is known by its identity, and neither guarded nor ruled from here', () => {
  const gateway = new Gateway(newTopology(), 'ingress', all);
  expect(gateway).toMatchObject({ ...all, name: 'ingress', standing: WorkloadStanding.GATEWAY, guarded: false, ruled: false });
});

test('it is a workload, and calls services like one', () => {
  const shop = newTopology();
  const gateway = new Gateway(shop, 'ingress', all);
  gateway.calls(newHttpService(shop, 'users'));
  expect([isBranded(gateway, 'Workload'), shop.read().dependenciesOf(gateway).length]).toEqual([true, 1]);
});

test('BST021: refuses a standing of another kind', () =>
  expectRefusal(() => new Gateway(newTopology(), 'ingress', { ...all, standing: WorkloadStanding.GUARDED } as never), 'BST021', 'chart/shop/workloads/ingress', 'standing'));
