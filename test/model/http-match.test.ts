import { HttpMatch, StringMatch } from '../../src';
import { expectRefusal, refusalOf, survivesHostileText } from '../support/declare';
import { Declaration } from '../support/topology';

test('matches a header, its name in lower case, its value as given', () =>
  expect(HttpMatch.header('End-User', 'Jason Ü').headers).toEqual({ 'end-user': StringMatch.exact('Jason Ü') }));

test('accepts a value of 1024 characters', () => expect(HttpMatch.header('a', 'x'.repeat(1024)).headers.a.text).toHaveLength(1024));

test.each(['', 'a\nb', '\0', 'a\u007f', 'x'.repeat(1025), ' a', 'a ', ' '])('BST024: refuses the value %j', value =>
  expectRefusal(() => HttpMatch.header('a', value), 'BST024', 'HttpMatch.header', 'the value of the header "a" (not repeated here)', 'allowed are 1 to 1024 characters, none a control', 'match on a value'));

test('BST801: refuses a header name that is none', () =>
  expectRefusal(() => HttpMatch.header('end user', 'x'), 'BST801', 'HttpMatch.header', '"end user"', 'RFC 9110 token', 'choose such a name'));

test.each(['method', 'uri', 'scheme', 'authority', 'Method', 'URI'])('BST036: refuses the header %s, which a mesh ignores, so that every request would match', name => {
  const words = [`a header "${name.toLowerCase()}"`, 'any name but "authority", "method", "scheme", "uri"', 'of your own'];
  expectRefusal(() => HttpMatch.header(name, 'x'), 'BST036', 'HttpMatch.header', ...words);
});

test('accepts a header whose name only begins so', () => expect(Object.keys(HttpMatch.header('x-method', 'GET').headers)).toEqual(['x-method']));

test('survives hostile text', () => survivesHostileText(text => [HttpMatch.header('a', text), HttpMatch.header(text, 'a')]));

test('takes no other value once it is made', () =>
  expect(() => Object.assign(HttpMatch.header('a', 'b'), { headers: {} })).toThrow(TypeError));

test.each([
  ['authorization', 'CANARY'], ['Authorization', 'Bearer\tCANARY'], ['proxy-authorization', 'Basic CANARY'], ['x-api-key', 'CANARY'], ['x-auth-token', 'CANARY'], ['x-forwarded', 'Bearer CANARY'],
  ['cookie', 'session=ghp_CANARYCANARY'], ['x-user', 'ghp_CANARYCANARY'],
])('BST510: refuses the credential in the header %s: %j, and does not repeat it', (name, value) => {
  expectRefusal(() => HttpMatch.header(name, value), 'BST510', 'HttpMatch.header', 'not repeated here');
  expect(refusalOf(() => HttpMatch.header(name, value)).message).not.toContain('CANARY');
});

test.each(['cookie', 'x-user'])('BST024: does not repeat the value of %s that cannot be sent', name =>
  expect(refusalOf(() => HttpMatch.header(name, 'a=CANARY\t')).message).not.toContain('CANARY'));

test.each([['cookie', 'canary=always'], ['x-request-id', '550e8400-e29b-41d4-a716-446655440000'], ['x-token-type', 'jwt'], ['x-tier', 'basic plan']])('accepts the header %s with the value %s', (name, value) =>
  expect(HttpMatch.header(name, value).headers).toEqual({ [name]: StringMatch.exact(value) }));

const { exact, prefix, regex, ANY } = StringMatch;

test('each condition says what it asks for', () => {
  const web = new Declaration().workload('web');
  expect(HttpMatch.all(
    HttpMatch.method('POST', 'GET', 'POST'), HttpMatch.uri(prefix('/api')), HttpMatch.headerMatching('X-A', ANY), HttpMatch.withoutHeader('X-B'), HttpMatch.query('page', exact('2')),
    HttpMatch.authority(exact('shop.example.com')), HttpMatch.port(8080), HttpMatch.fromWorkload(web), HttpMatch.fromNamespace('shop'),
  )).toMatchObject({
    methods: ['GET', 'POST'], headers: { 'x-a': ANY }, absentHeaders: ['x-b'], queryParams: { page: exact('2') },
    _conditions: { uri: prefix('/api'), authority: exact('shop.example.com'), port: 8080, caller: web, callerNamespace: 'shop' },
  });
});

