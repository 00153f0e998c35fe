import { Chart, Duration } from 'cdk8s';
import {
  HttpProvider, HttpService, Mesh, NetworkPeer, Platform, Pods, Redis, RedisProvider, Secrets, SecretStore, Topology, Workload,
} from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** Every output for one topology. */
export function platform(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const process = (name: string) => new Workload(topology, name, { pods: Pods.of(new Deployment(chart, `${name}-deployment`, {
    serviceAccount: new ServiceAccount(chart, `${name}-account`),
    containers: [{ image: `registry.example.com/${name}:1.4.0`, ports: [{ number: 8080 }] }],
  })) });
  const [web, users] = [process('web'), process('users')];

  web.calls(new HttpService(topology, 'user-service', { provider: HttpProvider.workload(users, { port: 80, targetPort: 8080 }) }), { timeout: Duration.seconds(5) });
  web.uses(new Redis(topology, 'cache', {
    provider: RedisProvider.external({ host: 'cache.example.com', credentials: SecretStore.cluster('vault').secret('shop/cache') }),
  }));

  new Platform(chart, 'platform', {
    topology,
    mesh: Mesh.istio({ tracing: { samplingPercentage: 10 } }),
    secrets: Secrets.externalSecrets(),
    additionalEgress: [NetworkPeer.pods({ namespace: 'observability', podLabels: { app: 'otel-collector' }, port: 4317 })],
    labels: { 'app.kubernetes.io/part-of': 'shop', 'example.com/team': 'checkout' },
    annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
  });
  return topology;
}
