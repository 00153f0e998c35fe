import { BackingService } from './backing-service';

/** Whether clients of a service call a Kubernetes Service that this program makes, and it chooses the pods. */
export function hasOwnService({ locator, clientRouted }: BackingService): boolean {
  return locator.declaresServices && !locator.primary.headless && !clientRouted;
}
