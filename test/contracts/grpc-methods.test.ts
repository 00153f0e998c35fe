import { operationsOf } from '../../src/contracts/grpc-methods';
import { reading, refusal } from './contract-folder';

const of = (...methods: { service?: string; name?: string; idempotency?: string }[]) =>
  operationsOf(methods.map(({ service = 'shop.Orders', name = 'Get', idempotency }) => ({ service, name, idempotency })), 1, reading());

test('methods come sorted by their full names, by code point', () =>
  expect(of({ name: 'get' }, { name: 'Zap' }, { service: 'a' }).map(({ id }) => id)).toEqual(['a/Get', 'shop.Orders/Zap', 'shop.Orders/get']));

test.each([
  [undefined, false], ['IDEMPOTENCY_UNKNOWN', false], ['0', false], ['NO_SIDE_EFFECTS', true], ['1', true], ['IDEMPOTENT', true], ['2', true],
])('%s: may be repeated %s', (idempotency, retriable) => expect(of({ idempotency })[0].retriable).toBe(retriable));

test.each(['3', '-1', 'idempotent', 'constructor', ''])('the level %j is refused', idempotency =>
  expect(refusal(() => of({ idempotency }))).toContain('the idempotency_level of "shop.Orders/Get" is none'));

test.each([
  [{ name: '' }], [{ name: 'a b' }], [{ name: 'hunter2\u202e' }], [{ service: '' }], [{ service: '.a' }], [{ service: 'a..b' }], [{ service: 'a/b' }], [{ name: 'a'.repeat(250) }],
])('%j is no method, and is not repeated in the message', method => {
  const message = refusal(() => of(method));
  expect(message).toContain('the name of a method is none: allowed is package.Service/Method, at most 253 characters');
  expect(message).not.toContain('hunter2');
});

test('a method that is given twice is refused', () => expect(refusal(() => of({}, {}))).toContain('the method "shop.Orders/Get" is declared twice'));

test('a contract of no service is refused, one whose services have no methods is not', () => {
  expect(refusal(() => operationsOf([], 0, reading()))).toContain('it declares no service; give the file that declares the service');
  expect(of()).toEqual([]);
});
