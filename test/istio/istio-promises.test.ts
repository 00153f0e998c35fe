import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService, HttpServiceProps } from '../../src/backing-services/http-service';
import { TcpProvider } from '../../src/backing-services/tcp-provider';
import { TcpService } from '../../src/backing-services/tcp-service';
import { TlsOrigination } from '../../src/backing-services/tls-origination';
import { CircuitBreaker } from '../../src/model/circuit-breaker';
import { CallOptions } from '../../src/model/dependency-options';
import { HttpMatch } from '../../src/model/http-match';
import { HttpRoute } from '../../src/model/http-route';
import { LoadBalancing } from '../../src/model/load-balancing';
import { Locality } from '../../src/model/locality';
import { Locator } from '../../src/model/locator';
import { Protocol } from '../../src/model/protocol';
import { Provision } from '../../src/model/provision';
import { RetryPolicy } from '../../src/model/retry-policy';
import { Workload } from '../../src/model/workload';
import { WorkloadStanding } from '../../src/model/workload-standing';
import { Pods } from '../../src/pods/pods';
import { AnyService } from '../support/declare';
import { MeshDeclaration, USERS_CONTRACT } from '../support/mesh';
import { ms } from '../support/topology';

const CANARY = [HttpRoute.split({ v1: 90, v2: 10 })];
const BETA = [HttpRoute.when(HttpMatch.header('x-beta', '1')).to('v2'), HttpRoute.split({ v1: 100 })];
const STICKY = LoadBalancing.stickyHeader('x-user');
const breaker = { circuitBreaker: CircuitBreaker.consecutiveErrors(5) };

/** What BST616 finds beside Istio. */
function found(declare: (declared: MeshDeclaration) => void): string[] {
  const declared = new MeshDeclaration();
  declare(declared);
  declared.read();
  return declared.found('BST616');
}

/** What BST616 finds of a service `users` with versions v1 and v2 that web calls. */
function foundOf(props: Omit<HttpServiceProps, 'provider'>, headless: boolean, options: CallOptions = {}): string[] {
  return found(declared => {
    const workload = declared.workload('server', { versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name } })) });
    const users = new HttpService(declared.topology, 'users', { ...props, provider: HttpProvider.workload(workload, { headless }) });
    declared.caller('web', users, options);
  });
}

/** What BST616 finds of a gateway of another owner that calls `users-api`. */
function foundBehind(options: CallOptions, routes: HttpRoute[] = []): string[] {
  return found(declared => {
    const users = declared.users({ routes, contract: USERS_CONTRACT }, ['v1', 'v2']);
    gatewayIn(declared).calls(users, options);
    declared.caller('web', users);
  });
}

function gatewayIn({ topology }: MeshDeclaration): Workload {
  return new Workload(topology, 'gateway', { standing: WorkloadStanding.FOREIGN, pods: Pods.fromLabels({ labels: { istio: 'gateway' }, serviceAccountName: 'gateway' }) });
}

describe('a service with pods to choose among', () => {
  test('has all of its promises carried', () => expect(foundOf({ routes: BETA, loadBalancing: STICKY }, false, { ...breaker, timeout: ms(5) })).toEqual([]));
});

describe('a headless service', () => {
  const headless = 'users is headless, so its client picks a pod itself and the sidecar passes the connection on to that pod; '
    + 'set headless to false where its provider is declared, or leave this out';

  test('is fine with what acts without choosing', () => expect(foundOf({}, true, { timeout: ms(5), retry: RetryPolicy.attempts(1) })).toEqual([]));

  test.each<[string, Omit<HttpServiceProps, 'provider'>, CallOptions, string]>([
    ['a canary', { routes: CANARY }, {}, 'users: routes'],
    ['a header route', { routes: BETA }, {}, 'users: routes'],
    ['sticky load balancing', { loadBalancing: STICKY }, {}, 'users: loadBalancing'],
    ['an algorithm', { loadBalancing: LoadBalancing.ROUND_ROBIN }, {}, 'users: loadBalancing'],
    ['routes and load balancing at once', { routes: CANARY, loadBalancing: STICKY }, {}, 'users: routes, loadBalancing'],
    ['a breaker', {}, breaker, 'web calls users: circuitBreaker'],
  ])('cannot have %s', (_, props, options, which) => expect(foundOf(props, true, options)).toEqual([`error ${which} cannot be carried: ${headless}`]));

  test('cannot have a breaker of connections either', () =>
    expect(found(declared => {
      const tcp = new TcpService(declared.topology, 'tcp', { provider: TcpProvider.workload(declared.workload('server'), { port: 1, headless: true }) });
      declared.workload('web').uses(tcp, breaker);
    })).toEqual([expect.stringMatching(/^error web uses tcp: circuitBreaker cannot be carried: tcp is headless/)]));
});

