import { Chart } from 'cdk8s';
import {
  AccessPolicy, Gateway, HttpProvider, HttpService, Jwt, Mesh, Platform, Pods, Topology, Workload,
} from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** What else is said of who enters: tokens, and what is denied, audited or asked. */
export function tokensAndPolicies(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1` })) });
  const [orders, reports] = ['orders', 'reports'].map(workload);
  const gateway = new Gateway(topology, 'gateway', {
    pods: Pods.fromLabels({ labels: { istio: 'ingressgateway' }, namespace: 'istio-ingress', serviceAccountName: 'gateway' }),
  });
  const api = new HttpService(topology, 'orders-api', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) });
  gateway.calls(api);
  reports.calls(api);
  // #region token
  orders.requires(Jwt.ofIssuer('https://login.example.com', { audiences: ['orders'] }), {
    claims: { groups: ['staff'] },
    exceptPaths: ['/healthz'],
  });
  // #endregion
  // #region policies
  orders.enforces(AccessPolicy.deny('reports-read-only', { rules: [{ callers: [reports], notMethods: ['GET', 'HEAD'] }] }));
  orders.enforces(AccessPolicy.deny('no-exports', { rules: [{ paths: ['/orders/export', '/export/*'] }], dryRun: true }));
  orders.enforces(AccessPolicy.custom('quota', { provider: 'quota-grpc', rules: [{ methods: ['POST'], paths: ['/orders'] }] }));
  gateway.enforces(AccessPolicy.deny('blocked', { rules: [{ remoteIpBlocks: ['203.0.113.0/24'] }] }));
  // #endregion
  new Platform(chart, 'platform', { topology, mesh: Mesh.istio() });
  return topology;
}
