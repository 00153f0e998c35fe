import * as fc from 'fast-check';
import * as istio from '../../src/istio/path-template';
import { parsePath } from '../../src/traffic/path-template';

const pathTemplate = (path: string) => istio.pathTemplate(parsePath(path));
const pathMatch = (path: string) => istio.pathMatch(parsePath(path))!;

const PARAMETER = Symbol('parameter');
type Part = string | typeof PARAMETER;

/** What a template is made of, and how OpenAPI writes it. */
interface Template {
  readonly parts: Part[];
  readonly text: string;
}

const HOSTILE = ['.', '*', '+', '?', '^', '$', '(', ')', '[', ']', '|', '\\', '-', '~', '%2F', '%', ':', '@', '=', ',', ';', '&', '!', "'", '#', 'é', 'a', 'B', '0'];
const literal = fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 4 }).map(characters => characters.join(''));

/** A segment that is a parameter, a literal, or both; two parameters never touch. */
const segment = fc.oneof<fc.Arbitrary<Part[]>[]>(
  fc.constant([PARAMETER]), literal.map(text => [text]), literal.map(text => [PARAMETER, text]), literal.map(text => [text, PARAMETER]),
  fc.tuple(literal, literal).map(([before, after]) => [before, PARAMETER, after]));

const template: fc.Arbitrary<Template> = fc.array(segment, { minLength: 1, maxLength: 4 }).map(segments => {
  const parts = segments.flatMap(own => ['/', ...own]);
  return { parts, text: parts.map((part, position) => part === PARAMETER ? `{p${position}}` : part as string).join('') };
});

/** A path that may match: parameters filled with whatever, sometimes with nothing or with a slash, sometimes cut or lengthened. */
const candidate = (parts: Part[]) => fc.tuple(
  fc.array(fc.oneof(literal, fc.constantFrom('', 'a/b', 'x', '{p1}')), { minLength: parts.length, maxLength: parts.length }),
  fc.constantFrom('', '', '', '/', 'x', '/x', '\n'),
).map(([values, tail]) => parts.map((part, position) => part === PARAMETER ? values[position] : part as string).join('') + tail);

const templateAndPath = template.chain(made => fc.tuple(fc.constant(made), candidate(made.parts)));

/** Whether a path is one that a template means: a parameter is one character or more, none of them "/". Without any regular expression. */
function means(parts: Part[], path: string): boolean {
  let ends = new Set([0]);
  for (const part of parts) ends = new Set([...ends].flatMap(start => endsOf(part, path, start)));
  return ends.has(path.length);
}

function endsOf(part: Part, path: string, start: number): number[] {
  if (part !== PARAMETER) return path.startsWith(part as string, start) ? [start + (part as string).length] : [];
  const slash = path.indexOf('/', start);
  const end = slash === -1 ? path.length : slash;
  return Array.from({ length: end - start }, (_, length) => start + length + 1);
}

/** A VirtualService's StringMatch, which has to match the whole path. */
function matches(path: string, match: ReturnType<typeof pathMatch>): boolean {
  return 'exact' in match ? match.exact === path : new RegExp(`^(?:${match.regex})$(?![^])`, 's').test(path);
}

/** Envoy's reading of an AuthorizationPolicy's path: an exact text, or `{*}` as one segment of these characters. Source: uri_template_internal.cc */
function allows(path: string, allowed: string): boolean {
  if (!allowed.includes('{*}')) return allowed === path;
  const escaped = allowed.split('{*}').map(text => text.replace(/[^a-zA-Z0-9/]/g, character => `\\u{${character.codePointAt(0)!.toString(16)}}`));
  return new RegExp(`^${escaped.join("[-a-zA-Z0-9._~%!$&'()+,;:@=]+")}$(?![^])`, 'u').test(path);
}

