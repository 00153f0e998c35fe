import { TracingTag } from '../../src/istio/tracing-tag';
import { expectRefusal, refusalOf } from '../support/declare';

test('a tag has its value from itself, from a header or from the proxy\'s environment', () => {
  expect(TracingTag.literal('stage', 'prod')._spec).toEqual({ literal: { value: 'prod' } });
  expect(TracingTag.header('tenant', 'X-Tenant')._spec).toEqual({ header: { name: 'x-tenant' } });
  expect(TracingTag.environment('cluster', 'CLUSTER_ID', 'c1')._spec).toEqual({ environment: { name: 'CLUSTER_ID', defaultValue: 'c1' } });
});

test.each(['', 'a b', 'é', '<<', '1a', '__proto__', 'constructor'])('a tag cannot be called %j', name => expectRefusal(() => TracingTag.literal(name, 'x'), 'BST801', 'TracingTag.literal'));

test.each(['', 'a\nb', '0o14', 'x'.repeat(1025)])('the value %j is refused, and not repeated', value => {
  expectRefusal(() => TracingTag.literal('a', value), 'BST660', 'TracingTag.literal');
  expectRefusal(() => TracingTag.header('a', 'x', value), 'BST660', 'TracingTag.header');
  expect(refusalOf(() => TracingTag.literal('a', `unlikely\n${value}`)).message).not.toContain('unlikely');
});

test.each(['Authorization', 'cookie', 'Set-Cookie', 'proxy-authorization', 'x-api-key', 'client-secret'])('the header %s is refused: everybody who sees a span would be let in', header =>
  expectRefusal(() => TracingTag.header('who', header), 'BST660', 'TracingTag.header', header.toLowerCase()));

test.each(['DB_PASSWORD', 'API_KEY'])('the variable %s is refused', variable => expectRefusal(() => TracingTag.environment('a', variable), 'BST660', 'TracingTag.environment'));

test.each(['', 'a-b', '1A'])('there is no variable %j', variable => expectRefusal(() => TracingTag.environment('a', variable), 'BST801', 'TracingTag.environment'));

test('a header that is none is refused', () => expectRefusal(() => TracingTag.header('a', 'x y'), 'BST801', 'TracingTag.header'));

test('a credential is no literal', () => {
  expectRefusal(() => TracingTag.literal('password', 'x'), 'BST510', 'TracingTag.literal');
  expectRefusal(() => TracingTag.literal('a', 'ghp_0123456789abcdefghijABCDEFGHIJ012345'), 'BST510', 'TracingTag.literal');
});
