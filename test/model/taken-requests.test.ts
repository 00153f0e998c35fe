import * as fc from 'fast-check';
import { HttpConditions } from '../../src/model/http-conditions';
import { StringMatch } from '../../src/model/string-match';
import { TakenRequests } from '../../src/model/taken-requests';
import { Declaration } from '../support/topology';
import { fulfils, Request } from '../traffic/requests';

const { exact, prefix, regex, ANY } = StringMatch;
const web = new Declaration().workload('web');
const header = (name: string, match: StringMatch): HttpConditions => ({ headers: new Map([[name, match]]) });

function takenBy(...conditions: HttpConditions[]): TakenRequests {
  const taken = new TakenRequests();
  conditions.forEach((each, position) => taken.add(each, position));
  return taken;
}

test.each<[string, HttpConditions, HttpConditions]>([
  ['a longer prefix', { uri: prefix('/api/') }, { uri: prefix('/api/admin/') }],
  ['a path below a prefix', { uri: prefix('/') }, { uri: exact('/a') }],
  ['a path that an expression takes', { uri: regex('/a.*') }, { uri: exact('/ab') }],
  ['more conditions', header('a', exact('b')), { ...header('a', exact('b')), uri: prefix('/internal/') }],
  ['a value where any will do', header('a', ANY), header('a', exact('b'))],
  ['one of the methods', { methods: ['GET', 'PUT'] }, { methods: ['PUT'] }],
  ['a further header that is not there', { absentHeaders: new Set(['a']) }, { absentHeaders: new Set(['a', 'b']) }],
])('%s is taken by the wider one before it, and not the other way round', (_, wider, narrower) => {
  expect(takenBy({ port: 9 }, wider).by(narrower)).toBe(1);
  expect(takenBy(narrower).by(wider)).toBeUndefined();
});

test('the same is taken, in whatever order it was said', () => expect(takenBy({ port: 80, callerNamespace: 'shop' }).by({ callerNamespace: 'shop', port: 80 })).toBe(0));

test('what only overlaps is left', () => {
  const taken = takenBy(header('a', exact('1')), { uri: prefix('/a') });
  expect(taken.by({ ...header('a', exact('2')), uri: prefix('/b') })).toBeUndefined();
});

const words = fc.constantFrom('a', 'b', 'ab');
const texts = fc.oneof(words.map(exact), words.map(prefix), fc.constant(ANY));
const map = fc.array(fc.tuple(fc.constantFrom('x', 'y'), texts), { maxLength: 2 }).map(each => new Map(each));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const condition: fc.Arbitrary<HttpConditions> = fc.record({
  methods: optional(fc.uniqueArray(fc.constantFrom('GET', 'PUT'), { minLength: 1 })),
  uri: optional(fc.constantFrom(exact('/a'), prefix('/'), prefix('/a'), regex('/.*'))),
  headers: optional(map),
  absentHeaders: optional(fc.uniqueArray(fc.constantFrom('x', 'y')).map(each => new Set(each))),
  queryParams: optional(map),
});
const own = fc.array(fc.tuple(fc.constantFrom('x', 'y'), words), { maxLength: 2 }).map(each => new Map(each));
const request: fc.Arbitrary<Request> = fc.record({
  method: fc.constantFrom('GET', 'PUT'), path: fc.constantFrom('/', '/a', '/ab', '/b'), headers: own, query: own, caller: fc.constant(web),
});

test('whatever is said to be taken is, of every request', () => {
  const requests = fc.array(request, { minLength: 30, maxLength: 30 });
  fc.assert(fc.property(fc.array(condition, { maxLength: 4 }), condition, requests, (earlier, later, each) => {
    const by = takenBy(...earlier).by(later);
    if (by !== undefined) for (const one of each.filter(asked => fulfils(asked, later))) expect(fulfils(one, earlier[by])).toBe(true);
  }), { numRuns: 3000 });
});
