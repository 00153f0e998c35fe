import {
  HttpProvider, HttpService, InClusterServingProps, NetworkPeer, NetworkPolicies, Pods, Subject, TcpProvider, TcpService, Workload, WorkloadStanding,
} from '../../src';
import { emitted } from '../support/emitted';
import { Declaration } from '../support/topology';

function declare(props: Partial<InClusterServingProps>, standing?: WorkloadStanding) {
  const declared = new Declaration();
  const users = new HttpService(declared.topology, 'users', { provider: HttpProvider.inCluster({ service: 'users', namespace: 'team-b', ...props }) });
  new Workload(declared.topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' } }), standing }).calls(users);
  new NetworkPolicies(declared.chart, 'network', { topology: declared.topology });
  return declared;
}

test('finds a service of another team whose pods nobody knows, and opens nothing instead of its whole namespace', () => {
  const declared = declare({});
  expect(declared.found('BST523')).toEqual([
    'error users: no label tells the pods behind users in namespace team-b, so no network policy lets its consumers through to them; '
      + 'give podLabels to its inCluster provider: labels that its pods have and no others of that namespace; and targetPort, if they listen on another port than 80',
  ]);
  declared.topology.acknowledge('BST523', Subject.of(declared.topology), 'opened by hand in another policy');
  expect(JSON.stringify(emitted(declared.chart, 'NetworkPolicy'))).not.toContain('team-b');
});

test('asks for no port of the pods where it is said', () =>
  expect(declare({ targetPort: 8080 }).findings('BST523').map(({ fix }) => fix)).toEqual([expect.stringMatching(/ of that namespace$/)]));

test('lets consumers through to the pods that a label tells, and to no others', () => {
  const declared = declare({ podLabels: { app: 'users' }, targetPort: 8080 });
  expect(declared.found('BST523')).toEqual([]);
  expect(emitted(declared.chart, 'NetworkPolicy')[0].spec.egress[0]).toEqual({
    to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'team-b' } }, podSelector: { matchLabels: { app: 'users' } } }],
    ports: [{ protocol: 'TCP', port: 8080 }],
  });
});

test('says nothing where no policy of ours guards a consumer', () => expect(declare({}, WorkloadStanding.MIGRATING).found('BST523')).toEqual([]));

test.each([false, true])('of the API server it says how it is reached instead, which is followed (%p)', fixed => {
  const declared = new Declaration();
  const operator = declared.workload('operator');
  if (fixed) operator.reaches(NetworkPeer.addresses({ cidrs: ['203.0.113.10/32'], port: 6443 }));
  else operator.calls(new TcpService(declared.topology, 'api-server', { provider: TcpProvider.inCluster({ service: 'kubernetes', namespace: 'default', port: 443 }) }));
  new NetworkPolicies(declared.chart, 'network', { topology: declared.topology });
  const advice = expect.stringMatching(/^leave this service out.* by reaches\(\) of NetworkPeer\.addresses\(\)/);
  expect(declared.findings('BST523').map(({ fix }) => fix)).toEqual(fixed ? [] : [advice]);
});
