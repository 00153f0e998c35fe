import { HttpMatch, HttpRoute, Locator, Pods, StringMatch } from '../../src';
import { assertRoutes, assertWithoutTokens } from '../../src/model/assert-routes';
import { expectRefusal, newTopology, newWorkload, survivesHostileText } from '../support/declare';

const match = HttpMatch.header('end-user', 'jason');
const split = HttpRoute.split({ v1: 90, v2: 10 });
const toV2 = HttpRoute.when(match).to('v2');
const outside = Locator.external({ addresses: [{ host: 'h.example', port: 80 }] });

function locator(versions?: string[]): Locator {
  const pods = Pods.fromLabels({ labels: { app: 'reviews' }, versions: versions?.map(name => ({ name, labels: { version: name } })) });
  return Locator.ofWorkload({ workload: newWorkload(newTopology(), 'reviews', { pods }), addresses: [{ service: 'reviews', port: 80 }] });
}

test.each([[[]], [[split]], [[toV2, split]], [[toV2, HttpRoute.when(HttpMatch.header('end-user', 'Jason')).to('v2'), split]], [[HttpRoute.split({ v2: 100 })]]])('accepts %j', routes =>
  expect(assertRoutes(routes, locator(['v1', 'v2']), 'p')).toBe(routes));

test('BST604: refuses versions that the provider lacks, and lists those it has', () => {
  const words = ['version "v2", "v3", but the provider has "v1"', 'Pods.versions()'];
  expectRefusal(() => assertRoutes([HttpRoute.when(match).to('v3'), split], locator(['v1']), 'shop/reviews'), 'BST604', 'shop/reviews', ...words);
});

test.each([['one version without a name', locator()], ['no workload', outside]])('BST604: refuses a version of a provider with %s', (_, provider) =>
  expectRefusal(() => assertRoutes([split], provider, 'shop/reviews'), 'BST604', 'shop/reviews', 'the provider has none', 'run that version'));

test.each([
  [[toV2], 'no route takes the requests that match nothing'], [[split, toV2], 'never reached'], [[split, split], 'never reached'],
  [[toV2, split, toV2, split], 'never reached'],
])('BST008: refuses %j', (routes, words) => {
  const fix = 'end the routes with HttpRoute.split() or HttpRoute.toAnyVersion(), and only there';
  expectRefusal(() => assertRoutes(routes, locator(['v1', 'v2']), 'shop/reviews'), 'BST008', 'shop/reviews', words, fix);
});

test.each([
  ['names that differ in case', [toV2, HttpRoute.when(HttpMatch.header('End-User', 'jason')).to('v1'), split]],
  ['another route between', [toV2, HttpRoute.when(HttpMatch.header('x-beta', '1')).to('v1'), toV2, split]],
])('BST008: refuses two routes of one match, %s', (_, routes) => {
  const words = ['route 1 takes all requests that route', 'matches by header "end-user", so this one never acts', 'take one of them out'];
  expectRefusal(() => assertRoutes(routes, locator(['v1', 'v2']), 'shop/reviews'), 'BST008', 'shop/reviews', ...words);
});

test('BST008: of a route with several matches it is said which takes nothing', () => {
  const [wide, narrow, other] = ['/b', '/b/1', '/c'].map(path => HttpMatch.uri(StringMatch.prefix(path)));
  const routes = [HttpRoute.when(wide).to('v1'), HttpRoute.when(other, narrow).to('v2'), split];
  expectRefusal(() => assertRoutes(routes, locator(['v1', 'v2']), 'p'), 'BST008', 'p', 'route 1 takes all requests that match 2 of route 2 matches');
});

test('survives hostile version names', () => {
  const reviews = locator(['v1']);
  survivesHostileText(text => assertRoutes([HttpRoute.when(match).to(text), HttpRoute.split({ [text]: 100 })], reviews, 'p'));
});

test('BST036: the routes of a service, which sidecars take too, know no claims', () => {
  const staff = HttpMatch.tokenClaim(['groups'], StringMatch.exact('staff'));
  const asked = [HttpRoute.when(HttpMatch.header('a', 'b'), staff).toAnyVersion(), HttpRoute.toAnyVersion()];
  expectRefusal(() => assertWithoutTokens(asked, 'shop/api'), 'BST036', 'shop/api', 'exposes()');
  expect(assertWithoutTokens(asked.slice(1), 'shop/api')).toHaveLength(1);
});
