import { StringMatch } from '../model/string-match';
import { RequestMatch } from '../traffic/request-match';
import { RequestRoute } from '../traffic/request-routes';

/** `/package.Service/Method`, or all of a service. Source: the CRD of the standard channel of 1.6 */
const METHOD = /^\/\.?[a-z_]\w*(\.[a-z_]\w*)*\/[a-z_]\w*$/i;
const SERVICE = /^\/(\.?[a-z_]\w*(\.[a-z_]\w*)*\/)?$/i;

/** What of a route a GRPCRoute has no words for, in words. */
export function beyondGrpcRoute({ matches, options = {}, answer }: RequestRoute): string[] {
  const { rewrite, cors, fault } = options;
  return [
    ...matches.flatMap(match => OF_MATCH.flatMap(([words, is]) => (is(match) ? [words] : []))),
    ...rewrite ? ['rewrites'] : [], ...cors ? ['CORS'] : [], ...fault ? ['faults'] : [],
    ...answer ? ['redirections and answers of its own'] : [],
  ];
}

const OF_MATCH: readonly (readonly [words: string, is: (match: RequestMatch) => boolean])[] = [
  ['methods of HTTP', ({ methods }) => methods !== undefined],
  ['a path that is no method and no service of gRPC', ({ uri, path }) => uri !== undefined && !isOfGrpc(uri) || path !== undefined],
  ['that a header is missing', ({ absentHeaders }) => absentHeaders !== undefined],
  ['parameters of a query', ({ queryParams }) => queryParams !== undefined],
  ['what a token claims', ({ claims }) => claims !== undefined],
  ['the host that a request names, beside hosts', ({ authority }) => authority !== undefined],
  ['who calls', ({ caller, callerNamespace }) => caller !== undefined || callerNamespace !== undefined],
];

function isOfGrpc({ type, text }: StringMatch): boolean {
  return type === 'exact' && METHOD.test(text) || type === 'prefix' && SERVICE.test(text);
}
