import { HttpMatch, StringMatch } from '../../src';
import { bySpecificity } from '../../src/traffic/specificity';

const { all, uri, header, withoutHeader, query, method, authority } = HttpMatch;
const { exact, prefix, regex, ANY } = StringMatch;
/** The most specific first. */
const SORTED = [
  uri(exact('/api/users')), uri(exact('/api')), uri(regex('/api/[0-9]+')), all(uri(prefix('/api/')), authority(exact('a.example.com'))), all(uri(prefix('/api/')), method('GET')),
  all(uri(prefix('/api/')), header('a', 'b'), withoutHeader('c')), all(uri(prefix('/api/')), header('a', 'b'), query('q', ANY)), all(uri(prefix('/api/')), header('a', 'b')), uri(prefix('/api/')),
  uri(prefix('/')), method('GET'), header('a', 'b'), query('q', ANY), HttpMatch.tokenClaim(['a'], ANY),
].map(({ _conditions: conditions }) => conditions);

test('what says more of a path comes first, then what asks for more besides; every request comes last', () => {
  const shuffled = [{}, ...SORTED].sort((a, b) => JSON.stringify(a).length % 7 - JSON.stringify(b).length % 7);
  expect(shuffled.sort(bySpecificity)).toEqual([...SORTED, {}]);
});

test.each<[string, HttpMatch, HttpMatch]>([
  ['fewer methods', method('GET'), method('GET', 'POST')], ['an exact header', header('a', 'b'), HttpMatch.headerMatching('a', ANY)],
  ['a longer beginning of a header', HttpMatch.headerMatching('a', prefix('bc')), HttpMatch.headerMatching('a', prefix('b'))], ['an exact parameter', query('a', exact('b')), query('a', ANY)],
  ['an exact host', authority(exact('a.example.com')), authority(prefix('a.'))],
])('%s goes before what takes that and more', (_, { _conditions: narrow }, { _conditions: wide }) => {
  expect(bySpecificity(narrow, wide)).toBeLessThan(0);
  expect(bySpecificity({ ...narrow, port: 443 }, narrow)).toBeLessThan(0);
});

test('of what asks for as much, the texts decide, so that no order of declaration does', () => {
  const two = [uri(exact('/b')), uri(exact('/a'))].map(({ _conditions: conditions }) => conditions);
  expect([...two].sort(bySpecificity)).toEqual([...two].reverse().sort(bySpecificity));
});
