import { Duration } from 'cdk8s';
import { ExposeOptions, HttpMatch, HttpRoute, StringMatch } from '../../src';
import { httpRouteRulesOf } from '../../src/gateway-api/http-route-rules';
import { GatewayApiDeclaration } from '../support/gateway-api';

function rulesOf(routes: HttpRoute[] | undefined, options: ExposeOptions = {}) {
  const declared = new GatewayApiDeclaration();
  declared.door().exposes(declared.pages(routes), options);
  return declared.bound.flatMap(httpRouteRulesOf);
}

const uri = (type: 'exact' | 'prefix', path: string) => HttpMatch.uri(StringMatch[type](path));

test('the service\'s routes are rules in their order, each with the time limit of the exposure', () => {
  const rules = rulesOf([HttpRoute.when(HttpMatch.header('x-a', '1')).to('v2'), HttpRoute.split({ v1: 90, v2: 10 })], { timeout: Duration.millis(1500) });
  expect(rules.map(({ name, timeouts, backendRefs }) => [name, timeouts, backendRefs?.map(backend => [backend.name, backend.weight])])).toEqual([
    ['pages-header-x-a-1', { request: '1s500ms' }, [['pages-v2', undefined]]], ['pages-split', { request: '1s500ms' }, [['pages-v1', 90], ['pages-v2', 10]]],
  ]);
});

test('nothing times out that is not said to, whatever an implementation does by itself', () => expect(rulesOf(undefined)[0].timeouts).toEqual({ request: '0s' }));

test.each([
  ['prefix', '/api/', '/v2/', { type: 'ReplacePrefixMatch', replacePrefixMatch: '/v2' }], ['prefix', '/api/', '/', { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' }],
  ['exact', '/api', '/v2', { type: 'ReplaceFullPath', replaceFullPath: '/v2' }],
] as const)('the %s %s is rewritten to %s', (type, path, to, modifier) =>
  expect(rulesOf(undefined, { matches: [uri(type, path)], rewrite: { uri: to } })[0].filters).toEqual([{ type: 'URLRewrite', urlRewrite: { hostname: undefined, path: modifier } }]));

test('of what is rewritten each match has a rule of its own, as a rule replaces one beginning', () => {
  const rules = rulesOf(undefined, { matches: [uri('prefix', '/a/'), uri('prefix', '/bb/')], rewrite: { uri: '/' } });
  expect(rules.map(({ name, matches }) => [name.endsWith('-2'), matches?.length])).toEqual([[false, 1], [true, 1]]);
});

test('a host alone is rewritten in one rule', () =>
  expect(rulesOf(undefined, { matches: [uri('prefix', '/a/'), uri('prefix', '/bb/')], rewrite: { authority: 'pages' } })).toHaveLength(1));

test('a redirection sends nothing on', () => {
  const [rule] = rulesOf([HttpRoute.when(uri('exact', '/old')).redirect({ uri: '/new', authority: 'b.example.com', scheme: 'https', port: 8443, redirectCode: 308 }), HttpRoute.toAnyVersion()]);
  expect(rule).toEqual({
    name: 'pages-uri-old', matches: [{ path: { type: 'Exact', value: '/old' } }],
    filters: [{
      type: 'RequestRedirect',
      requestRedirect: { scheme: 'https', hostname: 'b.example.com', port: 8443, path: { type: 'ReplaceFullPath', replaceFullPath: '/new' }, statusCode: 308 },
    }],
  });
});

test('a redirection that says no status is a lasting one', () => {
  const [rule] = rulesOf([HttpRoute.when(uri('exact', '/old')).redirect({ uri: '/new' }), HttpRoute.toAnyVersion()]);
  expect(rule.filters![0].requestRedirect!.statusCode).toBe(301);
});
