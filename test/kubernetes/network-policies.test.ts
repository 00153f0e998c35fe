import { NetworkPolicies, NetworkPeer, WorkloadStanding } from '../../src';
import { expectRefusal, newWorkload } from '../support/declare';
import { Emitted, emitted, yaml } from '../support/emitted';
import { Declaration } from '../support/topology';

function policies({ chart, topology }: Declaration, props: { dns?: NetworkPeer; additionalEgress?: NetworkPeer[] } = {}): Emitted[] {
  new NetworkPolicies(chart, 'network', { topology, ...props });
  return emitted(chart, 'NetworkPolicy');
}

test('the smallest workload may be reached by nobody and may reach the cluster\'s DNS only', () => {
  const declared = new Declaration();
  declared.workload('web');
  expect(yaml(policies(declared))).toMatchSnapshot();
});

test('the DNS of the cluster, and what every workload may reach besides, with every option', () => {
  const declared = new Declaration();
  declared.workload('web');
  const openShift: Required<NetworkPeer> = { namespace: 'openshift-dns', podLabels: { 'dns.operator.openshift.io/daemonset-dns': 'default' }, port: 5353, udp: true };
  const collector: Required<NetworkPeer> = { namespace: 'telemetry', podLabels: { tier: 'edge', app: 'collector' }, port: 4317, udp: false };
  expect(yaml(policies(declared, { dns: openShift, additionalEgress: [collector] }))).toMatchSnapshot();
});

test('both directions are denied by default, for each workload that the platform guards and for no other', () => {
  const declared = new Declaration();
  declared.workloads('orders', 'web');
  newWorkload(declared.topology, 'gateway', { standing: WorkloadStanding.FOREIGN });
  const emittedPolicies = policies(declared);
  expect(emittedPolicies.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)).toEqual(['shop/orders', 'shop/web']);
  for (const { metadata, spec } of emittedPolicies) {
    expect(spec).toMatchObject({ podSelector: { matchLabels: { app: metadata.name } }, policyTypes: ['Ingress', 'Egress'] });
    expect(spec).not.toHaveProperty('ingress');
    expect(spec.egress).toHaveLength(1);
  }
});

const dns: NetworkPeer = { namespace: 'kube-system', podLabels: { app: 'dns' }, port: 53 };

test.each([
  ['BST801', 'a namespace', { ...dns, namespace: 'Kube System' }],
  ['BST801', 'a label', { ...dns, podLabels: { 'a b': 'c' } }],
  ['BST007', 'a port', { ...dns, port: 0 }],
])('%s: refuses %s that cannot exist, in dns and in additionalEgress', (code, _, peer) => {
  expectRefusal(() => policies(new Declaration(), { dns: peer }), code, 'test/network');
  expectRefusal(() => policies(new Declaration(), { additionalEgress: [peer] }), code, 'test/network');
});

test.each<[string, (peer: NetworkPeer) => { dns?: NetworkPeer; additionalEgress?: NetworkPeer[] }]>([
  ['dns', peer => ({ dns: peer })], ['additionalEgress', peer => ({ additionalEgress: [peer] })],
])('BST025: refuses pods that no label tells, in %s', (_, props) =>
  expectRefusal(() => policies(new Declaration(), props({ ...dns, podLabels: {} })), 'BST025', 'test/network', 'the pods in "kube-system"', 'every pod of the namespace', 'give podLabels'));

test('the pods that every workload may reach are those that were told, whatever becomes of their labels later', () => {
  const declared = new Declaration();
  declared.workload('web');
  const podLabels: Record<string, string> = { app: 'dns' };
  new NetworkPolicies(declared.chart, 'network', { topology: declared.topology, dns: { ...dns, podLabels } });
  delete podLabels.app;
  expect(emitted(declared.chart, 'NetworkPolicy')[0].spec).toMatchObject({ egress: [{ to: [{ podSelector: { matchLabels: { app: 'dns' } } }] }] });
});
