import { HttpRouteSpec, httpRoutesOf, UNDECLARED } from '../../src/istio/http-routes';
import { HttpMatch } from '../../src/model/http-match';
import { HttpRoute } from '../../src/model/http-route';
import { RetryPolicy } from '../../src/model/retry-policy';
import { CallerGroup } from '../../src/traffic/caller-groups';
import { ANY_REQUEST } from '../../src/traffic/request-match';
import { contractOf, MeshDeclaration, operation, USERS_CONTRACT } from '../support/mesh';
import { ms } from '../support/topology';

const HOST = 'users-api.shop.svc.cluster.local';
const EVERYBODY: CallerGroup = { name: '', requests: [ANY_REQUEST], policy: {} };
const JASON = HttpRoute.when(HttpMatch.header('End-User', 'jason')).to('v2');

/** The routes of a group to a service with versions v1 to v3. */
function routesOf(routes: HttpRoute[], group: CallerGroup = EVERYBODY) {
  const declared = new MeshDeclaration();
  const users = declared.users({ routes }, ['v1', 'v2', 'v3']);
  return httpRoutesOf(declared.hosts(users)[0], group) as HttpRouteSpec[];
}

const to = (subset: string, weight?: number) => (
  { destination: { host: HOST, subset, port: { number: 80 } }, ...weight === undefined ? {} : { weight } });

describe('where requests go', () => {
  test('is the host itself if the service has no routes, with the port of the Service', () =>
    expect(routesOf([])).toEqual([{ name: 'all', route: [{ destination: { host: HOST, port: { number: 80 } } }], retries: { attempts: 0 } }]));

  test('is by header first, then by weight, in the order given', () => {
    const [match, split, ...others] = routesOf([JASON, HttpRoute.split({ v1: 90, v2: 10 })]);
    expect(match).toMatchObject({ name: 'header-end-user-jason', match: [{ headers: { 'end-user': { exact: 'jason' } } }], route: [to('v2')] });
    expect(split).toEqual({ name: 'split', route: [to('v1', 90), to('v2', 10)], retries: { attempts: 0 } });
    expect(others).toEqual([]);
  });

  test('keeps the order of several header routes', () => {
    const second = HttpRoute.when(HttpMatch.header('x-beta', '1')).to('v3');
    expect(routesOf([second, JASON, HttpRoute.split({ v1: 100 })]).map(({ name, route }) => [name, route[0].destination.subset])).toEqual([
      ['header-x-beta-1', 'v3'], ['header-end-user-jason', 'v2'], ['split', 'v1']]);
  });

  test('keeps a branch of weight 0, which a controller of rollouts moves', () =>
    expect(routesOf([HttpRoute.split({ v1: 100, v2: 0 })])[0].route).toEqual([to('v1', 100), to('v2', 0)]));

  test('is without a weight if there is one branch, which takes all', () =>
    expect(routesOf([HttpRoute.split({ v1: 100 })])[0].route).toEqual([to('v1')]));

  test('adds up to 100 where there are weights', () =>
    expect(routesOf([HttpRoute.split({ v1: 1, v2: 98, v3: 1 })])[0].route.reduce((sum, { weight }) => sum + weight!, 0)).toBe(100));
});

describe('what happens to requests on the way', () => {
  test('is a timeout on every route of the group', () =>
    expect(routesOf([JASON, HttpRoute.split({ v1: 100 })], { ...EVERYBODY, policy: { timeout: ms(1500) } }).map(({ timeout }) => timeout)).toEqual(['1500ms', '1500ms']));

  test('is no timeout if none was said', () => expect(routesOf([])[0].timeout).toBeUndefined());

  test('is spelled out for retries on every route', () =>
    expect(routesOf([JASON, HttpRoute.split({ v1: 100 })]).map(({ retries }) => retries)).toEqual([{ attempts: 0 }, { attempts: 0 }]));

  test('splits each route of the service into requests that may be repeated and others', () => {
    const routes = routesOf([JASON, HttpRoute.split({ v1: 100 })], { ...EVERYBODY, policy: { retry: RetryPolicy.attempts(2) } });
    expect(routes.map(({ name, match, retries }) => [name, Object.keys(match?.[0] ?? {}).sort().join('+'), retries.attempts])).toEqual([
      ['header-end-user-jason-retriable', 'headers+method', 2], ['header-end-user-jason', 'headers', 0], ['split-retriable', 'method', 2], ['split', '', 0]]);
  });
});

