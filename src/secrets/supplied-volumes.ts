import { CsiVolume } from '../pods/workload-resource';
import { BindingPlan } from './binding-plan';
import { BoundVolume } from './bound-volume';

/** Where volumes of secrets are mounted by the documentation of the driver. Source: https://secrets-store-csi-driver.sigs.k8s.io/ */
const ROOT = '/mnt/secrets-store';

/** The volumes that pods have to mount so that what bindings read is there, each in a folder of its own. */
export function suppliedVolumes(plans: readonly BindingPlan[]): BoundVolume[] {
  return plans.flatMap(({ binding: { name }, volume }) => volume ? [{ name: `supply-${name}`, mountPath: `${ROOT}/${name}`, files: [], csi: volume }] : []);
}

/** Such a volume in the words of a pod's spec. Nobody writes into it, and drivers of secrets mount it in no other way. */
export function csiVolume({ name, csi }: BoundVolume): CsiVolume {
  const { driver, attributes } = csi!;
  return { name, csi: { driver, readOnly: true, volumeAttributes: attributes } };
}
