import { DependencyPolicy } from '../../src/model/dependency-policy';
import { Operation } from '../../src/model/operation';
import { Protocol } from '../../src/model/protocol';
import { RetryCondition } from '../../src/model/retry-condition';
import { RetryPolicy } from '../../src/model/retry-policy';
import { RequestMatch } from '../../src/traffic/request-match';
import { RepeatableService, RetryVariant, retryVariants } from '../../src/traffic/retry-variants';
import { operation } from '../support/mesh';
import { ms } from '../support/topology';

const GET_USER = operation('getUser', 'GET', '/users/{id}');
const LIST_USERS = operation('listUsers', 'GET', '/users');
const CREATE_USER = operation('createUser', 'POST', '/users');
const CHARGE = operation('charge', 'POST', '/charges', true);
const TWICE = RetryPolicy.attempts(2);
const SAFE = RetryPolicy.attempts(2, { on: [RetryCondition.CONNECT_FAILURE, RetryCondition.REFUSED_STREAM, RetryCondition.RESET_BEFORE_REQUEST] });

/** The variants as `name (attempts): requests`. */
function shown(variants: RetryVariant[]): string[] {
  return variants.map(({ name, matches, retry }) => `${name} (${retry?.count ?? 0}): ${matches.map(text).join(', ') || 'none'}`);
}

function text({ methods, path }: RequestMatch): string {
  if (!methods && !path) return 'all';
  return `${methods?.join('|') ?? '*'} ${path?.map(segment => segment.join('{}')).join('/') ?? '*'}`;
}

const HTTP: RepeatableService = { protocol: Protocol.HTTP, idempotentMethods: [] };
const http = (policy: DependencyPolicy, restricted = false) => shown(retryVariants(policy, HTTP, restricted));

describe('requests to a host that guards itself', () => {
  test('are repeated by nobody if nothing is said: one route, attempts 0', () => expect(http({})).toEqual([' (0): all']));

  test('are repeated by nobody at attempts 0, whatever else is said of it', () => {
    const policy = { retry: RetryPolicy.attempts(0, { perTryTimeout: ms(100), on: [RetryCondition.SERVER_ERROR] }), operations: [GET_USER] };
    expect(retryVariants(policy, HTTP, false)).toEqual([{ name: '', matches: [{}] }]);
  });

  test('of no named operation are repeated if their method is idempotent, all others after them not', () =>
    expect(http({ retry: TWICE })).toEqual(['retriable (2): DELETE|GET|HEAD|OPTIONS|PUT|TRACE *', ' (0): all']));

  test('of named operations are repeated if the contract says that it does no harm', () =>
    expect(http({ retry: TWICE, operations: [CREATE_USER, GET_USER, LIST_USERS] })).toEqual([
      'retriable (2): GET /users/{}, GET /users', ' (0): all']));

  test('take one route if all operations may be repeated, a POST with an Idempotency-Key among them', () =>
    expect(http({ retry: TWICE, operations: [CHARGE, GET_USER] })).toEqual([' (2): all']));

  test('take one route without retries if no operation may be repeated', () =>
    expect(http({ retry: TWICE, operations: [CREATE_USER] })).toEqual([' (0): all']));

  test('are all repeated on conditions under which the service cannot have seen the request', () => {
    expect(http({ retry: SAFE })).toEqual([' (2): all']);
    expect(http({ retry: SAFE, operations: [CREATE_USER] })).toEqual([' (2): all']);
  });

  test('are told apart as soon as one condition is unsafe', () =>
    expect(http({ retry: RetryPolicy.attempts(1, { on: [RetryCondition.CONNECT_FAILURE, RetryCondition.UNAVAILABLE] }) })).toHaveLength(2));
});

