import { StringMatch } from '../model/string-match';
import { RequestRoute } from '../traffic/request-routes';

/** `/package.Service/Method`, or all of a service. Source: the CRD of the standard channel of 1.6 */
const METHOD = /^\/\.?[a-z_]\w*(\.[a-z_]\w*)*\/[a-z_]\w*$/i;
const SERVICE = /^\/(\.?[a-z_]\w*(\.[a-z_]\w*)*\/)?$/i;

/** What of a route a GRPCRoute has no words for, in words. */
export function beyondGrpcRoute({ matches, options = {}, answer }: RequestRoute): string[] {
  const { rewrite, cors, fault } = options;
  return [
    ...matches.flatMap(match => [
      ...match.methods ? ['methods of HTTP'] : [], ...match.uri && !isOfGrpc(match.uri) || match.path ? ['a path that is no method and no service of gRPC'] : [],
      ...match.absentHeaders ? ['that a header is missing'] : [], ...match.queryParams ? ['parameters of a query'] : [], ...match.claims ? ['what a token claims'] : [],
      ...match.authority ? ['the host that a request names, beside hosts'] : [],
    ]),
    ...rewrite ? ['rewrites'] : [], ...cors ? ['CORS'] : [], ...fault ? ['faults'] : [],
    ...answer ? ['redirections and answers of its own'] : [],
  ];
}

function isOfGrpc({ type, text }: StringMatch): boolean {
  return type === 'exact' && METHOD.test(text) || type === 'prefix' && SERVICE.test(text);
}
