import { Chart } from 'cdk8s';
import {
  HttpMatch, HttpProvider, HttpRoute, HttpService, Pods, Redis, RedisProvider, SecretStore, Tls, Topology, Workload,
} from 'cdk8s-backing-services';
import { CheckExample } from './example';

/** One program in several stages. */
export const STAGES: readonly CheckExample[] = [
  {
    code: 'BST750',
    bad: ({ chart }) => {
      for (const stage of ['dev', 'prod']) {
        const topology = new Topology(new Chart(chart, stage, { namespace: stage }), 'shop', { stageOf: 'shop' });
        const web = new Workload(topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web' }) });
        // In production it reads CACHE_CA_FILE as well.
        const parts: Record<string, string> = stage === 'prod' ? { password: 'password', ca: 'ca' } : { password: 'password' };
        const credentials = SecretStore.cluster('vault').secret('shop/cache', parts);
        web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: `cache.${stage}.example.com`, credentials }) }));
      }
    },
    good: ({ chart }) => {
      for (const stage of ['dev', 'prod']) {
        const topology = new Topology(new Chart(chart, stage, { namespace: stage }), 'shop', { stageOf: 'shop' });
        const web = new Workload(topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web' }) });
        const credentials = SecretStore.cluster('vault').secret('shop/cache', { password: 'password', ca: 'ca' });
        web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: `cache.${stage}.example.com`, credentials }) }));
      }
    },
  },
  {
    code: 'BST751',
    bad: ({ chart }) => {
      for (const stage of ['dev', 'prod']) {
        const topology = new Topology(new Chart(chart, stage, { namespace: stage }), 'shop', { stageOf: 'shop' });
        const web = new Workload(topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web' }) });
        const tls = stage === 'prod' ? Tls.byClient() : Tls.NONE;
        web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: `cache.${stage}.example.com`, tls }) }));
      }
    },
    good: ({ chart }) => {
      for (const stage of ['dev', 'prod']) {
        const topology = new Topology(new Chart(chart, stage, { namespace: stage }), 'shop', { stageOf: 'shop' });
        const web = new Workload(topology, 'web', { pods: Pods.fromLabels({ labels: { app: 'web' }, serviceAccountName: 'web' }) });
        const tls = Tls.byClient();
        web.uses(new Redis(topology, 'cache', { provider: RedisProvider.external({ host: `cache.${stage}.example.com`, tls }) }));
      }
    },
  },
  {
    code: 'BST752',
    bad: ({ chart }) => {
      const topology = new Topology(new Chart(chart, 'prod', { namespace: 'prod' }), 'shop', { production: true });
      const orders = new Workload(topology, 'orders', { pods: Pods.fromLabels({ labels: { app: 'orders' }, serviceAccountName: 'orders' }) });
      const failing = HttpRoute.when(HttpMatch.header('x-trial', 'yes')).toAnyVersion({ fault: { abort: { httpStatus: 503, percentage: 1 } } });
      new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders), routes: [failing, HttpRoute.toAnyVersion()] });
    },
    good: ({ chart }) => {
      const topology = new Topology(new Chart(chart, 'prod', { namespace: 'prod' }), 'shop', { production: true });
      const orders = new Workload(topology, 'orders', { pods: Pods.fromLabels({ labels: { app: 'orders' }, serviceAccountName: 'orders' }) });
      const failing = HttpRoute.when(HttpMatch.header('x-trial', 'yes')).toAnyVersion({ fault: { abort: { httpStatus: 503, percentage: 1 } } });
      const routes = topology.production ? [] : [failing];
      new HttpService(topology, 'carts', { provider: HttpProvider.workload(orders), routes: [...routes, HttpRoute.toAnyVersion()] });
    },
  },
];
