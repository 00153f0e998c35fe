import { Duration } from 'cdk8s';
import {
  AccessPolicy, AdmittedPeer, BackingService, CallOptions, CircuitBreaker, ConnectionPool, GatewayListener, HttpProvider,
  HttpService, Jwt, LoadBalancing, MutualTls, RetryPolicy, TcpProvider, TcpService, TlsOrigination, Workload, WorkloadStanding,
} from '../../src';
import { AmbientDeclaration } from '../support/ambient';
import { newWorkload } from '../support/declare';
import { newGateway } from '../support/gateway';
import { onMachines } from '../support/machines';
import { contractOf, operation } from '../support/mesh';

let declared: AmbientDeclaration;
beforeEach(() => { declared = new AmbientDeclaration(); });
const found = () => { declared.read(); return declared.found('BST616'); };
const called = (said: CallOptions, name = 'web') => declared.workload(name).calls(declared.users(), said);
const users = () => declared.users().locator.workload as Workload;
const existing = () => new HttpService(declared.topology, 'there', { provider: HttpProvider.workload(declared.workload('there'), { existingService: 'there' }) });
const BREAKER = { circuitBreaker: CircuitBreaker.consecutiveErrors(5) };
const TOKEN = Jwt.ofIssuer('https://login.example.com');

test('what all callers agree on is carried: by routes, by rules, by policies', () => {
  const service = new HttpService(declared.topology, 'api', { provider: HttpProvider.workload(declared.workload('api')), contract: contractOf(operation('list')), loadBalancing: LoadBalancing.roundRobin() });
  const said = { timeout: Duration.seconds(1), connectTimeout: Duration.millis(100), connectionPool: ConnectionPool.limits({ maxConnections: 5 }), operations: ['list'], ...BREAKER };
  for (const name of ['web', 'app']) declared.workload(name).calls(service, said);
  expect(found()).toEqual([]);
});

test('a breaker that callers do not agree on is not, as a waypoint does not ask who connects', () => {
  const service = declared.users();
  declared.workload('web').calls(service, BREAKER);
  declared.workload('app').calls(service);
  expect(found()).toEqual([expect.stringMatching(/^error web calls users-api: circuitBreaker cannot be carried: the waypoint before users-api does not ask who connects.*; let each of them declare the same, or let/)]);
});

test('endpoints of a third party are carried, by the proxies of nodes', () => {
  const provider = TcpProvider.external({ host: 'stock.corp.example.com', port: 1521, endpoints: ['10.20.0.11'] });
  declared.workload('web').calls(new TcpService(declared.topology, 'stock', { provider }));
  expect(found()).toEqual([]);
});

test('machines are not, as proxies of nodes reach no sidecar there', () => {
  onMachines(declared);
  expect(found()).toEqual([expect.stringMatching(/^error billing: machines cannot be carried: billing runs on machines, which Istio has sidecars on.*; let sidecars carry the traffic: Mesh\.istio\(\)$/)]);
});

test('retries are, by routes of the experimental channel', () => {
  called({ retry: RetryPolicy.attempts(1) });
  expect(found()).toEqual([]);
});

describe('a third party that a waypoint relays', () => {
  function relayed(said: CallOptions = {}, ofGateway?: CallOptions, service: BackingService = declared.payments(), gatewayClassName = 'istio-waypoint') {
    const exit = declared.exit({ gatewayClassName });
    declared.workload('web').calls(service, said);
    exit.relays(service);
    if (ofGateway) exit.calls(service, ofGateway);
    return found();
  }

  test('is called as its callers agree on, with TLS that the waypoint starts, which connects as its own calls say', () => {
    const service = new HttpService(declared.topology, 'cards', { provider: HttpProvider.external('https://cards.example.com'), loadBalancing: LoadBalancing.roundRobin() });
    const ofGateway = { connectTimeout: Duration.seconds(1), connectionPool: ConnectionPool.limits({ maxConnections: 5 }), ...BREAKER };
    expect(relayed({ timeout: Duration.seconds(1), retry: RetryPolicy.attempts(1) }, ofGateway, service)).toEqual([]);
  });

  test('is held to operations', () => {
    const service = new HttpService(declared.topology, 'cards', { provider: HttpProvider.external('https://cards.example.com'), contract: contractOf(operation('list')) });
    expect(relayed({ operations: ['list'] }, undefined, service)).toEqual([]);
  });

  test.each<[string, CallOptions, CallOptions | undefined, string]>([
    ['a breaker of a caller', BREAKER, undefined, 'exit opens all connections to payments, and does not ask for whom; say it once, in calls() of exit'],
    ['a time limit of the gateway', {}, { timeout: Duration.seconds(1) }, 'exit repeats and waits as those do who call payments through it; say it in their calls()'],
  ])('has no words for %s', (_, said, ofGateway, words) => expect(relayed(said, ofGateway)).toEqual([expect.stringContaining(words)]));

  test('needs a waypoint, and not any gateway', () => expect(relayed({}, undefined, undefined, 'istio')).toContainEqual(expect.stringContaining('the proxies of exit are no waypoint')));

  test('is one of requests, to whom no certificate is shown', () => {
    const sealed = new HttpService(declared.topology, 'sealed', { provider: HttpProvider.external('https://sealed.example.com', { tlsOrigination: TlsOrigination.CLIENT }) });
    expect(relayed({}, undefined, sealed)).toEqual([expect.stringContaining('sealed is dialled by the client\'s own TLS')]);
    declared = new AmbientDeclaration();
    declared.exit().relays(declared.payments(), { clientCertificateSecret: 'client-tls' });
    expect(found()).toContainEqual(expect.stringContaining('a waypoint is not known to show a certificate'));
  });
});

