import { distinct } from '../private/distinct';
import { sharesOf, VersionShare } from '../traffic/request-routes';
import { BoundRoute } from './bound-route';

/** Where connections go, which are told apart no further. */
export function connectionSharesOf({ to }: Pick<BoundRoute, 'to'>): VersionShare[] {
  return sharesOf(to.service.routes[0]);
}

/** The versions that a route sends to, copies among them; undefined for what all have in common. */
export function versionsOf({ to, routes }: Pick<BoundRoute, 'to' | 'routes'>): (string | undefined)[] {
  if (!to.service.showsRequests) return connectionSharesOf({ to }).map(({ version }) => version);
  return distinct(routes.flatMap(({ shares, options }) => [...shares, ...options?.mirrors ?? []].map(({ version }) => version)));
}
