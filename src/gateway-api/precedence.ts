import { StringMatch } from '../model/string-match';
import { RequestMatch } from '../traffic/request-match';
import { calledBy } from './grpc-route';
import { withoutSlash } from './http-route-matches';

/** What puts a match before others, the first that differs, the higher first. Source: https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule (matches) */
export function httpPrecedence({ uri, methods, headers, queryParams }: RequestMatch): number[] {
  return [...ofPath(uri), methods ? 1 : 0, headers?.size ?? 0, queryParams?.size ?? 0];
}

/** An exact one, then the longest beginning; what asks for none is "/". */
function ofPath(uri: StringMatch | undefined): number[] {
  return uri?.type === 'exact' ? [1, 0] : [0, withoutSlash(uri?.text ?? '/').length];
}

/** The same of calls of gRPC. Source: https://gateway-api.sigs.k8s.io/reference/spec/#grpcrouterule (matches) */
export function grpcPrecedence({ uri, headers }: RequestMatch): number[] {
  const called = uri && calledBy(uri.text);
  return [called?.service.length ?? 0, called?.method?.length ?? 0, headers?.size ?? 0];
}

/** Above 0 if the first goes before the second, below if it goes behind, 0 if neither is said. */
export function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((measure, position) => measure !== other[position]);
  return at === -1 ? 0 : one[at] - other[at];
}
