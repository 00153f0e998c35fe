import fc from 'fast-check';
import { HttpMatch, HttpRoute, StringMatch } from '../../src';
import { GatewayApiDeclaration } from '../support/gateway-api';

let declared: GatewayApiDeclaration;
beforeEach(() => { declared = new GatewayApiDeclaration(); });
const found = () => { declared.read(); return declared.found('BST665'); };
const header = (name: string) => HttpMatch.header(name, '1');
const exact = (path: string) => HttpMatch.uri(StringMatch.exact(path));

test('what says less and comes first would be asked last', () => {
  declared.door().exposes(declared.pages([HttpRoute.when(header('x-a')).to('v2'), HttpRoute.when(exact('/a')).to('v1'), HttpRoute.toAnyVersion()]));
  expect(found()).toEqual([expect.stringMatching(
    /^error door exposes pages: at host "\*" requests that its route "pages-header-x-a-1" and "pages-uri-a", which comes after it, both take go to the latter, as it says more; let what comes first/)]);
});

test.each([
  ['with the path', [HttpRoute.when(HttpMatch.all(header('x-a'), exact('/a'))).to('v2'), HttpRoute.when(exact('/a')).to('v1')]],
  ['and no request is in both', [HttpRoute.when(exact('/b')).to('v2'), HttpRoute.when(exact('/a')).to('v1')]],
  ['and the order says it', [HttpRoute.when(header('x-a')).to('v2'), HttpRoute.when(header('x-b')).to('v1')]],
])('what comes first comes first, %s', (_, routes) => {
  declared.door().exposes(declared.pages([...routes, HttpRoute.toAnyVersion()]));
  expect(found()).toEqual([]);
});

test('what both take may be taken before, and asked before, by one that says more than either', () => {
  const both = HttpRoute.when(HttpMatch.all(header('x-a'), exact('/a'))).to('v2');
  declared.door().exposes(declared.pages([both, HttpRoute.when(header('x-a')).to('v2'), HttpRoute.when(exact('/a')).to('v1'), HttpRoute.toAnyVersion()]));
  expect(found()).toEqual([]);
});

test('where two do the same, their order says nothing', () => {
  declared.door().exposes(declared.pages([HttpRoute.when(header('x-a')).to('v1'), HttpRoute.when(exact('/a')).to('v1'), HttpRoute.toAnyVersion()]));
  expect(found()).toEqual([]);
});

test('of two exposures that say as much, neither is first', () => {
  const door = declared.door();
  door.exposes(declared.users(), { matches: [header('x-a')] });
  door.exposes(declared.pages(), { matches: [header('x-b')] });
  expect(found()).toEqual([expect.stringContaining('both take go to either, as both say as much')]);
});

test('of two exposures of which one says more, that is first, as it is with gateways of Istio\'s own', () => {
  const door = declared.door();
  door.exposes(declared.users());
  door.exposes(declared.pages(), { matches: [HttpMatch.uri(StringMatch.prefix('/pages/'))] });
  expect(found()).toEqual([]);
});

test('whatever is found, the order of exposures in the program does not matter', () => {
  const conditions = [header('x-a'), exact('/a'), HttpMatch.method('GET'), HttpMatch.uri(StringMatch.prefix('/a/')), HttpMatch.all(header('x-a'), HttpMatch.method('GET'))];
  const foundOf = (order: readonly number[]) => {
    declared = new GatewayApiDeclaration();
    const door = declared.door();
    const services = conditions.map((_, i) => declared.api(declared.workload(`w${i}`)));
    for (const i of order) door.exposes(services[i], { matches: [conditions[i]] });
    return found();
  };
  const first = foundOf([0, 1, 2, 3, 4]);
  const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
  fc.assert(fc.property(orders, order => { expect(foundOf(order)).toEqual(first); }), { numRuns: 10 });
});
