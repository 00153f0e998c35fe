import { DependencyPolicy } from '../../src/model/dependency-policy';
import { HttpMatch } from '../../src/model/http-match';
import { HttpRoute } from '../../src/model/http-route';
import { RetryPolicy } from '../../src/model/retry-policy';
import { ANY_REQUEST } from '../../src/traffic/request-match';
import { RequestRoute, requestRoutesOf } from '../../src/traffic/request-routes';
import { contractOf, MeshDeclaration, operation, USERS_CONTRACT } from '../support/mesh';
import { ms } from '../support/topology';
import { fulfils } from './requests';

const JASON = HttpRoute.when(HttpMatch.header('End-User', 'jason')).to('v2');
const SPLIT = HttpRoute.split({ v1: 90, v2: 10, v3: 0 });

/** The routes of everybody to a service with versions v1 to v3. */
function routesOf(routes: HttpRoute[], policy: DependencyPolicy = {}): RequestRoute[] {
  const declared = new MeshDeclaration();
  const users = declared.users({ routes }, ['v1', 'v2', 'v3']);
  return requestRoutesOf(declared.hosts(users)[0], { name: '', requests: [ANY_REQUEST], policy });
}

/** The name of the route that a request takes. */
function taken(routes: RequestRoute[], method: string, ...headers: [string, string][]): string | undefined {
  const request = { method, path: '/users', headers: new Map(headers), caller: new MeshDeclaration().workload('web') };
  return routes.find(({ matches }) => matches.some(match => fulfils(request, match)))?.name;
}

test('a service without routes has one, to any version', () =>
  expect(routesOf([])).toEqual([{ name: 'all', matches: [{}], shares: [{ weight: 100 }], timeout: undefined, retry: undefined }]));

test('a service\'s own routes keep their order, and branches that get nothing yet', () =>
  expect(routesOf([JASON, SPLIT]).map(({ name, shares }) => [name, shares])).toEqual([
    ['header-end-user-jason', [{ version: 'v2', weight: 100 }]], ['split', [{ version: 'v1', weight: 90 }, { version: 'v2', weight: 10 }, { version: 'v3', weight: 0 }]]]));

test('a request takes the first route that matches, which repeats it only if that does no harm', () => {
  const routes = routesOf([JASON, SPLIT], { retry: RetryPolicy.attempts(2), timeout: ms(5) });
  expect([taken(routes, 'GET', ['end-user', 'jason']), taken(routes, 'POST', ['end-user', 'jason']), taken(routes, 'GET'), taken(routes, 'POST')])
    .toEqual(['header-end-user-jason-retriable', 'header-end-user-jason', 'split-retriable', 'split']);
  expect(routes.map(({ retry, timeout }) => [retry?.count, timeout?.toMilliseconds()])).toEqual([[2, 5], [undefined, 5], [2, 5], [undefined, 5]]);
});

test('a route that no request can take is left out', () => {
  const declared = new MeshDeclaration();
  const payments = declared.payments({ contract: USERS_CONTRACT });
  declared.caller('web', payments, { operations: ['getUser'] });
  expect(requestRoutesOf(declared.hosts(payments)[0], { name: '', requests: [ANY_REQUEST], policy: { operations: [] } })).toEqual([]);
});

const API = contractOf(
  operation('put', 'POST', '/orders/{id}', true), operation('refund', 'POST', '/orders/refund'), operation('get', 'GET', '/{any}/{part}/{of}'),
  operation('export', 'GET', '/orders/export/{format}'), operation('csv', 'GET', '/orders/export/csv'), operation('file', 'GET', '/orders/export/{name}.zip'));

test.each<[string, string, string, string | undefined, number | undefined]>([
  ['what is declared', 'POST', '/orders/7', 'all', 2], ['what its path means too, which is not declared', 'POST', '/orders/refund', 'refused', undefined],
  ['what is declared beside that', 'GET', '/a/b/c', 'all', 2], ['a template that is not declared', 'GET', '/orders/export/pdf', 'refused', undefined],
  ['what is declared within that', 'GET', '/orders/export/csv', 'first-all', 2], ['a part of a segment', 'GET', '/orders/export/a.zip', 'refused', undefined],
  ['what nobody declares', 'GET', '/other', undefined, undefined],
])('of a third party %s has its route: %s %s', (_, method, path, route, count) => {
  const declared = new MeshDeclaration();
  const orders = declared.payments({ contract: API });
  const caller = declared.caller('web', orders, { operations: ['put', 'get', 'csv'], retry: RetryPolicy.attempts(2) });
  const [host] = declared.hosts(orders);
  const request = { method, path, headers: new Map<string, string>(), caller };
  const found = requestRoutesOf(host, { name: '', requests: [ANY_REQUEST], policy: host.callers[0].policy }).find(({ matches }) => matches.some(match => fulfils(request, match)));
  expect([found?.name, found?.retry?.count]).toEqual([route, count]);
});
