import { BackingService } from './backing-service';

/** Whether clients of a service begin at a Kubernetes Service that this program makes, and that has an address of its own. */
export function beginsAtOwnService({ locator }: BackingService): boolean {
  return locator.declaresServices && !locator.primary.headless;
}

/** Whether clients of a service call a Kubernetes Service that this program makes, and it chooses the pods. */
export function hasOwnService(service: BackingService): boolean {
  return beginsAtOwnService(service) && !service.clientRouted;
}
