import { IstioOptions, MutualTls } from '../../src';
import { Workload } from '../../src/model/workload';
import { WorkloadStanding } from '../../src/model/workload-standing';
import { Pods } from '../../src/pods/pods';
import { MeshDeclaration } from '../support/mesh';

function foundIn(namespace: string, options: IstioOptions = {}, standing = WorkloadStanding.GUARDED): string[] {
  const declared = new MeshDeclaration(options);
  new Workload(declared.topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web', namespace }), standing });
  declared.read();
  return declared.found('BST623');
}

describe('BST623 guarded-in-root-namespace', () => {
  test('finds a workload whose policies would rule every namespace', () => expect(foundIn('istio-system')).toEqual([
    'error web: its pods are in istio-system, the root namespace of the mesh, so the policies that guard them would rule pods with these labels in all '
      + 'namespaces; run its pods in another namespace, or let their owner guard them and declare it with the standing FOREIGN',
  ]));

  test.each<[string, string, IstioOptions, number]>([
    ['istiod\'s namespace by default', 'control', { controlPlaneNamespace: 'control' }, 1],
    ['none but istiod\'s by default', 'istio-system', { controlPlaneNamespace: 'control' }, 0],
    ['the one that the mesh is configured with', 'config', { controlPlaneNamespace: 'control', rootNamespace: 'config' }, 1],
    ['not istiod\'s if there is another', 'control', { controlPlaneNamespace: 'control', rootNamespace: 'config' }, 0],
  ])('the root namespace is %s', (_, namespace, options, findings) => expect(foundIn(namespace, options)).toHaveLength(findings));

  test.each([WorkloadStanding.MIGRATING, WorkloadStanding.FOREIGN, WorkloadStanding.GATEWAY])('accepts one that is %s, for which no policy is made', standing =>
    expect(foundIn('istio-system', {}, standing)).toEqual([]));

  test('finds what is said there of the connections of a workload on its way into the mesh, which Istio does not look at', () => {
    const declared = new MeshDeclaration();
    new Workload(declared.topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' }, namespace: 'istio-system' }), standing: WorkloadStanding.MIGRATING, mutualTls: MutualTls.STRICT });
    declared.read();
    expect(declared.found('BST623')).toEqual([expect.stringMatching(/^error web: its pods are in istio-system, .* so its mutualTls does nothing; .*meshPolicy/)]);
  });

  test('accepts what is made for a caller there: it names hosts, selects no pods and is seen in no other namespace', () => {
    const declared = new MeshDeclaration();
    const gate = new Workload(declared.topology, 'gate', {
      pods: Pods.fromLabels({ labels: { app: 'gate' }, serviceAccountName: 'gate', namespace: 'istio-system' }), standing: WorkloadStanding.GATEWAY,
    });
    gate.calls(declared.payments());
    const made = declared.emitted.filter(({ metadata }) => metadata.namespace === 'istio-system');
    expect(made.map(({ kind, spec }) => [kind, spec.exportTo])).toEqual([['ServiceEntry', ['.']], ['DestinationRule', ['.']]]);
  });

  test('finds it with tracing and a named namespace too', () =>
    expect(foundIn('root', { rootNamespace: 'root', tracing: { samplingPercentage: 1 } })).toHaveLength(1));
});
