import { IWorkload } from '../model/workload-interface';
import { Pods } from '../pods/pods';
import { distinct } from '../private/distinct';
import { quote } from '../private/topology-error';

const INJECT = 'sidecar.istio.io/inject';

/** What the pods of a workload say that keeps a sidecar from them. Source: https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy */
export function sidecarRefused(workload: IWorkload): string[] {
  return distinct([...refusedByLabel(workload), ...refusedByMaker(workload)]);
}

/** The label decides, and the annotation where there is no label. */
function refusedByLabel({ versions }: IWorkload): string[] {
  return versions.some(({ labels }) => labels[INJECT] === 'false') ? [`the label ${quote(`${INJECT}=false`)}`] : [];
}

/** What only who makes the pods knows, as it is now. */
function refusedByMaker({ pods }: IWorkload): string[] {
  if (!Pods.isPods(pods)) return [];
  return pods._resources.flatMap(({ labels, annotations, hostNetwork }) => [
    ...labels[INJECT] === 'false' ? [`the label ${quote(`${INJECT}=false`)}`] : [],
    ...labels[INJECT] === undefined && annotations[INJECT] === 'false' ? [`the annotation ${quote(`${INJECT}=false`)}`] : [],
    ...hostNetwork ? ['the network of the host, which they use'] : [],
  ]);
}
