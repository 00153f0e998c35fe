import { HttpRoute } from '../../src';
import { FOR_CALLER } from './alike/for-caller';
import { comparisonOf } from './compare';
import { CoverageRow, SAME, sameBehaviour } from './coverage-row';
import { Meaning, RouteMeaning } from './meaning/meaning';

/** A program that sends all to v3 of reviews, beside routes that somebody published. */
const reviews = (...routes: RouteMeaning[]): CoverageRow => ({
  manifest: 'reviews',
  declare: sample => sample.calls(sample.http('reviews', { port: 9080, versions: ['v1', 'v2', 'v3'], routes: [HttpRoute.split({ v3: 100 })] })),
  expects: [{ kind: 'VirtualService', host: 'reviews', routes }],
  verdict: sameBehaviour(FOR_CALLER),
});
const isAlike = (row: CoverageRow) => comparisonOf(row).missing.length === 0 && comparisonOf(row).besides.length === 0;

test('what is published is met whatever its form: short hosts, weights of the only destination, Istio\'s own retries', () => {
  expect(isAlike(reviews({ to: { v3: 1 }, retries: { attempts: 2, on: ['refused-stream', 'connect-failure'] } }))).toBe(true);
});

test.each<[string, RouteMeaning]>([
  ['another subset', { to: { v2: 100 } }],
  ['other shares', { to: { v1: 50, v3: 50 } }],
  ['a timeout', { to: { v3: 100 }, timeout: '3s' }],
  ['other retries', { to: { v3: 100 }, retries: { attempts: 3 } }],
  ['a condition', { when: [{ headers: { 'end-user': 'jason' } }], to: { v3: 100 } }],
  ['something that is not known here', { to: { v3: 100 }, fault: { abort: { httpStatus: 500 } } }],
])('%s is a difference', (_, published) => expect(isAlike(reviews(published))).toBe(false));

test('a difference in form that no verdict tells is one', () => {
  expect(isAlike({ ...reviews({ to: { v3: 100 } }), verdict: SAME })).toBe(false);
});

test('an object of a published kind that is not published is told, unless it is another manifest\'s', () => {
  const [details, ratings] = ['details', 'ratings'].map((app): Meaning => ({ kind: 'Service', host: app, selects: { app }, ports: [{ port: 80, protocol: 'http' }] }));
  const row: CoverageRow = {
    manifest: 'details', declare: sample => sample.calls(sample.http('details', { port: 80 }), sample.http('ratings', { port: 80 })), expects: [details], verdict: SAME,
  };
  expect(comparisonOf(row).besides).toEqual([expect.stringContaining('ratings.default.svc.cluster.local')]);
  expect(isAlike({ ...row, besides: [ratings] })).toBe(true);
});
