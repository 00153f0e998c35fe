import fc from 'fast-check';
import { StringMatch } from '../../src';
import { compared, grpcPrecedence, httpPrecedence } from '../../src/gateway-api/precedence';
import { RequestMatch } from '../../src/traffic/request-match';

const headers = (count: number) => new Map(Array.from({ length: count }, (_, i) => [`x-${i}`, StringMatch.exact('1')]));
const exact = (path: string): RequestMatch => ({ uri: StringMatch.exact(path) });
const prefix = (path: string): RequestMatch => ({ uri: StringMatch.prefix(path) });

/** Each goes before the next. Source: https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule */
const HTTP: RequestMatch[] = [
  { ...exact('/a'), methods: ['GET'] }, exact('/a'), { ...prefix('/abc/'), headers: headers(9) }, prefix('/abc/'), { ...prefix('/a/'), methods: ['GET'] }, { ...prefix('/a/'), headers: headers(2) },
  { ...prefix('/a/'), headers: headers(1), queryParams: headers(1) }, { ...prefix('/a/'), headers: headers(1) }, { ...prefix('/a/'), queryParams: headers(3) }, prefix('/a/'), { methods: ['GET'] }, {},
];
const GRPC: RequestMatch[] = [exact('/long.Service/Get'), prefix('/long.Service/'), { ...exact('/a.B/Get'), headers: headers(1) }, exact('/a.B/Get'), prefix('/a.B/'), { headers: headers(1) }, {}];

test.each([['requests', HTTP, httpPrecedence], ['calls', GRPC, grpcPrecedence]] as const)('of %s what says more goes before what says less', (_, matches, precedence) => {
  const pairs = matches.flatMap((first, position) => matches.slice(position + 1).map(later => compared(precedence(first), precedence(later))));
  expect(pairs.filter(order => order <= 0)).toEqual([]);
});

test('what takes any path says as much as what takes those that begin with "/"', () => expect(compared(httpPrecedence({}), httpPrecedence(prefix('/')))).toBe(0));

test('it is an order', () => {
  const measures = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
  fc.assert(fc.property(measures, measures, (a, b) => { expect(Math.sign(compared(a, b))).toBe(0 - Math.sign(compared(b, a))); }));
});
