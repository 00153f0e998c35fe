import { HttpMatch, HttpRoute, Pods, ServiceEndpoint } from '../../src';
import { assertRoutes } from '../../src/backing-services/assert-routes';
import { expectRefusal, newTopology, newWorkload, survivesHostileText } from '../support/declare';

const match = HttpMatch.header('end-user', 'jason');
const split = HttpRoute.split({ v1: 90, v2: 10 });
const toV2 = HttpRoute.when(match).to('v2');

function endpoint(versions?: string[]): ServiceEndpoint {
  const pods = Pods.elsewhere({ labels: { app: 'reviews' }, versions: versions?.map(name => ({ name, labels: { version: name } })) });
  return { origin: 'workload' as never, host: 'h', port: 80, workload: newWorkload(newTopology(), 'reviews', { pods }) };
}

test.each([[[]], [[split]], [[toV2, split]], [[toV2, toV2, split]], [[HttpRoute.split({ v2: 100 })]]])('accepts %j', routes =>
  expect(assertRoutes(routes, endpoint(['v1', 'v2']), 'p')).toBe(routes));

test('BST604: refuses versions that the provider lacks, and lists those it has', () =>
  expectRefusal(() => assertRoutes([HttpRoute.when(match).to('v3'), split], endpoint(['v1']), 'shop/reviews'), 'BST604', 'shop/reviews', 'version "v2", "v3", but the provider has "v1"', 'Pods.versions()'));

test.each([[endpoint(), 'one version without a name'], [{ origin: 'external' as never, host: 'h', port: 80 }, 'no workload']])(
  'BST604: refuses a version of a provider with %#', provider =>
    expectRefusal(() => assertRoutes([split], provider, 'shop/reviews'), 'BST604', 'shop/reviews', 'the provider has none', 'run that version'));

test.each([[[toV2], 'no route takes the requests that match nothing'], [[split, toV2], 'never reached'], [[split, split], 'never reached'], [[toV2, split, toV2, split], 'never reached']])(
  'BST008: refuses %j', (routes, words) => expectRefusal(() => assertRoutes(routes, endpoint(['v1', 'v2']), 'shop/reviews'), 'BST008', 'shop/reviews', words, 'end the routes with HttpRoute.split(), and only there'));

test('survives hostile version names', () => {
  const reviews = endpoint(['v1']);
  survivesHostileText(text => assertRoutes([HttpRoute.when(match).to(text), HttpRoute.split({ [text]: 100 })], reviews, 'p'));
});
