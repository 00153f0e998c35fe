import { Gateway, HttpMatch, HttpProvider, HttpRoute, HttpService, MatchedRouteOptions, StringMatch } from '../../src';
import { ReleaseChannel } from '../../src/gateway-api/release-channel';
import { GatewayApiDeclaration } from '../support/gateway-api';

function found(match: HttpMatch, options: MatchedRouteOptions = {}, channel = ReleaseChannel.EXPERIMENTAL): string[] {
  const declared = new GatewayApiDeclaration(undefined, channel);
  const provider = HttpProvider.workload(declared.workload('users'));
  const door: Gateway = declared.door();
  door.exposes(new HttpService(declared.topology, 'users-api', { provider, routes: [HttpRoute.when(match).toAnyVersion(options), HttpRoute.toAnyVersion()] }));
  declared.read();
  return declared.found('BST664');
}

const WORDS = 'a value of a header with other signs than those of ASCII, or with two blanks in a row, in the experimental channel';
const NAMED = HttpMatch.header('x-a', 'b');

test.each<[string, HttpMatch, MatchedRouteOptions]>([
  ['a text with an umlaut', HttpMatch.header('x-a', 'für'), {}], ['a text with two blanks', HttpMatch.header('x-a', 'a  b'), {}],
  ['an expression with two blanks', HttpMatch.headerMatching('x-a', StringMatch.regex('a  b')), {}],
  ['a header that is set', NAMED, { requestHeaders: { set: { 'x-b': 'a  b' } } }], ['one that is added to answers', NAMED, { responseHeaders: { add: { 'x-b': 'ü' } } }],
])('BST664 finds %s', (_, match, options) => {
  expect(found(match, options)).toEqual([expect.stringContaining(WORDS)]);
  expect(found(match, options, ReleaseChannel.STANDARD)).toEqual([]);
});

test('BST664 accepts one blank between two signs, and whatever is there', () => {
  expect(found(HttpMatch.header('x-a', 'a b!~'), { requestHeaders: { set: { 'x-b': 'a b' } } })).toEqual([]);
  expect(found(HttpMatch.headerMatching('x-a', StringMatch.ANY))).toEqual([]);
});

test('a long value takes no time to judge', () => expect(found(HttpMatch.header('x-a', `${'a'.repeat(1000)}ü`))).toHaveLength(1));
