import { assertHostPatterns, assertMethodNames, assertPathPatterns } from '../../src/private/request-patterns';
import { expectRefusal } from '../support/declare';

test('lists are sorted, have each text once, and are none where none is given', () => {
  expect(assertMethodNames(['POST', 'GET', 'POST', 'VERSION-CONTROL'], 'a')).toEqual(['GET', 'POST', 'VERSION-CONTROL']);
  expect(assertHostPatterns(['b.example.com', '*.example.com:*', 'a.example.com:8080', '*'], 'a')).toEqual(['*', '*.example.com:*', 'a.example.com:8080', 'b.example.com']);
  expect([assertMethodNames(undefined, 'a'), assertPathPatterns(undefined, 'a'), assertHostPatterns(undefined, 'a')]).toEqual([undefined, undefined, undefined]);
});

test.each(['/', '/metrics', '/static/*', '*.png', '*/health', '*', '/users/{*}', '/users/{*}/orders', '/{*}/files/{**}', '/acme.Orders/*', '/a%2Fb'])('%s is a path', path => {
  expect(assertPathPatterns([path], 'a')).toEqual([path]);
});

test.each([
  ['metrics', 'does not begin'], ['', 'does not begin'], ['/a?b=c', 'a query'], ['/a//b', 'an empty segment'], ['/a/../b', '".."'], ['/a/*/b', 'neither first nor last'],
  ['*/a/*', 'neither first nor last'], ['/users/{id}', 'a brace that belongs to no {*}'], ['/{**}/a/{*}', 'another operator behind'], ['/{*}.json', 'the segment "{*}.json"'],
  ['/{*}/*', 'the segment "*"'], [`/{*}/${'a'.repeat(260)}`, 'longer than 256'], ['/{*}?a', 'the segment'], ['/a b', 'percent-encoded only'],
])('BST801: %s is no path of requests', (path, words) => expectRefusal(() => assertPathPatterns([path], 'a'), 'BST801', 'a', words));

test.each(['get', '', 'G ET', 'GET*'])('BST801: %j is no method', method => expectRefusal(() => assertMethodNames([method], 'a'), 'BST801', 'a', 'an HTTP method'));

test.each(['Shop.example.com', 'https://a.example.com', 'a.*', ''])('BST801: %j is no host of requests', host =>
  expectRefusal(() => assertHostPatterns([host], 'a'), 'BST801', 'a', 'a host of requests'));

test('BST542: an empty list would be any', () => {
  expectRefusal(() => assertMethodNames([], 'a'), 'BST542', 'a', 'no methods are given, which a mesh takes for any', 'leave the option out for any');
  expectRefusal(() => assertPathPatterns([], 'a', 'notPaths'), 'BST542', 'a', 'no notPaths are given');
});