describe('a gateway of another owner', () => {
  test('only calls: fine, and so is what DestinationRules and the called workload\'s policy carry', () =>
    expect(foundBehind({ ...breaker, connectTimeout: ms(5), operations: ['getUser'] })).toEqual([]));

  test('takes no timeout and no retries from this topology', () =>
    expect(foundBehind({ timeout: ms(5), retry: RetryPolicy.attempts(1) })).toEqual([
      'error gateway calls users-api: timeout, retry cannot be carried: the traffic of gateway is ruled by its owner\'s VirtualServices; '
      + 'declare it in the VirtualService that is bound to gateway, and take it out here']));

  test.each([['a canary', CANARY], ['a header route', BETA]])('takes no routes: %s has to be repeated there; other callers are ruled', (_, routes) =>
    expect(foundBehind({}, routes)).toEqual([
      'warning gateway calls users-api: routes of users-api cannot be carried: what comes through gateway is ruled by its owner\'s VirtualServices; '
      + 'repeat the routes in the VirtualService that is bound to gateway, and acknowledge this; or give it listeners, and say exposes()']));

  test('is not held to operations of a third party, which routes would hold', () =>
    expect(found(declared => gatewayIn(declared).calls(declared.payments({ contract: USERS_CONTRACT }), { operations: ['getUser'] }))).toEqual([
      expect.stringMatching(/^error gateway calls payments: operations cannot be carried: the traffic of gateway is ruled/)]));
});

describe('operations', () => {
  test('cannot be held where the called workload is guarded by another owner', () =>
    expect(found(declared => {
      const others = new Workload(declared.topology, 'others', { standing: WorkloadStanding.FOREIGN, pods: Pods.fromLabels({ labels: { app: 'others' } }) });
      const users = new HttpService(declared.topology, 'users', { provider: HttpProvider.workload(others), contract: USERS_CONTRACT });
      declared.caller('web', users, { operations: ['getUser'] });
    })).toEqual(['error web calls users: operations cannot be carried: others, which answers for users, is not guarded from here; '
      + 'name no operations here, or let this topology guard the workload']));

  test('cannot be held where pods of another owner in the cluster answer', () =>
    expect(found(declared => {
      const locator = Locator.inCluster({ namespace: 'elastic', addresses: [{ service: 'search', port: 80, protocol: Protocol.HTTP }] });
      const search = new AnyService(declared.topology, 'search', { ...AnyService.traits(), provision: new Provision({ locator }), contract: USERS_CONTRACT });
      declared.caller('web', search, { operations: ['getUser'] });
    })).toEqual(['error web calls search: operations cannot be carried: the pods behind search belong to another owner in the cluster, '
      + 'and no policy of ours selects them; name no operations here']));
});

test('sticky load balancing cannot act on what the client encrypts, and an algorithm can', () => {
  const of = (loadBalancing: LoadBalancing) => found(({ topology }) => new HttpService(topology, 'bank', {
    provider: HttpProvider.external('https://bank.example.com', { tlsOrigination: TlsOrigination.CLIENT }), loadBalancing,
  }));
  expect(of(STICKY)).toEqual(['error bank: loadBalancing cannot be carried: a mesh sees the connections to bank (tls), not its requests; '
    + 'leave this out: it needs HTTP that the client does not encrypt']);
  expect(of(LoadBalancing.RANDOM)).toEqual([]);
});

test.each<[string, LoadBalancing]>([['a cookie', LoadBalancing.stickyCookie('home')], ['the query', LoadBalancing.stickyQueryParameter('user')]])(
  'BST616: finds %s that is to keep gRPC together, as no gRPC client sends one', (_, loadBalancing) =>
    expect(found(declared => declared.grpc(declared.workload('orders'), { loadBalancing }))).toEqual([
      'error orders-grpc: loadBalancing cannot be carried: requests to orders-grpc are gRPC, which have no query, and whose clients keep no cookie; use LoadBalancing.stickyHeader()']));

test('a header keeps gRPC together', () =>
  expect(found(declared => declared.grpc(declared.workload('orders'), { loadBalancing: LoadBalancing.stickyHeader('x-user') }))).toEqual([]));

test.each<[string, Locality, number]>([['near ones are preferred', Locality.NEAREST, 1], ['any is taken', Locality.ANYWHERE, 0]])(
  'BST616: of a third party nobody knows where its endpoints are, which matters where %s', (_, locality, found616) =>
    expect(found(({ topology }) => new HttpService(topology, 'bank', {
      provider: HttpProvider.external('http://bank.example.com'), loadBalancing: LoadBalancing.random({ locality }),
    }))).toHaveLength(found616));
