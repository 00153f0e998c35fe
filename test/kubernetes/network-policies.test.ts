import { NetworkPolicies, NetworkPeer, PeerPodsProps, WorkloadStanding } from '../../src';
import { newWorkload } from '../support/declare';
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
  const openShift: Required<PeerPodsProps> = { namespace: 'openshift-dns', podLabels: { 'dns.operator.openshift.io/daemonset-dns': 'default' }, port: 5353, udp: true };
  const collector: Required<PeerPodsProps> = { namespace: 'telemetry', podLabels: { tier: 'edge', app: 'collector' }, port: 4317, udp: false };
  expect(yaml(policies(declared, { dns: NetworkPeer.pods(openShift), additionalEgress: [NetworkPeer.pods(collector)] }))).toMatchSnapshot();
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

const dns: PeerPodsProps = { namespace: 'kube-system', podLabels: { app: 'dns' }, port: 53 };

test('addresses are reached where no label tells who is there, those too at which a cloud hands out credentials, if they are named', () => {
  const declared = new Declaration();
  declared.workload('web');
  const nodeLocal = NetworkPeer.addresses({ cidrs: ['169.254.20.10/32'], port: 53, udp: true });
  const anything = NetworkPeer.addresses({ cidrs: ['168.0.0.0/7', '2001:db8::/32'], port: 443 });
  const [{ spec }] = policies(declared, { dns: nodeLocal, additionalEgress: [anything] });
  expect(spec.egress).toEqual([
    { to: [{ ipBlock: { cidr: '169.254.20.10/32' } }], ports: [{ protocol: 'TCP', port: 53 }, { protocol: 'UDP', port: 53 }] },
    {
      to: [{ ipBlock: { cidr: '168.0.0.0/7', except: ['169.254.0.0/16', '168.63.129.16/32'] } }, { ipBlock: { cidr: '2001:db8::/32' } }],
      ports: [{ protocol: 'TCP', port: 443 }],
    },
  ]);
});

test('the pods that every workload may reach are those that were told, whatever becomes of their labels later', () => {
  const declared = new Declaration();
  declared.workload('web');
  const podLabels: Record<string, string> = { app: 'dns' };
  new NetworkPolicies(declared.chart, 'network', { topology: declared.topology, dns: NetworkPeer.pods({ ...dns, podLabels }) });
  delete podLabels.app;
  expect(emitted(declared.chart, 'NetworkPolicy')[0].spec).toMatchObject({ egress: [{ to: [{ podSelector: { matchLabels: { app: 'dns' } } }] }] });
});
