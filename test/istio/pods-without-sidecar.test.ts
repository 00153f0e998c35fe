import { ApiObjectMetadata } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { MutualTls } from '../../src/model/mutual-tls';
import { Workload } from '../../src/model/workload';
import { WorkloadStanding } from '../../src/model/workload-standing';
import { Pods } from '../../src/pods/pods';
import { newWorkload } from '../support/declare';
import { onMachines } from '../support/machines';
import { MeshDeclaration } from '../support/mesh';

const INJECT = 'sidecar.istio.io/inject';

/** What is found of a Deployment with such pods. */
function foundOf(podMetadata: ApiObjectMetadata, hostNetwork?: boolean, standing?: WorkloadStanding): string[] {
  const declared = new MeshDeclaration();
  const deployment = new kplus.Deployment(declared.chart, 'web-pods', { podMetadata, hostNetwork, containers: [{ image: 'i' }] });
  new Workload(declared.topology, 'web', { pods: Pods.of(deployment), standing });
  declared.read();
  return declared.found('BST611');
}

const because = (reason: string) => [expect.stringMatching(new RegExp(`^error web: its pods have no sidecar, because of ${reason}: no policy guards them`))];

describe('BST611 pods-without-sidecar', () => {
  test.each<[string, ApiObjectMetadata, boolean, string]>([
    ['the label', { labels: { [INJECT]: 'false' } }, false, 'the label "sidecar.istio.io/inject=false"'],
    ['the older annotation', { annotations: { [INJECT]: 'false' } }, false, 'the annotation "sidecar.istio.io/inject=false"'],
    ['the network of the host', {}, true, 'the network of the host, which they use'],
    ['two of them', { labels: { [INJECT]: 'false' } }, true, 'the label "sidecar.istio.io/inject=false" and of the network of the host, which they use'],
  ])('finds pods that refuse theirs by %s', (_, metadata, hostNetwork, reason) => expect(foundOf(metadata, hostNetwork)).toEqual(because(reason)));

  test.each<[string, ApiObjectMetadata]>([
    ['no word of it', {}], ['a label that asks for one', { labels: { [INJECT]: 'true' } }],
    ['a label that outdoes the annotation', { labels: { [INJECT]: 'true' }, annotations: { [INJECT]: 'false' } }],
  ])('accepts %s', (_, metadata) => expect(foundOf(metadata, false)).toEqual([]));

  test('finds the label of pods that something else makes, in one version of several', () => {
    const declared = new MeshDeclaration();
    declared.workload('web', { versions: [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { version: 'v2', [INJECT]: 'false' } }] });
    declared.read();
    expect(declared.found('BST611')).toEqual(because('the label "sidecar.istio.io/inject=false"'));
  });

  test('accepts machines in a namespace that refuses them all, as nothing is injected there', () => {
    const declared = new MeshDeclaration();
    new kplus.Namespace(declared.chart, 'ns', { metadata: { name: 'shop', labels: { 'istio-injection': 'disabled' } } });
    onMachines(declared);
    declared.read();
    expect(declared.found('BST611')).toEqual([]);
  });

  test.each<[string, string, string, number]>([
    ['finds', 'shop', 'disabled', 1], ['accepts another', 'other', 'disabled', 0], ['accepts', 'shop', 'enabled', 0],
  ])('%s namespace of the app that refuses them all', (_, name, injection, findings) => {
    const declared = new MeshDeclaration();
    new kplus.Namespace(declared.chart, 'ns', { metadata: { name, labels: { 'istio-injection': injection } } });
    declared.workload('web', { labels: { [INJECT]: 'true' } });
    declared.read();
    expect(declared.found('BST611')).toEqual(findings === 0 ? [] : because('the label "istio-injection=disabled" of their namespace'));
  });

  const foreign = (labels: Record<string, string>, call: (declared: MeshDeclaration, prometheus: Workload) => void) => {
    const declared = new MeshDeclaration();
    const pods = Pods.fromLabels({ labels: { app: 'prometheus', ...labels }, namespace: 'monitoring', serviceAccountName: 'prometheus' });
    call(declared, new Workload(declared.topology, 'prometheus', { pods, standing: WorkloadStanding.FOREIGN }));
    declared.read();
    return declared.found('BST611');
  };

  test('finds a caller of somebody else that has no identity, which guarded pods turn away', () =>
    expect(foreign({ [INJECT]: 'false' }, (declared, prometheus) => prometheus.calls(declared.api(declared.workload('web'))))).toEqual([
      'error prometheus: its pods have no sidecar, because of the label "sidecar.istio.io/inject=false", and so no identity, by which alone web would let them in; '
      + 'declare no call of it, and let what it reaches admit its pods, by admits() of AdmittedPeer.pods()',
    ]));

  test('finds one that calls pods which take mutual TLS alone', () => {
    const found = (mutualTls: MutualTls) => foreign({ [INJECT]: 'false' }, (declared, prometheus) => (
      prometheus.calls(declared.api(newWorkload(declared.topology, 'web', { standing: WorkloadStanding.MIGRATING, mutualTls })))));
    expect([MutualTls.STRICT, MutualTls.permissive('the till has no sidecar')].map(mutualTls => found(mutualTls).length)).toEqual([1, 0]);
  });

  test('accepts one that has an identity, or that calls nobody who is guarded from here', () => {
    expect(foreign({}, (declared, prometheus) => prometheus.calls(declared.api(declared.workload('web'))))).toEqual([]);
    expect(foreign({ [INJECT]: 'false' }, (declared, prometheus) => prometheus.calls(declared.external('payments')))).toEqual([]);
  });

  test.each<['addAnnotation' | 'addLabel', string]>([['addAnnotation', 'annotation'], ['addLabel', 'label']])(
    'finds what was added after the workload was declared, by %s', (add, what) => {
      const declared = new MeshDeclaration();
      const deployment = new kplus.Deployment(declared.chart, 'web-pods', { containers: [{ image: 'i' }] });
      new Workload(declared.topology, 'web', { pods: Pods.of(deployment) });
      deployment.podMetadata[add](INJECT, 'false');
      declared.read();
      expect(declared.found('BST611')).toEqual(because(`the ${what} "sidecar.istio.io/inject=false"`));
    });

  test.each<[WorkloadStanding, number]>([
    [WorkloadStanding.GUARDED, 1], [WorkloadStanding.MIGRATING, 1], [WorkloadStanding.FOREIGN, 0], [WorkloadStanding.GATEWAY, 0],
  ])('of a workload that is %s there are %d', (standing, findings) => expect(foundOf({ labels: { [INJECT]: 'false' } }, false, standing)).toHaveLength(findings));
});
