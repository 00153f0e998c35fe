import { HttpMatch, StringMatch } from '../../src';
import { conditionWords } from '../../src/model/condition-words';
import { newTopology, newWorkload } from '../support/declare';

test('says all that is asked of a request, in letters, digits and "-"', () => {
  const match = HttpMatch.all(
    HttpMatch.method('POST', 'GET'), HttpMatch.uri(StringMatch.prefix('/api/v1/')), HttpMatch.header('end-user', 'Jason'), HttpMatch.withoutHeader('x-b'), HttpMatch.withoutHeader('x-a'),
    HttpMatch.query('q', StringMatch.ANY), HttpMatch.tokenClaim(['realm_access', 'roles'], StringMatch.exact('staff')), HttpMatch.authority(StringMatch.exact('a.example.com')), HttpMatch.port(80), HttpMatch.fromWorkload(newWorkload(newTopology(), 'web')),
    HttpMatch.fromNamespace('shop'),
  );
  expect(conditionWords(match._conditions)).toBe('get-post-uri-api-v1-header-end-user-jason-without-x-a-without-x-b-query-q-claim-realm-access-roles-staff-host-a-example-com-port-80-from-web-from-shop');
});

test('says nothing of every request', () => expect(conditionWords({})).toBe(''));
