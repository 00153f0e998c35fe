import * as fc from 'fast-check';
import { commonPath, isLiteral, isParameter, mayMeet, parsePath, PathTemplate } from '../../src/traffic/path-template';
import { isMeant } from './requests';

const shown = (path: PathTemplate | undefined) => path?.map(segment => segment.join('{}')).join('/');
const common = (a: string, b: string) => shown(commonPath(parsePath(a), parsePath(b)));

describe('a path', () => {
  test.each([
    ['/', [[''], ['']]],
    ['/users/{id}', [[''], ['users'], ['', '']]],
    ['/files/{id}.json', [[''], ['files'], ['', '.json']]],
    ['/{a}-{b}', [[''], ['', '-', '']]],
    ['/a{b', [[''], ['a{b']]],
    ['/{}', [[''], ['{}']]],
  ])('%s is its segments, literals with a parameter between each two', (path, expected) => expect(parsePath(path)).toEqual(expected));

  test('tells literals, parameters, and segments that are neither', () => {
    const [, literal, parameter, mixed] = parsePath('/users/{id}/{id}.json');
    expect([literal, parameter, mixed].map(segment => [isLiteral(segment), isParameter(segment)]))
      .toEqual([[true, false], [false, true], [false, false]]);
  });
});

describe('what two paths have in common', () => {
  test.each([
    ['/users', '/users', '/users'],
    ['/users', '/orders', undefined],
    ['/users/{id}', '/users/{userId}', '/users/{}'],
    ['/users/{id}', '/users/me', '/users/me'],
    ['/{kind}/me', '/users/{id}', '/users/me'],
    ['/users/{id}', '/users/', undefined],
    ['/users/{id}', '/users/me/', undefined],
    ['/files/{id}.json', '/files/{name}', '/files/{}.json'],
    ['/files/{id}.json', '/files/a.json', '/files/a.json'],
    ['/files/{id}.json', '/files/.json', undefined],
    ['/{a}-{b}', '/x--', '/x--'],
    ['/{a}-{b}', '/xy', undefined],
    ['/v{id}', '/v1', '/v1'],
    ['/v{id}', '/1v', undefined],
    ['/{a}{b}', '/x', undefined],
    ['/{a}{b}', '/xy', '/xy'],
  ])('%s and %s: %s, either way round', (a, b, expected) => expect([common(a, b), common(b, a)]).toEqual([expected, expected]));

  test('counts as nothing where no one template says it', () => expect(common('/files/{id}.json', '/files/v{id}')).toBeUndefined());
});

const segment = fc.array(fc.constantFrom('a', 'b', '{p}'), { maxLength: 4 }).map(parts => parts.join(''));
const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map(segments => `/${segments.join('/')}`);
const text = fc.array(fc.constantFrom('a', 'b', 'ab', '/'), { maxLength: 6 }).map(parts => `/${parts.join('')}`);

test('two paths may meet wherever a request means both, and never where no text could', () => {
  fc.assert(fc.property(path, path, fc.array(text, { minLength: 10, maxLength: 10 }), (a, b, texts) => {
    const [one, other] = [parsePath(a), parsePath(b)];
    if (texts.some(request => isMeant(one, request) && isMeant(other, request))) expect([a, b, mayMeet(one, other)]).toEqual([a, b, true]);
    if (commonPath(one, other)) expect([a, b, mayMeet(one, other)]).toEqual([a, b, true]);
  }), { numRuns: 2000 });
  expect([mayMeet(parsePath('/users/{id}'), parsePath('/users')), mayMeet(parsePath('/a/{id}'), parsePath('/b/{id}'))]).toEqual([false, false]);
});

test('a path in common is exactly what both mean; nothing is lost unless two segments mix literals and parameters', () => {
  fc.assert(fc.property(path, path, fc.array(text, { minLength: 10, maxLength: 10 }), (a, b, texts) => {
    const [one, other] = [parsePath(a), parsePath(b)];
    const both = commonPath(one, other);
    const mixed = one.some((own, position) => [own, other[position] ?? []].every(part => part.length > 1 && !isParameter(part)));
    for (const request of texts) {
      const expected = isMeant(one, request) && isMeant(other, request);
      if (both || !mixed) expect([a, b, request, both !== undefined && isMeant(both, request)]).toEqual([a, b, request, expected]);
    }
  }), { numRuns: 2000 });
});
