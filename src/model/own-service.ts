import { BackingService } from './backing-service';
import { ServiceOwner } from './locator';

/** Whether clients of a service call a Kubernetes Service of a workload of ours, and it chooses the pods. */
export function hasOwnService({ locator, clientRouted }: BackingService): boolean {
  return locator.owner === ServiceOwner.WORKLOAD && !locator.primary.headless && !clientRouted;
}
