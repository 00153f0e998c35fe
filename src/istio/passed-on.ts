import { BackingService } from '../model/backing-service';
import { EnforcementAnswer } from '../model/enforcement';
import { isWildcard } from '../private/host';

/**
 * Why routes, versions, load balancing and breakers cannot act on a service: they choose among pods, and here the sidecar passes a connection on
 * to the address that the client picked. Undefined if they can.
 * Source: https://istio.io/latest/docs/ops/configuration/traffic-management/traffic-routing/#headless-services
 */
export function passedOn({ name, locator, clientRouted }: BackingService): EnforcementAnswer | undefined {
  if (locator.primary.headless) {
    return EnforcementAnswer.cannot(`${name} is headless, so its client picks a pod itself and the sidecar passes the connection on to that pod`,
      'set headless to false where its provider is declared, or leave this out');
  }
  if (clientRouted) {
    return EnforcementAnswer.cannot(`the clients of ${name} pick their server themselves, and another one could not answer them`, 'leave this out');
  }
  if (locator.isExternal && locator.dialled.some(({ host }) => isWildcard(host))) {
    return EnforcementAnswer.cannot(`a host of ${name} is a wildcard, which no DNS resolves, so the sidecar passes the connection on to the address that its client picked`,
      'name the hosts, or leave this out');
  }
  return undefined;
}

/** Whether a service's connections are shared among versions, which takes no look at requests. */
export function isSplit({ showsRequests, routes }: BackingService): boolean {
  return !showsRequests && routes.length > 0 && routes.every(route => route._isOfConnections);
}

/** Why what looks at requests cannot act on a service; undefined if it can. */
export function unseen({ name, showsRequests, locator }: BackingService): EnforcementAnswer | undefined {
  return showsRequests ? undefined : EnforcementAnswer.cannot(
    `a mesh sees the connections to ${name} (${locator.primary.appProtocol}), not its requests`, 'leave this out: it needs HTTP that the client does not encrypt');
}