describe('whose requests take a route', () => {
  function routesOfCallers(...names: string[]) {
    const declared = new MeshDeclaration();
    const users = declared.users({ contract: USERS_CONTRACT, routes: [JASON, HttpRoute.split({ v1: 100 })] }, ['v1', 'v2']);
    for (const name of names) declared.workload(name, { labels: { app: name, tier: 'x' }, namespace: `ns-${name}` }).calls(users);
    const [host] = declared.hosts(users);
    return httpRoutesOf(host, { name: 'group', requests: host.callers.map(({ source }) => ({ caller: source })), policy: {} });
  }

  test('is said by labels and namespace of the caller', () =>
    expect(routesOfCallers('web')[1].match).toEqual([{ sourceLabels: { app: 'web', tier: 'x' }, sourceNamespace: 'ns-web' }]));

  test('is said together with the header', () =>
    expect(routesOfCallers('web')[0].match).toEqual([
      { headers: { 'end-user': { exact: 'jason' } }, sourceLabels: { app: 'web', tier: 'x' }, sourceNamespace: 'ns-web' }]));

  test('is any of several callers', () =>
    expect(routesOfCallers('app', 'web')[1].match!.map(match => match.sourceNamespace)).toEqual(['ns-app', 'ns-web']));

  test('stands in the name of the route', () => expect(routesOfCallers('web').map(({ name }) => name)).toEqual(['group-header-end-user-jason', 'group-split']));

  test('is every caller with every kind of request', () => {
    const declared = new MeshDeclaration();
    const payments = declared.payments({ contract: USERS_CONTRACT });
    for (const name of ['app', 'web']) declared.caller(name, payments, { operations: ['getUser', 'listUsers'] });
    const [host] = declared.hosts(payments);
    const [route] = httpRoutesOf(host, { name: 'group', requests: host.callers.map(({ source }) => ({ caller: source })), policy: host.callers[0].policy });
    expect(route.match!.map(match => [match.sourceLabels!.app, match.uri])).toEqual([
      ['app', { regex: '/users/[^/]+' }], ['app', { exact: '/users' }], ['web', { regex: '/users/[^/]+' }], ['web', { exact: '/users' }]]);
  });
});

test('is an answer where a route refuses what is not declared', () => {
  const declared = new MeshDeclaration();
  const orders = declared.payments({ contract: contractOf(operation('get', 'GET', '/orders/{id}'), operation('export', 'GET', '/orders/export')) });
  declared.caller('web', orders, { operations: ['get'] });
  const [host] = declared.hosts(orders);
  expect(httpRoutesOf(host, { ...EVERYBODY, policy: host.callers[0].policy })[0]).toEqual(
    { name: 'refused', match: [{ method: { exact: 'GET' }, uri: { exact: '/orders/export' } }], directResponse: { status: 403 } });
});

test('what was not declared has a route of that name, on which it is refused', () =>
  expect(UNDECLARED).toEqual({ name: 'undeclared', directResponse: { status: 403 } }));

test('a route of which every request may be repeated has one entry', () => {
  const get = HttpRoute.when(HttpMatch.method('GET')).to('v2');
  const routes = routesOf([get, HttpRoute.split({ v1: 100 })], { ...EVERYBODY, policy: { retry: RetryPolicy.attempts(2) } });
  expect(routes.map(({ name }) => name)).toEqual(['get-retriable', 'split-retriable', 'split']);
});
