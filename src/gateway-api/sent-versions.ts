import { distinct } from '../private/distinct';
import { exposedRoutesOf } from '../traffic/exposed-routes';
import { ExposedTogether } from '../traffic/exposed-together';
import { sharesOf } from '../traffic/request-routes';

/** The versions that the routes of an exposure send to, copies among them; undefined for what all have in common. */
export function versionsOf(together: ExposedTogether): (string | undefined)[] {
  const { service } = together.exposure;
  if (!service.showsRequests) return sharesOf(service.routes[0]).map(({ version }) => version);
  const routes = exposedRoutesOf({ exposed: [together] }).map(({ route }) => route);
  return distinct(routes.flatMap(({ shares, options }) => [...shares, ...options?.mirrors ?? []].map(({ version }) => version)));
}