describe('an operation whose path is among those that another one\'s template means', () => {
  const REPLACE = operation('replace', 'POST', '/orders/{id}', true);
  const REFUND = operation('refund', 'POST', '/orders/refund');
  const variants = (operations: Operation[], contract: Operation[] = operations, restricted = false) =>
    shown(retryVariants({ retry: TWICE, operations }, { ...HTTP, contract: { operations: contract } }, restricted));

  test('is not repeated with it: its own route comes first', () =>
    expect(variants([REPLACE, REFUND])).toEqual(['once (0): POST /orders/refund', 'retriable (2): POST /orders/{}', ' (0): all']));

  test('is not repeated either if this caller did not name it', () =>
    expect(variants([REPLACE, CREATE_USER], [REPLACE, REFUND, CREATE_USER])).toEqual(['once (0): POST /orders/refund', 'retriable (2): POST /orders/{}', ' (0): all']));

  test('has no route of its own where only the named operations have one', () => {
    expect(variants([REPLACE, CREATE_USER], [REPLACE, REFUND, CREATE_USER], true)).toEqual(['retriable (2): POST /orders/{}', ' (0): POST /users']);
    expect(variants([REPLACE, REFUND], undefined, true)).toEqual(['once (0): POST /orders/refund', 'retriable (2): POST /orders/{}']);
  });

  test('may be repeated with it by another method, or if it is retriable itself', () =>
    expect(variants([REPLACE, CREATE_USER], [operation('list', 'GET', '/orders/refund', true), operation('again', 'POST', '/orders/again', true)]))
      .toEqual(['retriable (2): POST /orders/{}', ' (0): all']));
});

describe('requests to a host that routes have to guard', () => {
  test('are only those of the operations', () =>
    expect(http({ operations: [CREATE_USER, GET_USER] }, true)).toEqual([' (0): POST /users, GET /users/{}']));

  test('are repeated where that does no harm, the other operations not', () =>
    expect(http({ retry: TWICE, operations: [CREATE_USER, GET_USER] }, true)).toEqual(['retriable (2): GET /users/{}', ' (0): POST /users']));

  test('are only those of the operations if all may be repeated', () =>
    expect(http({ retry: TWICE, operations: [CHARGE, GET_USER] }, true)).toEqual([' (2): POST /charges, GET /users/{}']));

  test('are only those of the operations if none may be repeated', () =>
    expect(http({ retry: TWICE, operations: [CREATE_USER] }, true)).toEqual([' (0): POST /users']));

  test('are only those of the operations on safe conditions', () =>
    expect(http({ retry: SAFE, operations: [CREATE_USER] }, true)).toEqual([' (2): POST /users']));

  test('are none if this caller named an empty list, which no verb lets it do', () => expect(http({ operations: [] }, true)).toEqual([' (0): none']));

  test('are all if this caller named no operation', () => {
    expect(http({}, true)).toEqual([' (0): all']);
    expect(http({ retry: TWICE }, true)).toEqual(['retriable (2): DELETE|GET|HEAD|OPTIONS|PUT|TRACE *', ' (0): all']);
  });
});

describe('calls of gRPC', () => {
  const grpc = (retry: RetryPolicy, ...idempotentMethods: string[]) =>
    shown(retryVariants({ retry }, { protocol: Protocol.GRPC, idempotentMethods }, false));

  test('are repeated if their method is declared idempotent, all others after them not', () =>
    expect(grpc(TWICE, 'shop.Orders/Get', 'shop.Orders/List')).toEqual(['retriable (2): * /shop.Orders/Get, * /shop.Orders/List', ' (0): all']));

  test('are not repeated where no method is: a payment is a POST as a question is', () => expect(grpc(TWICE)).toEqual([' (0): all']));

  test('are all repeated on conditions under which the service cannot have seen the call', () => {
    expect(grpc(SAFE)).toEqual([' (2): all']);
    expect(grpc(SAFE, 'shop.Orders/Get')).toEqual([' (2): all']);
  });

  test('are told apart as soon as one condition is unsafe', () =>
    expect(grpc(RetryPolicy.attempts(1, { on: [RetryCondition.CONNECT_FAILURE, RetryCondition.GATEWAY_ERROR] }), 'a.B/C')).toEqual(['retriable (1): * /a.B/C', ' (0): all']));

  test('are known of another copy of the package', () => {
    const copy = Object.assign(Object.create(Protocol.prototype), Protocol.GRPC) as Protocol;
    expect(shown(retryVariants({ retry: TWICE }, { protocol: copy, idempotentMethods: ['a.B/C'] }, false))).toEqual(['retriable (2): * /a.B/C', ' (0): all']);
  });
});
