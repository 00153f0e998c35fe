import { GatewayListener, GatewayProps, HttpService, Pods, Workload, WorkloadStanding } from '../../src';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });
const found = (props: Partial<GatewayProps>, service: HttpService = declared.users()) => {
  newGateway(declared.topology, props).exposes(service, { hosts: ['a.example.com'] });
  declared.read();
  return declared.found('BST669');
};
const listeners = [GatewayListener.http({ hosts: ['a.example.com'] })];
const podsIn = (namespace?: string) => Pods.fromLabels({ labels: { 'gateway.networking.k8s.io/gateway-name': 'door' }, serviceAccountName: 'door-istio', namespace });

test('proxies of another class have no identity, unless somebody sees to it', () =>
  expect(found({ gatewayClassName: 'eg', listeners })).toEqual([
    'warning door: "users-api" would turn it away unless its proxies, of GatewayClass "eg", have an identity in the mesh; inject a sidecar beside the proxies, and acknowledge this; or let what they reach take plaintext of them',
  ]));

test('those of Istio are made in the namespace of the Gateway, whatever is said of them', () =>
  expect(found({ gatewayClassName: 'istio', listeners, pods: podsIn('istio-ingress') })).toEqual([
    'warning door: its pods are said to be in "istio-ingress", and istiod makes those of this Gateway in "shop", where it stands; leave the namespace of the pods out, or say that as configNamespace',
  ]));

test.each<[string, Partial<GatewayProps>]>([
  ['there', { gatewayClassName: 'istio', listeners, pods: podsIn() }], ['of a Gateway that is there, in its namespace', { gatewayClassName: 'istio', existingGateway: 'istio-ingress/public', pods: podsIn('istio-ingress') }],
  ['of a gateway of Istio\'s own API', { listeners }],
])('accepts those %s', (_, props) => expect(found(props)).toEqual([]));

test('what is not guarded turns nobody away', () => {
  const pods = Pods.fromLabels({ labels: { app: 'old' }, serviceAccountName: 'old' });
  const old = new Workload(declared.topology, 'old', { pods, standing: WorkloadStanding.MIGRATING });
  expect(found({ gatewayClassName: 'eg', listeners }, declared.api(old))).toEqual([]);
});
