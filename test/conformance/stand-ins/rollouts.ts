import { Manifest, Manifests } from '../harness/manifests';
import { output } from '../harness/process';
import { ROLLOUTS } from '../toolbox/rollouts';

/** Written into the labels of pods and of what selects them. Source: argo-rollouts, pkg/apis/rollouts/v1alpha1/types.go */
export const HASH = 'rollouts-pod-template-hash';
/** The hashes of both versions while the run looks at them. */
export const HASHES = { stable: 'aaaaaaaaaa', canary: 'bbbbbbbbbb' } as const;

const CHANGED = ['VirtualService', 'DestinationRule'];

/**
 * Stands in for the controller of Argo Rollouts, at one step of the release of each Rollout that moves weights; what it does to objects of Istio is its own code. The objects that it does not find, as
 * one that is named wrongly, are an error of it.
 *
 * @param weight percent that the new version gets at the step
 */
export async function afterStep(manifests: Manifests, weight: number): Promise<Manifests> {
  const rollouts = manifests.ofKind('Rollout').filter(({ spec }) => spec.strategy.canary?.trafficRouting?.istio !== undefined);
  const changes = new Map<string, Manifest>();
  for (const rollout of rollouts) {
    const objects = manifests.objects.filter(({ kind }) => CHANGED.includes(kind)).map(object => changes.get(keyOf(object)) ?? object);
    const printed = await output([ROLLOUTS.path('bin/rollouts')], { input: JSON.stringify({ rollout, objects, weight, ...HASHES }) });
    for (const object of JSON.parse(printed) as Manifest[]) changes.set(keyOf(object), object);
  }
  return manifests.changed(copy => {
    for (const object of copy.objects) object.spec = changes.get(keyOf(object))?.spec ?? object.spec;
  });
}

function keyOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}
