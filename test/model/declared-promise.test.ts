import { AdmittedPeer, EnvNames, TcpProvider, TcpService, WorkloadStanding } from '../../src';
import { DataAccess } from '../../src/model/data-access';
import { promisesOfChannel, promisesOfDependency, promisesOfService, promisesOfWorkload, routesOfCallers } from '../../src/model/declared-promise';
import { HttpRoute } from '../../src/model/http-route';
import { LoadBalancing } from '../../src/model/load-balancing';
import { newKafka, newWorkload } from '../support/declare';
import { EVERY_CALL_OPTION, MeshDeclaration, USERS_CONTRACT } from '../support/mesh';

const names = (promises: { name: string }[]) => promises.map(({ name }) => name);

test('a dependency promises every field that it states, but for facts', () => {
  const declared = new MeshDeclaration();
  const call = declared.workload('web').calls(declared.users({ contract: USERS_CONTRACT }), EVERY_CALL_OPTION);
  expect(names(promisesOfDependency(call))).toEqual([
    'timeout', 'connectTimeout', 'retry', 'circuitBreaker', 'connectionPool', 'operations', 'bindingName', 'envNames', 'delivery', 'containers']);
});

test('what stands in a dependency by itself promises nothing: read-write access, the group of its own', () => {
  const declared = new MeshDeclaration();
  const [web, batch] = declared.workloads('web', 'batch');
  const topic = newKafka(declared.topology).topic('created');
  expect(names([web.consumes(topic), web.uses(declared.database(), { access: DataAccess.READ_WRITE })].flatMap(promisesOfDependency))).toEqual([]);
  expect(names(promisesOfDependency(batch.consumes(topic, { consumerGroup: 'web' })))).toEqual(['consumerGroup']);
});

test('a service promises its routes to each caller, and load balancing that proxies do not do anyway', () => {
  const declared = new MeshDeclaration();
  const users = declared.users({ routes: [HttpRoute.split({ v1: 100 })], loadBalancing: LoadBalancing.RANDOM }, ['v1']);
  for (const name of ['a', 'b']) declared.caller(name, users);
  expect(names(promisesOfService(users))).toEqual(['routes', 'loadBalancing']);
  expect(routesOfCallers(users, declared.topology.read()).map(({ subject }) => subject.path)).toEqual(['a', 'b'].map(name => `test/shop/workloads/${name} calls users-api`));
  expect(promisesOfService(new MeshDeclaration().users({ loadBalancing: LoadBalancing.LEAST_REQUEST }))).toEqual([]);
});

test('a topic promises what is said of it', () => {
  const kafka = newKafka(new MeshDeclaration().topology);
  expect(names(promisesOfChannel(kafka.topic('bare', { topicName: 'BARE' })))).toEqual([]);
  expect(names(promisesOfChannel(kafka.topic('said', { partitions: 1, replicas: 1, minInSyncReplicas: 1 })))).toEqual(['partitions', 'replicas', 'minInSyncReplicas']);
});

test('a workload promises to know identities that no labels tell, where it lets somebody in by one', () => {
  const declared = new MeshDeclaration();
  const [everybody, team, pods] = declared.workloads('everybody', 'team', 'pods');
  everybody.admits(AdmittedPeer.anyMeshPods({ port: 8080 }));
  team.admits(AdmittedPeer.meshNamespace({ namespace: 'team', port: 8080 }));
  pods.admits(AdmittedPeer.meshPods({ namespace: 'team', podLabels: { app: 'a' }, serviceAccountName: 'a', port: 8080 }));
  const graph = declared.topology.read();
  expect([everybody, team, pods].map(workload => names(promisesOfWorkload(workload, graph)))).toEqual([['who enters by admits()'], ['who enters by admits()'], []]);
});

test('a service promises what its server is told, where its provider names anything', () => {
  const declared = new MeshDeclaration();
  const ldap = (id: string, serverEnvNames?: EnvNames) => new TcpService(declared.topology, id, { provider: TcpProvider.workload(declared.workload(`${id}-server`), { port: 636, serverEnvNames }) });
  expect(names(promisesOfService(ldap('a', EnvNames.DEFAULT)))).toEqual(['serverEnvNames']);
  expect(names(promisesOfService(ldap('b')))).toEqual([]);
});

test('a service promises to be found at its endpoints, where any are told', () => {
  const declared = new MeshDeclaration();
  const ldap = (id: string, endpoints?: string[]) => new TcpService(declared.topology, id, { provider: TcpProvider.external({ host: 'ldap.example.com', port: 636, endpoints }) });
  expect(names(promisesOfService(ldap('a', ['203.0.113.7'])))).toEqual(['endpoints']);
  expect(names(promisesOfService(ldap('b')))).toEqual([]);
});

test('a workload that is guarded promises the requests that it lets somebody in with, and nothing where it opens ports', () => {
  const declared = new MeshDeclaration();
  const [web, ports] = declared.workloads('web', 'ports');
  const moving = newWorkload(declared.topology, 'moving', { standing: WorkloadStanding.MIGRATING });
  for (const workload of [web, moving]) workload.admits(AdmittedPeer.anyone({ port: 8080, paths: ['/health'] }));
  ports.admits(AdmittedPeer.anyone({ port: 8080 }));
  const graph = declared.topology.read();
  expect([web, ports, moving].map(workload => names(promisesOfWorkload(workload, graph)))).toEqual([['who enters by admits()'], [], []]);
});
