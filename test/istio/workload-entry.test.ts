import { Chart } from 'cdk8s';
import { HttpProvider, HttpService, Mesh, Platform, Topology, Workload, WorkloadStanding } from '../../src';
import { Machines } from '../../src/pods/machines';
import { newWorkload } from '../support/declare';
import { emitted } from '../support/emitted';
import { onMachines } from '../support/machines';
import { MeshDeclaration } from '../support/mesh';

let declared: MeshDeclaration;
beforeEach(() => { declared = new MeshDeclaration(); });

describe('WorkloadEntry', () => {
  test('of a machine', () => {
    onMachines(declared, 'billing', [{ address: '192.0.2.7' }]);
    expect(declared.object('WorkloadEntry', 'billing.192-0-2-7')).toMatchSnapshot();
  });

  test('of every option', () => {
    onMachines(declared, 'billing', [{ address: '2001:db8::7', version: 'v1', locality: 'eu/eu-1/a', weight: 3 }], {
      labels: { tier: 'back', app: 'billing' }, namespace: 'legacy', serviceAccountName: 'biller', ports: [8080],
    });
    expect(declared.object('WorkloadEntry', 'billing.2001-db8-0-0-0-0-0-7', 'legacy')).toMatchSnapshot();
  });

  test('stands for each machine of a workload that is ruled from here, and for nobody else\'s', () => {
    for (const [nth, standing] of [WorkloadStanding.GUARDED, WorkloadStanding.MIGRATING, WorkloadStanding.FOREIGN].entries()) {
      newWorkload(declared.topology, `w${nth}`, { standing, namespace: `n${nth}`, pods: Machines.at([{ address: `192.0.2.${nth}` }], { labels: { app: `w${nth}` }, serviceAccountName: `w${nth}` }) });
    }
    declared.workload('web');
    expect(declared.named('WorkloadEntry')).toEqual(['n0/w0.192-0-2-0', 'n1/w1.192-0-2-1']);
  });

  test('has its own labels alone, which Istio takes from the object before those in it', () => {
    const chart = new Chart(declared.app, 'labelled', { namespace: 'shop', labels: { app: 'shop', team: 'a' } });
    const topology = new Topology(chart, 'shop');
    const pods = Machines.at([{ address: '192.0.2.7' }], { labels: { app: 'billing' }, serviceAccountName: 'billing' });
    new Workload(topology, 'billing', { pods });
    new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), labels: { 'app': 'all', 'security.istio.io/tlsMode': 'disabled' } });
    const [entry] = emitted(chart).filter(({ kind }) => kind === 'WorkloadEntry');
    expect([entry.metadata.labels, entry.spec.labels]).toEqual([{ 'app': 'billing', 'service.istio.io/workload-name': 'billing' }, { app: 'billing' }]);
  });

  test('is selected by what selects the pods of others: Services, subsets, policies', () => {
    const billing = onMachines(declared, 'billing', [{ address: '192.0.2.7', version: 'v1' }, { address: '192.0.2.8', version: 'v2' }]);
    declared.workload('web').calls(new HttpService(declared.topology, 'billing-api', { provider: HttpProvider.workload(billing) }));
    const [one, other] = declared.emitted.filter(({ kind }) => kind === 'WorkloadEntry').map(({ spec }) => spec.labels);
    expect([one, other]).toEqual([{ app: 'billing', version: 'v1' }, { app: 'billing', version: 'v2' }]);
    expect(declared.spec('AuthorizationPolicy', 'billing').selector).toEqual({ matchLabels: { app: 'billing' } });
    expect(declared.spec('PeerAuthentication', 'billing').selector).toEqual({ matchLabels: { app: 'billing' } });
  });
});
