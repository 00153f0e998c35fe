import { Duration } from 'cdk8s';
import { MachineGroupProps, MachineProbe, Machines, Workload } from '../../src';
import { onMachines } from '../support/machines';
import { MeshDeclaration } from '../support/mesh';

const TIMES = {
  initialDelay: Duration.seconds(5), timeout: Duration.seconds(3), period: Duration.minutes(1), successThreshold: 2, failureThreshold: 4,
};

function declare(props: Partial<MachineGroupProps> = {}): MeshDeclaration {
  const declared = new MeshDeclaration();
  new Workload(declared.topology, 'billing', { pods: Machines.group({ labels: { app: 'billing' }, cidrs: ['192.0.2.0/24'], serviceAccountName: 'billing', ...props }) });
  return declared;
}

describe('WorkloadGroup', () => {
  test('of machines that make themselves known', () => expect(declare().object('WorkloadGroup', 'billing')).toMatchSnapshot());

  test('of every option', () => expect(declare({
    labels: { tier: 'back', app: 'billing' }, namespace: 'legacy', serviceAccountName: 'biller', ports: [8080], locality: 'eu/eu-1', weight: 2,
    probe: MachineProbe.httpGet(8080, { path: '/healthz', https: true, ...TIMES }),
  }).object('WorkloadGroup', 'billing', 'legacy')).toMatchSnapshot());

  test.each<[string, MachineProbe, object]>([
    ['a request', MachineProbe.httpGet(8080), { httpGet: { port: 8080, scheme: 'HTTP' } }],
    ['a connection', MachineProbe.tcpSocket(5432, { period: Duration.seconds(2) }), { periodSeconds: 2, tcpSocket: { port: 5432 } }],
    ['a program', MachineProbe.exec(['pg_isready', '-q']), { exec: { command: ['pg_isready', '-q'] } }],
  ])('has %s for a probe', (_, probe, expected) => expect(declare({ probe }).spec('WorkloadGroup', 'billing').probe).toEqual(expected));

  test('stands in place of entries, and not beside them', () => {
    expect(declare().named('WorkloadEntry')).toEqual([]);
    const declared = new MeshDeclaration();
    onMachines(declared);
    expect([declared.named('WorkloadGroup'), declared.named('WorkloadEntry').length]).toEqual([[], 2]);
  });
});