test.each<[string, () => void, string]>([
  ['a breaker towards a third party', () => declared.workload('web').calls(declared.ldap(), BREAKER), 'no waypoint of ours stands before ldap'],
  ['TLS that sidecars would start', () => declared.caller('web', declared.payments()), 'payments would be called without TLS'],
  ['pods that take no mutual TLS', () => newWorkload(declared.topology, 'web', { mutualTls: MutualTls.disabled('an old client') }), 'pods of web take mutual TLS wherever'],
  ['paths of those who are admitted', () => declared.workload('web').admits(AdmittedPeer.anyone({ port: 9090, paths: ['/metrics'] })), 'comes past the waypoint'],
  ['a token of pods that no Service is before', () => declared.workload('web').requires(TOKEN), 'no waypoint stands before web'],
  ['ports of pods in a policy', () => users().enforces(AccessPolicy.deny('internal', { rules: [{ ports: [8080] }] })), 'knows ports of Services'],
  ['a token where somebody is admitted past the waypoint', () => {
    const workload = users();
    workload.admits(AdmittedPeer.anyMeshPods({ port: 8080 }));
    workload.requires(TOKEN);
  }, 'whom users admits at port 8080 comes past the waypoint'],
  ['a policy of a workload that is not guarded', () => newWorkload(declared.topology, 'old', { standing: WorkloadStanding.MIGRATING })
    .enforces(AccessPolicy.deny('evil', { rules: [{ namespaces: ['evil'] }] })), 'pods of old, which is not guarded from here, let in who comes past the waypoint'],
  ['and a token', () => newWorkload(declared.topology, 'old', { standing: WorkloadStanding.MIGRATING }).requires(TOKEN), 'let this topology guard the workload'],
  ['a policy where somebody is admitted past it', () => {
    const workload = users();
    workload.admits(AdmittedPeer.anyMeshPods({ port: 9090 }));
    workload.enforces(AccessPolicy.deny('evil', { rules: [{ namespaces: ['evil'] }] }));
  }, 'whom users admits at port 9090 comes past the waypoint'],
  ['the port of pods in a condition', () => users().enforces(AccessPolicy.deny('internal', { rules: [{ when: [{ key: 'destination.port', values: ['8080'] }] }] })), 'knows ports of Services'],
  ['a breaker where a gateway has none', () => {
    const service = declared.users();
    declared.workload('web').calls(service, BREAKER);
    newGateway(declared.topology, { gatewayClassName: 'istio', listeners: [GatewayListener.http()] }).exposes(service);
  }, 'its callers, gateways among them, do not all say the same'],
  ['a breaker towards a Service that is there', () => declared.workload('web').calls(existing(), BREAKER), 'no waypoint of ours stands before there'],
  ['what gateways of Istio\'s own API expose', () => newGateway(declared.topology, { listeners: [GatewayListener.http()] }).exposes(declared.users()), 'tell versions apart by subsets'],
])('%s is refused', (_, declare, words) => {
  declare();
  expect(found()).toContainEqual(expect.stringContaining(words));
});

test('a policy about requests is refused where a workload answers with bytes too', () => {
  const api = declared.workload('api');
  new HttpService(declared.topology, 'api', { provider: HttpProvider.workload(api) });
  new TcpService(declared.topology, 'bytes', { provider: TcpProvider.workload(api, { port: 5000 }) });
  api.requires(TOKEN);
  expect(found()).toEqual([expect.stringContaining('api answers with bytes too')]);
});

test('tokens and policies of a service behind its waypoint are carried', () => {
  const workload = users();
  workload.requires(TOKEN);
  workload.enforces(AccessPolicy.deny('internal', { rules: [{ paths: ['/internal/*'] }] }));
  expect(found()).toEqual([]);
  expect(['RequestAuthentication', 'AuthorizationPolicy'].flatMap(kind => declared.emitted.filter(object => object.kind === kind && object.spec.targetRefs).map(({ metadata }) => metadata.name))).toEqual([
    'users', 'waypoint', 'users-internal', 'users-requires-token',
  ]);
  expect(declared.spec('AuthorizationPolicy', 'users-requires-token').rules).toEqual([{ from: [{ source: { notRequestPrincipals: ['https://login.example.com/*'] } }] }]);
});

test('a token at ports of a service stands beside whom a workload admits at others', () => {
  const workload = users();
  workload.admits(AdmittedPeer.pods({ namespace: 'monitoring', podLabels: { app: 'prometheus' }, port: 9090 }));
  workload.requires(TOKEN);
  expect(found()).toEqual([]);
});

test('who is admitted where a sidecar would answer is let in by the pods themselves', () => {
  const workload = users();
  workload.admits(AdmittedPeer.pods({ namespace: 'monitoring', podLabels: { app: 'prometheus' }, port: 15020 }));
  expect(declared.spec('AuthorizationPolicy', 'users').rules[1]).toEqual({ from: [{ source: { notPrincipals: ['*'] } }], to: [{ operation: { ports: ['15020'] } }] });
  expect(declared.spec('PeerAuthentication', 'users').portLevelMtls).toEqual({ 15020: { mode: 'PERMISSIVE' } });
});

test('callers of a Service that is there, which no waypoint of ours stands before, are let in by the pods', () => {
  declared.caller('web', existing());
  expect(declared.spec('AuthorizationPolicy', 'there').rules[0].from).toEqual([{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }]);
});