test.each<[string, HttpMatch, HttpMatch]>([
  ['two values of a header', HttpMatch.header('a', '1'), HttpMatch.header('A', '2')],
  ['a header that is there and is not', HttpMatch.header('a', '1'), HttpMatch.withoutHeader('a')],
  ['a header of another beginning', HttpMatch.header('a', '1'), HttpMatch.headerMatching('a', prefix('2'))],
  ['a text that the expression does not take', HttpMatch.uri(exact('/x')), HttpMatch.uri(regex('/y.*'))],
  ['two prefixes', HttpMatch.uri(prefix('/x')), HttpMatch.uri(prefix('/y'))],
  ['two methods', HttpMatch.method('GET'), HttpMatch.method('PUT')],
  ['two ports', HttpMatch.port(80), HttpMatch.port(81)],
])('BST045: refuses what no request can be: %s', (_, one, other) => {
  expectRefusal(() => HttpMatch.all(one, other), 'BST045', 'HttpMatch.all', 'no request matches all of these', 'into a route each');
  expectRefusal(() => HttpMatch.all(other, one), 'BST045', 'HttpMatch.all');
});

test('BST045: refuses what takes two conditions to say', () =>
  expectRefusal(() => HttpMatch.all(HttpMatch.uri(regex('/a.*')), HttpMatch.uri(prefix('/ab'))), 'BST045', 'HttpMatch.all', 'in one expression'));

test('conditions on one text are joined to the narrower', () => {
  expect(HttpMatch.all(HttpMatch.uri(prefix('/a')), HttpMatch.uri(prefix('/ab')))._conditions.uri).toEqual(prefix('/ab'));
  expect(HttpMatch.all(HttpMatch.header('a', 'xy'), HttpMatch.headerMatching('a', regex('x.')), HttpMatch.headerMatching('a', ANY)).headers).toEqual({ a: exact('xy') });
});

test.each<[string, () => unknown, string]>([
  ['no condition', () => HttpMatch.all(), 'all'], ['no method', () => HttpMatch.method(), 'method'], ['a path without "/"', () => HttpMatch.uri(exact('api')), 'uri'],
  ['a query behind the path', () => HttpMatch.uri(exact('/a?b=1')), 'uri'], ['a fragment', () => HttpMatch.uri(prefix('/a#')), 'uri'],
  ['any path', () => HttpMatch.uri(ANY), 'uri'], ['any host', () => HttpMatch.authority(ANY), 'authority'],
])('BST045: refuses %s', (_, call, name) => expectRefusal(call, 'BST045', `HttpMatch.${name}`));

test.each(['get', '', 'GET POST'])('BST801: refuses the method %j', method => expectRefusal(() => HttpMatch.method(method), 'BST801', 'HttpMatch.method', 'upper-case letters'));

test.each(['', 'a b', '__proto__'])('BST801: refuses the parameter %j', name => expectRefusal(() => HttpMatch.query(name, ANY), 'BST801', 'HttpMatch.query'));

test('BST510: refuses a credential in a query, which is known by the name of its parameter', () => {
  expectRefusal(() => HttpMatch.query('access_token', exact('CANARY')), 'BST510', 'HttpMatch.query', 'the parameter "access_token"', 'not repeated here');
  expect(HttpMatch.query('access_token', ANY).queryParams).toEqual({ access_token: ANY });
});

test('BST510: refuses a credential whatever it is compared by', () => {
  expectRefusal(() => HttpMatch.headerMatching('authorization', prefix('CANARY')), 'BST510', 'HttpMatch.headerMatching', 'not repeated here');
  expect(HttpMatch.headerMatching('authorization', ANY).headers).toEqual({ authorization: ANY });
});

test('asks for a claim of a token by its name, and by the names on the way to it', () => {
  expect(HttpMatch.tokenClaim(['groups'], exact('staff')).tokenClaims).toEqual({ '[groups]': exact('staff') });
  expect(HttpMatch.tokenClaim(['https://a.example.com', 'roles'], ANY).tokenClaims).toEqual({ '[https://a.example.com][roles]': ANY });
});

test('a claim may be a list, so that two conditions on one are no contradiction, and more than one condition says', () => {
  const [staff, admins] = [HttpMatch.tokenClaim(['groups'], exact('staff')), HttpMatch.tokenClaim(['groups'], exact('admins'))];
  expectRefusal(() => HttpMatch.all(staff, admins), 'BST045', 'HttpMatch.all', 'about one text');
  expect(HttpMatch.all(staff, staff, HttpMatch.tokenClaim(['sub'], ANY)).tokenClaims).toEqual({ '[groups]': exact('staff'), '[sub]': ANY });
});

test.each<[string, string[], StringMatch]>([
  ['BST801', ['a b'], ANY], ['BST801', ['a]b'], ANY], ['BST801', ['a', '[b'], ANY], ['BST801', ['__proto__'], ANY], ['BST801', [''], ANY], ['BST045', [], ANY],
  ['BST510', ['password'], exact('CANARY')],
])('%s: refuses the claim %j', (code, claim, value) => expectRefusal(() => HttpMatch.tokenClaim(claim, value), code, 'HttpMatch.tokenClaim'));
