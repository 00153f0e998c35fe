import * as fc from 'fast-check';
import { StringMatch } from '../../src/model/string-match';
import { IWorkload } from '../../src/model/workload-interface';
import { parsePath } from '../../src/traffic/path-template';
import { ANY_REQUEST, conjunction, conjunctions, isAnyRequest, meeting, RequestMatch } from '../../src/traffic/request-match';
import { Declaration } from '../support/topology';
import { fulfils, Request } from './requests';

const { exact, prefix, regex, ANY } = StringMatch;
const [web, batch] = new Declaration().workloads('web', 'batch');
const header = (name: string, value: string): RequestMatch => ({ headers: new Map([[name, exact(value)]]) });
const path = (text: string): RequestMatch => ({ path: parsePath(text) });

describe('two matches', () => {
  test.each<[string, RequestMatch, RequestMatch]>([
    ['two values of one header', header('x-a', '1'), header('x-a', '2')],
    ['two methods', { methods: ['GET'] }, { methods: ['POST', 'PUT'] }],
    ['two paths', path('/users'), path('/orders')],
    ['two callers', { caller: web }, { caller: batch }],
    ['two ports', { port: 80 }, { port: 81 }],
    ['two paths, though their methods agree', { methods: ['GET'], ...path('/users') }, { methods: ['GET'], ...path('/users/{id}') }],
  ])('that no request fulfils together have no conjunction: %s', (_, a, b) => {
    expect(conjunction(a, b)).toBeUndefined();
    expect(conjunction(b, a)).toBeUndefined();
  });

  test('of different things are all of their conditions', () =>
    expect(conjunction({ methods: ['GET'], ...header('x-a', '1') }, { ...path('/users'), caller: web, ...header('x-b', '2') })).toEqual({
      methods: ['GET'], path: parsePath('/users'), caller: web, headers: new Map([['x-a', exact('1')], ['x-b', exact('2')]]),
    }));

  test('of one thing are what they have in common', () =>
    expect(conjunction({ methods: ['DELETE', 'GET', 'PUT'], ...path('/users/{id}') }, { methods: ['PUT', 'GET', 'POST'], ...path('/users/me') }))
      .toEqual({ methods: ['GET', 'PUT'], path: parsePath('/users/me') }));

  test('leave every request open only if both do', () => {
    expect(isAnyRequest(conjunction(ANY_REQUEST, ANY_REQUEST)!)).toBe(true);
    expect(isAnyRequest(conjunction(ANY_REQUEST, { methods: ['GET'] })!)).toBe(false);
  });
});

describe('alternatives', () => {
  test('are combined each with each, the first list slowest, but for what no request can be', () =>
    expect(conjunctions([{ caller: web }, { caller: batch }], [{ methods: ['GET'] }, { methods: ['PUT'], caller: web }])).toEqual([
      { methods: ['GET'], caller: web }, { methods: ['PUT'], caller: web }, { methods: ['GET'], caller: batch }]));

  test('that all leave every request open are joined to nothing else', () =>
    expect(conjunctions([ANY_REQUEST], [ANY_REQUEST])[0]).toBe(ANY_REQUEST));

  test('are none if one list has none', () => expect(conjunctions([ANY_REQUEST], [])).toEqual([]));
});

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const words = fc.constantFrom('a', 'b');
const names = fc.constantFrom('x-a', 'x-b', '__proto__');
const headers: fc.Arbitrary<ReadonlyMap<string, string>> = fc.array(fc.tuple(names, words), { maxLength: 2 }).map(own => new Map(own));
const texts = fc.oneof(words.map(exact), words.map(prefix), fc.constant(ANY));
const conditions: fc.Arbitrary<ReadonlyMap<string, StringMatch>> = fc.array(fc.tuple(names, texts), { maxLength: 2 }).map(own => new Map(own));
const caller = fc.constantFrom<IWorkload>(web, batch);
const port = fc.constantFrom(80, 81);
const match: fc.Arbitrary<RequestMatch> = fc.record({
  methods: optional(fc.uniqueArray(fc.constantFrom('GET', 'PUT', 'POST'), { minLength: 1 })),
  path: optional(fc.constantFrom('/', '/a', '/b', '/{p}', '/a/{p}', '/{p}/b', '/{p}b').map(parsePath)),
  uri: optional(fc.constantFrom(exact('/a'), exact('/a/b'), prefix('/'), prefix('/a'), prefix('/a/'), regex('/a.*'))),
  headers: optional(conditions),
  absentHeaders: optional(fc.uniqueArray(names, { maxLength: 2 }).map(own => new Set(own))),
  queryParams: optional(conditions),
  authority: optional(fc.constantFrom(exact('a'), prefix('b'))),
  caller: optional(caller),
  callerNamespace: optional(fc.constantFrom('shop', 'other')),
  port: optional(port),
}).filter(({ path: template, uri }) => template === undefined || uri === undefined);
const request: fc.Arbitrary<Request> = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'POST', 'PATCH'),
  path: fc.constantFrom('/', '/a', '/b', '/ab', '/a/b', '/a/', '/b/b', '/a/ab'),
  headers,
  query: headers,
  authority: words,
  caller,
  port,
});

test('a conjunction takes exactly the requests that both take, and none if there is none; or it is said that none can be written', () => {
  fc.assert(fc.property(match, match, fc.array(request, { minLength: 20, maxLength: 20 }), (a, b, requests) => {
    const both = meeting(a, b);
    if (both === 'unknown') return expect(conjunction(a, b)).toBeUndefined();
    for (const one of requests) expect(both !== undefined && fulfils(one, both)).toBe(fulfils(one, a) && fulfils(one, b));
  }), { numRuns: 4000 });
});

test('combined alternatives take exactly the requests that take one of each list', () => {
  const list = fc.array(match.filter(({ uri }) => uri === undefined), { maxLength: 3 });
  fc.assert(fc.property(list, list, list, request, (a, b, c, one) => {
    const taken = conjunctions(a, b, c).some(combined => fulfils(one, combined));
    expect(taken).toBe([a, b, c].every(alternatives => alternatives.some(alternative => fulfils(one, alternative))));
  }), { numRuns: 2000 });
});

test.each<[string, StringMatch, string]>([
  ['an expression', regex('/a/.*'), '/a/{p}'], ['a prefix that ends in a parameter', prefix('/a/bc'), '/a/{p}'],
])('%s and a path with parameters cannot be one condition', (_, uri, template) => {
  expect(meeting({ uri }, path(template))).toBe('unknown');
  expect(conjunction(path(template), { uri })).toBeUndefined();
});

test('a path is left as it is by a prefix of what it begins with', () => expect(conjunction({ uri: prefix('/a/') }, path('/a/{p}'))).toMatchObject(path('/a/{p}')));
