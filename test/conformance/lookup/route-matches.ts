import { Asked } from './asked';
import { assertKnown } from './cluster';

interface Match {
  readonly type?: string;
  readonly value?: string;
}

interface Named extends Match {
  readonly name: string;
  readonly value: string;
}

/** A match of an HTTPRoute or of a GRPCRoute. */
export interface RouteMatch {
  readonly path?: Match;
  readonly method?: string | { readonly type?: string; readonly service?: string; readonly method?: string };
  readonly headers?: readonly Named[];
  readonly queryParams?: readonly Named[];
}

/** How a kind of routes tells requests apart, and which of its matches goes before others: the figures are compared one after the other, and the greater goes first. */
export interface Matching {
  matches(match: RouteMatch, asked: Asked): boolean;
  precedence(match: RouteMatch): readonly number[];
}

/** Expressions stand behind the paths that are told in plain words, which the Gateway API leaves open. Source: istio 1.31, pilot/pkg/config/kube/gateway (sortHTTPRoutes) */
const RANKS: Readonly<Record<string, number>> = { Exact: 3, PathPrefix: 2, RegularExpression: 1 };

/** Source: https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httprouterule (matches) */
export const OF_HTTP: Matching = {
  matches({ path, method, ...others }, asked) {
    return isPath(pathOf(path), asked.path ?? '') && (method === undefined || method === asked.method) && isOther(others, asked);
  },
  precedence({ path, method, headers = [], queryParams = [] }) {
    const { type, value } = pathOf(path);
    return [RANKS[type], value.length, method === undefined ? 0 : 1, headers.length, queryParams.length];
  },
};

/** Source: https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#grpcrouterule (matches) */
export const OF_GRPC: Matching = {
  matches({ method, ...others }, asked) {
    return (method === undefined || isCalled(method, asked.path ?? '')) && isOther(others, asked);
  },
  precedence({ method, headers = [] }) {
    const { service = '', method: name = '' } = methodOf(method);
    return [service.length, name.length, headers.length];
  },
};

function pathOf({ type = 'PathPrefix', value = '/' }: Match = {}): Required<Match> {
  return { type, value };
}

/** A prefix is of whole segments, and a slash at its end is nothing. Source: HTTPPathMatch */
function isPath({ type, value }: Required<Match>, asked: string): boolean {
  const [path] = asked.split('?');
  if (type !== 'PathPrefix') return fits({ type, value }, path);
  const prefix = value.replace(/\/$/, '');
  return path === prefix || path.startsWith(`${prefix}/`);
}

function methodOf(method: RouteMatch['method']): { readonly type?: string; readonly service?: string; readonly method?: string } {
  if (typeof method === 'string') throw new Error(`the evaluation knows no method ${method} of a GRPCRoute`);
  return { type: 'Exact', ...method };
}

function isCalled(method: RouteMatch['method'], path: string): boolean {
  const { type, service, method: name, ...others } = methodOf(method);
  assertKnown('GRPCMethodMatch', others, []);
  const [, ofPath, called] = path.split('/');
  return [[service, ofPath], [name, called]].every(([asked, there = '']) => asked === undefined || fits({ type, value: asked }, there));
}

/** Source: HTTPHeaderMatch: names whatever their case; of several with one name the first. */
function isOther({ headers = [], queryParams = [], ...others }: RouteMatch, { path = '', headers: sent = {} }: Asked): boolean {
  assertKnown('HTTPRouteMatch', others, []);
  const query = new URLSearchParams(path.split('?')[1] ?? '');
  const firsts = headers.filter(({ name }, nth) => headers.findIndex(each => each.name.toLowerCase() === name.toLowerCase()) === nth);
  return firsts.every(({ name, ...match }) => sent[name.toLowerCase()] !== undefined && fits(match, sent[name.toLowerCase()]))
    && queryParams.every(({ name, ...match }) => query.has(name) && fits(match, query.get(name)!));
}

/** Istio holds expressions against the whole text. */
function fits({ type = 'Exact', value }: Match, text: string): boolean {
  switch (type) {
    case 'Exact': return value === text;
    case 'RegularExpression': return new RegExp(`^(?:${value})$`).test(text);
    default: throw new Error(`the evaluation knows no match of the type ${type}`);
  }
}
