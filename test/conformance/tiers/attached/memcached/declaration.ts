import { App, Chart } from 'cdk8s';
import { EnvNames, Memcached, MemcachedProvider, Platform, Pods, Secrets, SecretStore, Tls, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../../../../../examples/deployment';
import { HOSTS, PORTS } from './server';

/** Programs that spread what they keep over two servers: one whose client knows TLS, and one whose client does not. */
export function programs(app: App): void {
  const chart = new Chart(app, 'memcached', { namespace: 'memcached' });
  const topology = new Topology(chart, 'memcached');
  const [host, ...otherHosts] = HOSTS;
  const entered = (parts: Record<string, string>) => SecretStore.cluster('vault').secret('memcached/pages', parts);
  const login = { username: 'username', password: 'password' };
  const pages = new Memcached(topology, 'pages', { provider: MemcachedProvider.external({ host, otherHosts, port: PORTS.tls, credentials: entered({ ...login, ca: 'ca' }) }) });
  const drafts = new Memcached(topology, 'drafts', { provider: MemcachedProvider.external({ host, otherHosts, port: PORTS.clear, tls: Tls.NONE, credentials: entered(login) }) });
  topology.acknowledge('BST526', drafts, 'the servers are in the network of the cluster, and memjs knows no TLS');
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1.0.0` })) });
  workload('python').uses(pages);
  workload('node').uses(drafts, { envNames: EnvNames.map({ MEMCACHE_SERVERS: '{servers}', MEMCACHE_USERNAME: '{username}', MEMCACHE_PASSWORD: '{password}' }) });
  new Platform(chart, 'platform', { topology, secrets: Secrets.externalSecrets() });
}
