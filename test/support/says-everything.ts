import { join } from 'node:path';
import { ROOT } from '../../build-tools/files';
import {
  BindingDelivery, CallOptions, CircuitBreaker, ConnectionPool, ConsumeOptions, Contract, Criticality, DataAccess, EnvNames, HttpMatch,
  HttpProvider, HttpRoute,
  HttpService, InteractionModel, LoadBalancing, Pods, Redis, RedisProvider, RetryPolicy, Topology, UseOptions, Workload,
  WorkloadStanding,
} from '../../src';
import { newKafka, vault } from './declare';
import { Declaration, ms } from './topology';

/** A topology in which everything that can be said is said. */
export function saysEverything(): Topology {
  const { topology } = new Declaration();
  const web = new Workload(topology, 'web', { pods: Pods.fromLabels({ labels: { tier: 'front', app: 'web' }, serviceAccountName: 'web', replicas: 3 }), standing: WorkloadStanding.FOREIGN });
  const versions = ['v2', 'v1'].map(name => ({ name, labels: { version: name }, replicas: 2 }));
  const users = new Workload(topology, 'users', { pods: Pods.fromLabels({ labels: { app: 'users' }, versions }), namespace: 'people' });
  const api = new HttpService(topology, 'users-api', {
    provider: HttpProvider.workload(users, { port: 80, targetPort: 8080, headless: true }),
    contract: Contract.openApi(join(ROOT, 'examples/twelve-factor/contracts/user-service.yaml')),
    loadBalancing: LoadBalancing.ROUND_ROBIN,
    routes: [HttpRoute.when(HttpMatch.header('end-user', 'jason')).to('v2'), HttpRoute.split({ v2: 10, v1: 90 })],
  });
  const retry = RetryPolicy.attempts(2, { perTryTimeout: ms(500), backoff: ms(50) });
  const common = {
    bindingName: 'people', criticality: Criticality.OPTIONAL, envNames: EnvNames.DEFAULT, delivery: BindingDelivery.VARIABLES_AND_FILES, containers: ['main'],
  };
  const connection = {
    connectTimeout: ms(250), circuitBreaker: CircuitBreaker.consecutiveErrors(5),
    connectionPool: ConnectionPool.limits({ maxConnections: 1, maxPendingRequests: 2, maxRequests: 3, idleTimeout: ms(60_000) }),
  };
  const call: Required<CallOptions> = { ...common, ...connection, operations: ['getUser'], timeout: ms(2000), interaction: InteractionModel.FIRE_AND_FORGET, retry };
  const use: Required<UseOptions> = {
    ...common, bindingName: 'sessions', access: DataAccess.READ_ONLY, clientConnections: 10,
    connectTimeout: ms(100), circuitBreaker: CircuitBreaker.consecutiveErrors(1), connectionPool: ConnectionPool.limits({ maxConnections: 9 }),
  };
  const consume: Required<ConsumeOptions> = { ...common, bindingName: 'events', consumerGroup: 'billing' };
  const credentials = vault.secret('entry-of-the-vault');
  web.calls(api, call);
  const redis = RedisProvider.external({ host: 'c.example.com', credentials, readOnlyCredentials: credentials, cidrs: ['203.0.113.0/24'] });
  topology.acknowledge('BST616', web.uses(new Redis(topology, 'cache', { provider: redis }), use), 'the cache team watches it');
  web.consumes(newKafka(topology).topic('created', { topicName: 'Created', partitions: 12, replicas: 3, retention: ms(1000) }), consume);
  topology.read();
  return topology;
}
