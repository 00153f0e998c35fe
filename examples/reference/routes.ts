import { Chart, Duration } from 'cdk8s';
import { HttpMatch, HttpProvider, HttpRoute, HttpService, Mesh, Platform, Pods, StringMatch, Topology, Workload } from 'cdk8s-backing-services';
import { Deployment, ServiceAccount } from 'cdk8s-plus-33';

/** Where requests go among the versions of a service, and what happens to them on their way. */
export function routes(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const web = new Workload(topology, 'web', { pods: Pods.of(new Deployment(chart, 'web-deployment', {
    serviceAccount: new ServiceAccount(chart, 'web-account'), containers: [{ image: 'registry.example.com/web:1.4.0' }],
  })) });
  const server = new Workload(topology, 'reviews-server', { pods: Pods.fromLabels({
    labels: { app: 'reviews' }, serviceAccountName: 'reviews',
    versions: ['v1', 'v2'].map(name => ({ name, labels: { version: name }, replicas: 2, ports: [9080] })),
  }) });
  const reviews = new HttpService(topology, 'reviews', {
    provider: HttpProvider.workload(server, { port: 80, targetPort: 9080 }),
    routes: [
      HttpRoute.when(HttpMatch.uri(StringMatch.exact('/old'))).redirect({ uri: '/reviews', redirectCode: 308 }),
      HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/internal/'))).respond(404),
      HttpRoute.when(HttpMatch.all(HttpMatch.header('x-trial', 'slow'), HttpMatch.method('GET'))).to('v2', {
        fault: { delay: { fixedDelay: Duration.seconds(2), percentage: 10 } },
      }),
      HttpRoute.when(HttpMatch.header('end-user', 'jason'), HttpMatch.query('preview', StringMatch.exact('yes'))).to('v2'),
      HttpRoute.when(HttpMatch.uri(StringMatch.prefix('/api/'))).to('v1', {
        rewrite: { uri: '/' }, requestHeaders: { set: { 'x-api': 'true' } }, responseHeaders: { remove: ['server'] },
        cors: { allowOrigins: [StringMatch.exact('https://shop.example.com')], allowMethods: ['GET', 'PUT'], maxAge: Duration.hours(24) },
      }),
      HttpRoute.split({ v1: 90, v2: 10 }, { mirrors: [{ version: 'v2', percentage: 25 }] }),
    ],
  });
  web.calls(reviews, { timeout: Duration.seconds(3) });

  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  return topology;
}
