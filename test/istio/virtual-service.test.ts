import { GrpcProvider } from '../../src/backing-services/grpc-provider';
import { GrpcService } from '../../src/backing-services/grpc-service';
import { HttpMatch } from '../../src/model/http-match';
import { HttpRoute } from '../../src/model/http-route';
import { RetryPolicy } from '../../src/model/retry-policy';
import { newKafka } from '../support/declare';
import { EVERY_CALL_OPTION, MeshDeclaration, USERS_CONTRACT, dependOn } from '../support/mesh';
import { ms } from '../support/topology';

interface Route {
  readonly name: string;
  readonly match?: { readonly sourceLabels?: object; readonly uri?: object }[];
  readonly timeout?: string;
  readonly retries?: { readonly attempts: number };
}

const routesOf = (declared: MeshDeclaration, name: string): Route[] => declared.spec('VirtualService', name).http;

describe('VirtualService', () => {
  test('of the smallest case', () => {
    const declared = new MeshDeclaration();
    declared.users();
    expect(declared.object('VirtualService', 'users-api')).toMatchSnapshot();
  });

  test('of every option', () => {
    const declared = new MeshDeclaration();
    const routes = [HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v2'), HttpRoute.split({ v1: 90, v2: 10 })];
    const users = declared.users({ contract: USERS_CONTRACT, routes }, ['v1', 'v2']);
    declared.caller('web', users, EVERY_CALL_OPTION);
    declared.workload('app', { namespace: 'apps' }).calls(users);
    expect(declared.object('VirtualService', 'users-api')).toMatchSnapshot();
  });

  test('of a third party that holds its callers to operations', () => {
    const declared = new MeshDeclaration();
    const payments = declared.payments({ contract: USERS_CONTRACT });
    declared.caller('web', payments, { operations: ['createUser', 'getUser'], timeout: ms(2000), retry: RetryPolicy.attempts(2) });
    declared.caller('app', payments, { operations: ['listUsers'] });
    expect(declared.object('VirtualService', 'payments')).toMatchSnapshot();
  });

  test('is not made for services whose requests no mesh sees', () => {
    const declared = new MeshDeclaration();
    const { topology } = declared;
    const web = declared.workload('web');
    const secure = new GrpcService(topology, 'grpcs', { provider: GrpcProvider.external({ host: 'grpc.example.com' }) });
    for (const service of [declared.tcp('tcp'), declared.ldap(), declared.database(), newKafka(topology), secure]) dependOn(web, service);
    expect(declared.named('VirtualService')).toEqual([]);
  });

  test('is made for gRPC of ours', () => {
    const declared = new MeshDeclaration();
    const grpc = declared.grpc(declared.workload('users'), { idempotentMethods: ['shop.Users/Get'] });
    declared.caller('web', grpc, { timeout: ms(100), retry: RetryPolicy.attempts(1) });
    expect(routesOf(declared, 'users-grpc')).toMatchObject([
      { name: 'all-retriable', match: [{ uri: { exact: '/shop.Users/Get' } }], timeout: '100ms', retries: { attempts: 1, retryOn: 'connect-failure,refused-stream,unavailable' } },
      { name: 'all', timeout: '100ms', retries: { attempts: 0 } },
    ]);
  });

  test('is seen in exactly the namespaces of the consumers', () => {
    const declared = new MeshDeclaration();
    const users = declared.users();
    for (const namespace of ['b', 'a', 'shop']) declared.workload(`w-${namespace}`, { namespace }).calls(users);
    expect(declared.spec('VirtualService', 'users-api').exportTo).toEqual(['.', 'a', 'b']);
  });

  test('of a third party is an object of each consumer namespace, ruled by its own callers', () => {
    const declared = new MeshDeclaration();
    const payments = declared.payments();
    declared.workload('app', { namespace: 'ns-a' }).calls(payments, { timeout: ms(1000) });
    declared.workload('web', { namespace: 'ns-b' }).calls(payments, { timeout: ms(2000) });
    expect(declared.named('VirtualService')).toEqual(['ns-a/payments', 'ns-b/payments']);
    expect(declared.spec('VirtualService', 'payments', 'ns-b')).toMatchObject({ exportTo: ['.'], http: [{ name: 'all', timeout: '2s' }] });
  });
});

describe('every request has one route', () => {
  /** A service of ours whose callers differ in the timeout. */
  function differing(): Route[] {
    const declared = new MeshDeclaration();
    const users = declared.users();
    for (const [name, millis] of [['app', 1000], ['web', 2000], ['job', 1000]] as const) declared.caller(name, users, { timeout: ms(millis) });
    return routesOf(declared, 'users-api');
  }

  test('callers that agree share it, those that differ come one after the other, everybody else last', () =>
    expect(differing().map(({ name, timeout, match }) => [name, timeout, match?.length])).toEqual([
      ['app.job-all', '1s', 2], ['web-all', '2s', 1], ['all', undefined, undefined]]));

  test('and says how often it is repeated, so that Istio\'s own two retries never act', () =>
    expect(differing().map(({ retries }) => retries)).toEqual(Array(3).fill({ attempts: 0 })));

  test('only the last one takes every request: what stands after it is never reached', () => {
    const declared = new MeshDeclaration();
    const routes = [HttpRoute.when(HttpMatch.header('a', 'b')).to('v2'), HttpRoute.split({ v1: 100 })];
    const users = declared.users({ contract: USERS_CONTRACT, routes }, ['v1', 'v2']);
    declared.caller('web', users, { retry: RetryPolicy.attempts(1), operations: ['getUser', 'createUser'] });
    declared.caller('app', users, { timeout: ms(5) });
    const open = routesOf(declared, 'users-api').map(({ match }) => match === undefined);
    expect(open).toEqual([...Array(open.length - 1).fill(false), true]);
  });

  test('of two that ask for the same of one caller the later, among those of everybody else, is left out', () => {
    const declared = new MeshDeclaration();
    const web = declared.workload('web');
    const asked = HttpMatch.all(HttpMatch.fromWorkload(web), HttpMatch.header('x-from', '1'));
    const users = declared.users({ routes: [HttpRoute.when(asked).to('v2'), HttpRoute.split({ v1: 100 })] }, ['v1', 'v2']);
    declared.caller('app', users);
    web.calls(users, { timeout: ms(500) });
    const [first, ...others] = routesOf(declared, 'users-api').map(({ match }) => JSON.stringify(match));
    expect(first).toContain('x-from');
    expect(others.join()).not.toContain('x-from');
  });

  test('names are unique', () => {
    const names = differing().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a third party whose operations are named', () => {
  /** What a sidecar with these labels makes of the routes: Istio drops those for others, and is left with a default to everything if none remains. */
  function remaining(routes: Route[], labels: Record<string, string>): string[] {
    return routes.filter(({ match }) => !match || match.some(({ sourceLabels = {} }) =>
      Object.entries(sourceLabels).every(([key, value]) => labels[key] === value))).map(({ name }) => name);
  }

  function payments(...operations: (string[] | undefined)[]): Route[] {
    const declared = new MeshDeclaration();
    const service = declared.payments({ contract: USERS_CONTRACT });
    operations.forEach((names, position) => declared.caller(`w${position}`, service, { operations: names }));
    return routesOf(declared, 'payments');
  }

  test('answers 403 to what is not declared, in the last entry', () =>
    expect(payments(['getUser']).at(-1)).toEqual({ name: 'undeclared', directResponse: { status: 403 } }));

  test('answers it to workloads that declared nothing, whatever the others declared', () => {
    const routes = payments(['getUser'], ['createUser']);
    expect(remaining(routes, { app: 'intruder' })).toEqual(['undeclared']);
    expect(remaining(routes, { app: 'w1' })).toEqual(['w1-all', 'undeclared']);
  });

  test('lets a caller that named none send everything', () => {
    const routes = payments(['getUser'], undefined);
    expect(routes.find(({ name }) => name === 'w1-all')?.match).toEqual([{ sourceLabels: { app: 'w1' }, sourceNamespace: 'shop' }]);
  });

  test('does not answer itself where nobody named any', () => expect(payments(undefined).map(({ name }) => name)).toEqual(['all']));

  test('forwards nothing that is no declared operation', () =>
    expect(payments(['getUser', 'listUsers'])[0].match).toEqual([
      { method: { exact: 'GET' }, uri: { regex: '/users/[^/]+' } }, { method: { exact: 'GET' }, uri: { exact: '/users' } }]));
});
