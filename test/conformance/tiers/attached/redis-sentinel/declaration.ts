import { App, Chart } from 'cdk8s';
import { Platform, Pods, Redis, RedisProvider, Secrets, SecretStore, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';
import { DATABASE, MASTER, SENTINELS, SERVERS } from './server';

/** Programs that ask sentinels which server is the master. */
export function programs(app: App): void {
  const chart = new Chart(app, 'redis-sentinel', { namespace: 'redis-sentinel' });
  const topology = new Topology(chart, 'redis-sentinel');
  const vault = SecretStore.cluster('vault');
  const cache = new Redis(topology, 'cache', { provider: RedisProvider.sentinel({
    sentinels: SENTINELS.map(host => `${host}:26379`), servers: SERVERS.map(host => `${host}:6379`), masterName: MASTER, database: DATABASE,
    credentials: vault.secret('redis/cache', { username: 'username', password: 'password', ca: 'ca' }), sentinelCredentials: vault.secret('redis/sentinels'),
  }) });
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) });
  for (const name of ['python', 'node-redis', 'ioredis']) workload(name).uses(cache);
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
