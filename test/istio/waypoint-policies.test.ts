import { AdmittedPeer, HttpProvider, HttpService, Kafka, KafkaProvider, TcpProvider, TcpService, Workload, WorkloadStanding } from '../../src';
import { AmbientDeclaration } from '../support/ambient';
import { newWorkload } from '../support/declare';
import { contractOf, operation } from '../support/mesh';

let declared: AmbientDeclaration;
beforeEach(() => { declared = new AmbientDeclaration(); });
const rules = (name: string) => declared.spec('AuthorizationPolicy', name).rules;

test('operations are held at the waypoint, by the port of the Service', () => {
  const api = declared.workload('api');
  const service = new HttpService(declared.topology, 'api', { provider: HttpProvider.workload(api, { targetPort: 8080 }), contract: contractOf(operation('list'), operation('add', 'POST')) });
  declared.workload('web').calls(service, { operations: ['list'] });
  expect(rules('api-at-waypoint')).toEqual([{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }], to: [{ operation: { ports: ['80'], methods: ['GET'], paths: ['/list'] } }] }]);
  expect(rules('api')).toEqual([{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/waypoint'] } }], to: [{ operation: { ports: ['8080'] } }] }]);
});

test('a service that nobody calls has no policy, as its waypoint lets in nobody by itself', () => {
  declared.users();
  expect(declared.named('AuthorizationPolicy')).toEqual(['shop/waypoint', 'shop/users']);
});

test('where the waypoint is somebody else\'s, which may let in anybody, a service that nobody calls has a policy that lets in nobody', () => {
  declared = new AmbientDeclaration({ waypointsExist: true });
  declared.users();
  expect(declared.spec('AuthorizationPolicy', 'users-api-at-waypoint')).toEqual({ targetRefs: [{ group: '', kind: 'Service', name: 'users-api' }], action: 'ALLOW' });
});

test('clients that pick their server ask the Service first, by its waypoint, and then dial pods', () => {
  const events = new Kafka(declared.topology, 'events', { provider: KafkaProvider.workload(declared.workload('broker')) });
  declared.workload('web').publishes(events.topic('orders'));
  const from = (name: string) => [{ source: { principals: [`cluster.local/ns/shop/sa/${name}`] } }];
  const to = [{ operation: { ports: ['9092'] } }];
  expect(rules('events-at-waypoint')).toEqual([{ from: from('web'), to }]);
  expect(rules('broker')).toEqual([{ from: from('waypoint'), to }, { from: from('web'), to }]);
  expect(declared.named('Gateway')).toEqual(['shop/waypoint']);
});

test('what pods of a gateway answer is let through to them, whose proxies ask by themselves', () => {
  const door = newWorkload(declared.topology, 'door', { standing: WorkloadStanding.GATEWAY });
  declared.workload('web').calls(new TcpService(declared.topology, 'door-tcp', { provider: TcpProvider.workload(door, { port: 5000 }) }));
  expect(rules('door-tcp-at-waypoint')).toEqual([{}]);
});

test('a workload that is not guarded yet lets anybody through its waypoint, and has no policy at its pods', () => {
  const api = newWorkload(declared.topology, 'api', { standing: WorkloadStanding.MIGRATING });
  new HttpService(declared.topology, 'api', { provider: HttpProvider.workload(api) });
  expect(rules('api-at-waypoint')).toEqual([{}]);
  expect(declared.named('AuthorizationPolicy')).not.toContain('shop/api');
});

test('callers of a headless Service, and whom a workload admits, are let in by its pods', () => {
  const shards = declared.workload('shards');
  declared.caller('web', new HttpService(declared.topology, 'shards', { provider: HttpProvider.workload(shards, { targetPort: 8080, headless: true }) }));
  shards.admits(AdmittedPeer.meshNamespace({ namespace: 'jobs', port: 9090 }));
  expect(rules('shards')).toEqual([
    { from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }], to: [{ operation: { ports: ['8080'] } }] },
    { from: [{ source: { namespaces: ['jobs'] } }], to: [{ operation: { ports: ['9090'] } }] },
  ]);
});

test('whom a workload admits of the mesh may call its Service too, at the port of that; who is in no mesh never comes by the waypoint', () => {
  const users = declared.users();
  const workload = users.locator.workload as Workload;
  workload.admits(AdmittedPeer.meshNamespace({ namespace: 'jobs', port: 8080 }));
  workload.admits(AdmittedPeer.meshNamespace({ namespace: 'jobs', port: 9090 }));
  workload.admits(AdmittedPeer.pods({ namespace: 'monitoring', podLabels: { app: 'prometheus' }, port: 8080 }));
  expect(rules('users-api-at-waypoint')).toEqual([{ from: [{ source: { namespaces: ['jobs'] } }], to: [{ operation: { ports: ['80'] } }] }]);
});
