import { StringMatch } from '../model/string-match';
import { isLiteral } from '../traffic/path-template';
import { RequestMatch } from '../traffic/request-match';
import { RequestRoute } from '../traffic/request-routes';
import { ReleaseChannel } from './release-channel';

/** A route in the words that a channel has: paths of operations without parameters are exact ones, and only the experimental channel repeats. */
export function routeInWords(route: RequestRoute, channel: ReleaseChannel): RequestRoute {
  return { ...route, matches: route.matches.map(withoutTemplate), retry: channel === ReleaseChannel.EXPERIMENTAL ? route.retry : undefined };
}

function withoutTemplate({ path, ...match }: RequestMatch): RequestMatch {
  if (path === undefined) return match;
  return path.every(isLiteral) ? { ...match, uri: StringMatch.exact(path.map(([text]) => text).join('/')) } : { ...match, path };
}
