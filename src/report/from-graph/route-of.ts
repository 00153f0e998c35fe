import { HttpAnswer } from '../../model/http-answer';
import { HttpConditions } from '../../model/http-conditions';
import { HttpRoute } from '../../model/http-route';
import { HeaderOperations, HttpFault, HttpRedirect, MatchedRouteOptions } from '../../model/http-route-options';
import { StringMatch } from '../../model/string-match';
import { durationText } from '../../private/duration-text';
import { byCodePoint } from '../../private/names';
import { DocumentedCondition, DocumentedRoute } from '../document/documented-route';

/** A route of a service, as a document tells it. */
export function routeOf({ weights, matches, options, _answer: answer, _steps: canary }: HttpRoute): DocumentedRoute {
  return {
    weights,
    steps: canary?.steps,
    step: canary?.step,
    matches: matches.map(({ _conditions: conditions }) => conditionsOf(conditions)),
    onTheWay: wordsOf(options),
    answer: answer && answerOf(answer),
  };
}

function conditionsOf(conditions: HttpConditions): DocumentedCondition[] {
  const { methods = [], uri, headers, absentHeaders, queryParams, claims, authority, port, caller, callerNamespace } = conditions;
  const exactly = (of: string, text: string): DocumentedCondition => ({ of, is: 'exact', text });
  return [
    ...methods.map(method => exactly('method', method)),
    ...uri ? [conditionOf('uri', uri)] : [],
    ...named('header', headers),
    ...[...absentHeaders ?? []].sort(byCodePoint).map(name => ({ of: 'header', is: 'absent', name })),
    ...named('query', queryParams),
    ...named('claim', claims),
    ...authority ? [conditionOf('authority', authority)] : [],
    ...port === undefined ? [] : [exactly('port', String(port))],
    ...caller ? [exactly('caller', caller.path)] : [],
    ...callerNamespace === undefined ? [] : [exactly('namespace', callerNamespace)],
  ];
}

function named(of: string, texts: ReadonlyMap<string, StringMatch> = new Map()): DocumentedCondition[] {
  return [...texts].sort(([a], [b]) => byCodePoint(a, b)).map(([name, match]) => conditionOf(of, match, name));
}

function conditionOf(of: string, { type: is, text }: StringMatch, name?: string): DocumentedCondition {
  return { of, is, name, text: is === 'any' ? undefined : text };
}

function wordsOf({ rewrite, requestHeaders, responseHeaders, cors, mirrors = [], fault }: MatchedRouteOptions): string[] {
  return [
    ...said('rewrite the path to', rewrite?.uri), ...said('rewrite the host to', rewrite?.authority),
    ...headersOf('requests', requestHeaders), ...headersOf('answers', responseHeaders),
    ...cors ? [`let pages of ${cors.allowOrigins.map(({ type, text }) => type === 'any' ? 'any origin' : `${type} ${text}`).join(', ')} ask`] : [],
    ...mirrors.map(({ version, percentage = 100 }) => `copy ${percentage} % to ${version}`),
    ...faultOf(fault),
  ];
}

function said(words: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${words} ${value}`];
}

function headersOf(where: string, { set = {}, add = {}, remove = [] }: HeaderOperations = {}): string[] {
  return [...Object.entries(set).map(([name, value]) => `set ${name} of ${where} to ${value}`),
    ...Object.entries(add).map(([name, value]) => `add ${name} to ${where}: ${value}`), ...remove.map(name => `remove ${name} of ${where}`)];
}

function faultOf({ delay, abort }: HttpFault = {}): string[] {
  return [
    ...delay ? [`delay ${delay.percentage} % by ${durationText(delay.fixedDelay)}`] : [],
    ...abort ? [`abort ${abort.percentage} % with ${abort.httpStatus ?? abort.grpcStatus}`] : [],
  ];
}

function answerOf({ redirect, status, body }: HttpAnswer): string {
  if (redirect) return placeOf(redirect);
  return body === undefined ? `status ${status}` : `status ${status}, ${Buffer.byteLength(body)} bytes`;
}

function placeOf({ scheme = 'same scheme', authority = 'same host', port, uri = 'same path', redirectCode = 301 }: HttpRedirect): string {
  return `${redirectCode} to ${scheme}, ${authority}${port === undefined ? '' : `, port ${port}`}, ${uri}`;
}
