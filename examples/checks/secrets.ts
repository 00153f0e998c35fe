import { ApiObject, Duration } from 'cdk8s';
import {
  DataAccess, EnvNames, KubernetesSecret, Mesh, Platform, Postgres, PostgresProvider, Redis, RedisProvider, Secrets, SecretStore, Tls,
} from 'cdk8s-backing-services';
import { CheckExample } from './example';

/** What workloads are told, and who supplies it. */
export const SECRETS: readonly CheckExample[] = [
  {
    code: 'BST519',
    bad: ({ chart, topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache');
      web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) }));
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
    },
    good: ({ chart, topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache');
      web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) }));
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets: Secrets.externalSecrets() });
    },
  },
  {
    code: 'BST520',
    bad: ({ topology, web }) => {
      const credentials = KubernetesSecret.existing('cache', { reason: 'the data team makes it' }).credential();
      web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) }));
    },
    good: ({ topology, web }) => {
      // The key "url" of the Secret holds the whole URL, encoded.
      const credentials = KubernetesSecret.existing('cache', { reason: 'the data team makes it' }).credential({ uri: 'url' });
      web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) }));
    },
  },
  {
    code: 'BST521',
    bad: ({ topology, web }) => {
      const provider = PostgresProvider.external({
        host: 'db.example.com', database: 'shop', credentials: SecretStore.cluster('vault').secret('shop/db'),
      });
      web.uses(new Postgres(topology, 'db', { provider }), { access: DataAccess.READ_ONLY });
    },
    good: ({ topology, web }) => {
      const vault = SecretStore.cluster('vault');
      const provider = PostgresProvider.external({
        host: 'db.example.com', database: 'shop', credentials: vault.secret('shop/db'), readOnlyCredentials: vault.secret('shop/db-reader'),
      });
      web.uses(new Postgres(topology, 'db', { provider }), { access: DataAccess.READ_ONLY });
    },
  },
  {
    code: 'BST525',
    bad: ({ chart, topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache');
      web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) }));
      new ApiObject(chart, 'report', {
        apiVersion: 'v1', kind: 'Pod', metadata: { name: 'report', labels: { app: 'report' } },
        spec: { containers: [{ name: 'report', image: 'registry.example.com/report:1', envFrom: [{ secretRef: { name: 'web-cache' } }] }] },
      });
    },
    good: ({ topology, web, batch }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache');
      const cache = new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) });
      web.uses(cache);
      batch.uses(cache);
    },
  },
  {
    code: 'BST526',
    bad: ({ topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache');
      const provider = RedisProvider.external({ host: 'cache.example.com', credentials, tls: Tls.NONE });
      web.uses(new Redis(topology, 'cache', { provider }));
    },
    good: ({ topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache');
      const provider = RedisProvider.external({ host: 'cache.example.com', credentials, tls: Tls.byClient() });
      web.uses(new Redis(topology, 'cache', { provider }));
    },
  },
  {
    code: 'BST536',
    bad: ({ topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache');
      const cache = new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) });
      web.uses(cache, { envNames: EnvNames.map({ CACHE: '{host}:{port}' }) });
    },
    good: ({ topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache');
      const cache = new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) });
      web.uses(cache, { envNames: EnvNames.map({ CACHE: '{host}:{port}', CACHE_PASSWORD: '{password}' }) });
    },
  },
  {
    code: 'BST539',
    bad: ({ topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache', { password: 'password', ca: 'ca' });
      const cache = new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) });
      web.uses(cache, { envNames: EnvNames.map({ CACHE: '{host}:{port}', CACHE_PASSWORD: '{password}' }) });
    },
    good: ({ topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache', { password: 'password', ca: 'ca' });
      const cache = new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) });
      web.uses(cache, { envNames: EnvNames.map({ CACHE: '{host}:{port}', CACHE_PASSWORD: '{password}', CACHE_CA: '{ca:file}' }) });
    },
  },
  {
    code: 'BST540',
    bad: ({ chart, topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache');
      web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) }));
      const secrets = Secrets.externalSecrets({ refreshInterval: Duration.minutes(5) });
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets });
    },
    good: ({ chart, topology, web }) => {
      const credentials = SecretStore.cluster('vault').secret('shop/cache');
      web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: 'cache.example.com', credentials }) }));
      const secrets = Secrets.externalSecrets({ refreshInterval: Duration.minutes(5) });
      new Platform(chart, 'platform', { topology, mesh: Mesh.istio(), secrets, restartOnRotation: true });
    },
  },
  {
    code: 'BST808',
    bad: ({ topology, web }) => {
      for (const service of ['cache', 'sessions']) {
        const provider = RedisProvider.inCluster({ service, namespace: 'data', podLabels: { app: service } });
        web.uses(new Redis(topology, service, { provider }), { envNames: EnvNames.map({ REDIS_URL: '{url}' }) });
      }
    },
    good: ({ topology, web }) => {
      for (const service of ['cache', 'sessions']) {
        const provider = RedisProvider.inCluster({ service, namespace: 'data', podLabels: { app: service } });
        // As CACHE_URL and SESSIONS_URL.
        web.uses(new Redis(topology, service, { provider }));
      }
    },
  },
];
