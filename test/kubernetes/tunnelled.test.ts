import { AdmittedPeer, HttpProvider, HttpService, Kafka, KafkaProvider, NetworkPeer, NetworkPolicies, Workload } from '../../src';
import { emitted } from '../support/emitted';
import { newGateway } from '../support/gateway';
import { MeshDeclaration } from '../support/mesh';

const TUNNEL = { port: 15008, proxyLabels: { gateway: 'way' }, probesFrom: ['169.254.7.127/32'] };
const PROBES = { from: [{ ipBlock: { cidr: '169.254.7.127/32' } }] };
const tcp = (...ports: number[]) => ports.map(port => ({ protocol: 'TCP', port }));
const pods = (namespace: string, matchLabels: object) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, podSelector: { matchLabels } });
const PROXY = pods('shop', TUNNEL.proxyLabels);

let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });

function policyOf(name: string): { ingress: object[]; egress: object[] } {
  new NetworkPolicies(declared.chart, 'network', { topology: declared.topology, tunnel: TUNNEL });
  return emitted(declared.chart, 'NetworkPolicy').find(({ metadata }) => metadata.name === name)!.spec;
}

test('what is called is reached from the proxy before its Service alone, and by the kubelet', () => {
  declared.caller('web', declared.users());
  expect(policyOf('users').ingress).toEqual([{ from: [PROXY], ports: tcp(15008) }, PROBES]);
});

test('who calls reaches that proxy, and not the pods', () => {
  declared.caller('web', declared.users());
  expect(policyOf('web').egress[0]).toEqual({ to: [PROXY], ports: tcp(15008) });
});

test('what a gateway relays is reached at its pods, through the tunnel alone', () => {
  const clear = new HttpService(declared.topology, 'clear', { provider: HttpProvider.external('http://clear.example.com') });
  declared.caller('web', clear);
  const gateway = newGateway(declared.topology, {}, 'exit');
  gateway.relays(clear);
  declared.topology.acknowledge('BST616', gateway, 'another program makes what relays');
  expect(policyOf('web').egress[0]).toEqual({ to: [pods('istio-ingress', { istio: 'ingressgateway' })], ports: tcp(15008) });
});

test('a headless Service has no proxy before it: pods meet, through the tunnel alone', () => {
  const shards = new HttpService(declared.topology, 'shards', { provider: HttpProvider.workload(declared.workload('shards'), { targetPort: 8080, headless: true }) });
  declared.caller('web', shards);
  expect(policyOf('shards').ingress).toEqual([{ from: [pods('shop', { app: 'web' })], ports: tcp(15008) }, PROBES]);
});

test('clients that pick their server reach the proxy before its Service and then pods', () => {
  const events = new Kafka(declared.topology, 'events', { provider: KafkaProvider.workload(declared.workload('broker')) });
  declared.workload('web').publishes(events.topic('orders'));
  expect(policyOf('broker').ingress).toEqual([{ from: [pods('shop', { app: 'web' }), PROXY], ports: tcp(15008) }, PROBES]);
});

test('and have a way to both', () => {
  const events = new Kafka(declared.topology, 'events', { provider: KafkaProvider.workload(declared.workload('broker')) });
  declared.workload('web').publishes(events.topic('orders'));
  expect(policyOf('web').egress.slice(0, 2)).toEqual([{ to: [pods('shop', { app: 'broker' })], ports: tcp(9092, 15008) }, { to: [PROXY], ports: tcp(15008) }]);
});

test('pods of others are reached as they are dialled too, as they may be in no mesh', () => {
  declared.workload('web').uses(declared.database());
  expect(policyOf('web').egress[0]).toMatchObject({ ports: tcp(5432, 15008) });
});

test('a third party is reached as it is dialled', () => {
  declared.workload('web').calls(declared.ldap());
  expect(policyOf('web').egress[0]).toMatchObject({ ports: tcp(389) });
});

const admitting = (peer: AdmittedPeer) => {
  const workload: Workload = declared.workload('web');
  workload.admits(peer);
  return policyOf('web').ingress;
};

test.each([
  ['pods of the mesh come through the tunnel', () => AdmittedPeer.meshNamespace({ namespace: 'jobs', port: 9090 }), [15008]],
  ['those without an identity come as they dial', () => AdmittedPeer.pods({ namespace: 'monitoring', podLabels: { app: 'prometheus' }, port: 9090 }), [9090]],
  ['anyone comes either way', () => AdmittedPeer.anyone({ port: 9090 }), [9090, 15008]],
])('%s', (_, peer, ports) => expect(admitting(peer())[0]).toMatchObject({ ports: tcp(...ports) }));

test('pods that a workload reaches besides may be in the mesh or not; addresses are in none', () => {
  const web = declared.workload('web');
  web.reaches(NetworkPeer.pods({ namespace: 'jobs', podLabels: { app: 'jobs' }, port: 9090 }));
  web.reaches(NetworkPeer.addresses({ cidrs: ['10.0.0.1/32'], port: 6443 }));
  expect(policyOf('web').egress).toEqual(expect.arrayContaining([expect.objectContaining({ ports: tcp(9090, 15008) }), expect.objectContaining({ ports: tcp(6443) })]));
});
