import { App, Chart } from 'cdk8s';
import { EnvNames, Platform, Pods, Redis, RedisProvider, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';
import { NODES } from './server';

/** Programs that begin at some nodes of a cluster, and dial each that they learn of. */
export function programs(app: App): void {
  const chart = new Chart(app, 'redis-cluster', { namespace: 'redis-cluster' });
  const topology = new Topology(chart, 'redis-cluster');
  const ranks = new Redis(topology, 'ranks', { provider: RedisProvider.cluster({
    nodes: NODES.slice(0, 2).map(host => `${host}:6379`), furtherNodes: NODES.slice(2).map(host => `${host}:6379`),
    credentials: SecretStore.cluster('vault').secret('redis/ranks', { username: 'username', password: 'password', ca: 'ca' }),
  }) });
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) });
  const parts = { REDIS_NODES: '{nodes}', REDIS_USER: '{username}', REDIS_PASSWORD: '{password}', REDIS_CA: '{ca:file}' };
  workload('python').uses(ranks);
  for (const name of ['node-redis', 'ioredis']) workload(name).uses(ranks, { envNames: EnvNames.map(parts) });
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