describe('the path template of an AuthorizationPolicy', () => {
  test.each([
    ['/', '/'],
    ['/users', '/users'],
    ['/users/', '/users/'],
    ['/users/{id}', '/users/{*}'],
    ['/users/{id}/', '/users/{*}/'],
    ['/{a}/{b}', '/{*}/{*}'],
    ['/v1.2/users/{user-id}/orders/{order_id}:cancel', undefined],
    ['/files/{id}.json', undefined],
    ['/files/v{id}', undefined],
    ['/{a}-{b}', undefined],
    ['/a{b', undefined],
    ['/a}b', undefined],
    ['/{}', undefined],
    ['/{a{b}}', undefined],
    ['/files/*', undefined],
    ['*', undefined],
    ['/*', undefined],
    ['/a=b', '/a=b'],
    ['/a=b/{id}', '/a=b/{*}'],
    ['/é/{id}', undefined],
    ['/a//{id}', undefined],
    ["/a:b@c!$&'()+,;~%2F/{id}", "/a:b@c!$&'()+,;~%2F/{*}"],
  ])('of %j is %j', (path, expected) => expect(pathTemplate(path)).toBe(expected));

  test('takes 256 characters, each parameter one of them, as Envoy counts', () => {
    expect(pathTemplate(`/${'a'.repeat(253)}/{id}`)).toBe(`/${'a'.repeat(253)}/{*}`);
    expect(pathTemplate(`/${'a'.repeat(254)}/{id}`)).toBeUndefined();
    expect(pathTemplate('/{parameter}'.repeat(128))).toBe('/{*}'.repeat(128));
    expect(pathTemplate('/{a}'.repeat(129))).toBeUndefined();
    expect(pathTemplate(`/${'a'.repeat(300)}`)).toHaveLength(301);
  });

  test('never allows a path that the operation does not mean', () => {
    fc.assert(fc.property(templateAndPath, ([{ parts, text }, path]) => {
      const allowed = pathTemplate(text);
      if (allowed !== undefined && allows(path, allowed)) expect([text, path, means(parts, path)]).toEqual([text, path, true]);
    }), { numRuns: 2000 });
  });

  test('holds no wildcard but {*}, which would be read as a prefix or a suffix', () => {
    fc.assert(fc.property(template, ({ text }) => expect((pathTemplate(text) ?? '').replaceAll('{*}', '')).not.toMatch(/[*{}]/)), { numRuns: 500 });
  });

  test('is refused only if a parameter shares its segment or a literal is not for Envoy', () => {
    fc.assert(fc.property(template, ({ text }) => {
      const fits = text.split('/').slice(1).every(own => /^\{[^{}]+\}$/.test(own) || /^[-a-zA-Z0-9._~%!$&'()+,;:@=]+$/.test(own));
      expect(pathTemplate(text) !== undefined).toBe(fits || !/[{*]/.test(text));
    }), { numRuns: 500 });
  });
});

describe('the path match of a VirtualService', () => {
  test.each([
    ['/users', { exact: '/users' }],
    ['/a.b*c', { exact: '/a.b*c' }],
    ['/a{b', { exact: '/a{b' }],
    ['/users/{id}', { regex: '/users/[^/]+' }],
    ['/files/{id}.json', { regex: '/files/[^/]+\\.json' }],
    ['/{a}/{b}', { regex: '/[^/]+/[^/]+' }],
    ['/a+(b)/{id}', { regex: '/a\\+\\(b\\)/[^/]+' }],
  ])('of %j is %j', (path, expected) => expect(pathMatch(path)).toEqual(expected));

  test('matches exactly the paths that the template means', () => {
    fc.assert(fc.property(templateAndPath, ([{ parts, text }, path]) =>
      expect([text, path, matches(path, pathMatch(text))]).toEqual([text, path, means(parts, path)])), { numRuns: 3000 });
  });

  test('takes an expression of 1024 characters, as Istio does', () => {
    expect(pathMatch(`/a${'.'.repeat(508)}/{id}`)).toEqual({ regex: `/a${'\\.'.repeat(508)}/[^/]+` });
    expect(pathMatch(`/aa${'.'.repeat(508)}/{id}`)).toBeUndefined();
    expect(pathMatch(`/${'.'.repeat(2000)}`)).toHaveProperty('exact');
  });

  test('opens nothing but the parameters: every other character of the expression stands for itself', () => {
    fc.assert(fc.property(template, ({ text }) => {
      const match = pathMatch(text);
      if ('regex' in match) expect(match.regex.replaceAll('[^/]+', '')).toMatch(/^([^\\^$.*+?()[\]{}|]|\\[\\^$.*+?()[\]{}|])*$/);
    }), { numRuns: 500 });
  });

  test.each([['/users/{id}', '/users/'], ['/users/{id}', '/users/1/2'], ['/users/{id}', '/users/1\n/admin'], ['/a.b/{id}', '/aXb/1'], ['/users/{id}', '/Users/1']])(
    '%j does not match %j', (path, other) => expect(matches(other, pathMatch(path))).toBe(false));
});
