import { GatewayListener, HttpProvider, HttpService, KubernetesServiceOptions, ServiceType, WorkloadPortOptions } from '../../src';
import { newGateway } from '../support/gateway';
import { onMachines } from '../support/machines';
import { MeshDeclaration } from '../support/mesh';

let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });
const service = (options: WorkloadPortOptions = {}, workload = onMachines(declared)) => new HttpService(declared.topology, 'api', { provider: HttpProvider.workload(workload, options) });
const made = (kubernetesService: KubernetesServiceOptions) => service({ kubernetesService });
const found = () => { declared.read(); return declared.found('BST676'); };

test('BST676 finds a headless Service', () => {
  service({ headless: true });
  expect(found()).toEqual(['error api: its Service is headless, of which nobody is told the machines of billing; leave headless out']);
});

test.each([ServiceType.NODE_PORT, ServiceType.LOAD_BALANCER])('BST676 finds a Service that is to be entered from outside: %s', serviceType => {
  made({ serviceType });
  expect(found()).toEqual([expect.stringMatching(/^error api: what comes from outside to its Service "api" is passed on to pods alone, and never to the machines of billing; leave serviceType out/)]);
});

test('BST676 finds a gateway of another class', () => {
  newGateway(declared.topology, { gatewayClassName: 'cilium', listeners: [GatewayListener.http()] }, 'door').exposes(service());
  expect(found()).toEqual([expect.stringContaining('error api: door, a gateway of class "cilium", is to pass requests on to the machines of billing, and knows pods alone; expose')]);
});

test('BST676 finds a caller without a sidecar, which knows no endpoints', () => {
  const api = service();
  declared.workload('old', { versions: [{ labels: { 'sidecar.istio.io/inject': 'false' } }] }).calls(api);
  declared.workload('web').calls(api);
  expect(found()).toEqual([expect.stringContaining('error old calls api: pods of old have no sidecar, and so find no machine of billing; let a sidecar be injected')]);
});

test.each<[string, () => unknown]>([
  ['a Service with a cluster IP', () => made({ serviceType: ServiceType.CLUSTER_IP })],
  ['a gateway of Istio\'s class', () => newGateway(declared.topology, { gatewayClassName: 'istio', listeners: [GatewayListener.http()] }).exposes(service())],
  ['one of Istio\'s own API', () => newGateway(declared.topology, { listeners: [GatewayListener.http()] }).exposes(service())],
  ['a gateway of another class that does not expose it', () => { newGateway(declared.topology, { gatewayClassName: 'cilium', listeners: [GatewayListener.http()] }); service(); }],
  ['what is in pods', () => service({ headless: true }, declared.workload('users'))],
])('BST676 accepts %s', (_, declare) => {
  declare();
  expect(found()).toEqual([]);
});
