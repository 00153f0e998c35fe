import { Chart } from 'cdk8s';
import { HttpProvider, HttpService, IstioMetric, Mesh, Platform, Pods, Telemetry, Topology, TracingTag, Workload, WorkloadMode } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** What proxies trace, log and count: all of them, those of a namespace, and those of one workload. */
export function telemetry(chart: Chart): Topology {
  const topology = new Topology(chart, 'shop');
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.of(deployment(chart, name, { image: `registry.example.com/${name}:1` })) });
  const [orders, web] = ['orders', 'web'].map(workload);
  web.calls(new HttpService(topology, 'orders-api', { provider: HttpProvider.workload(orders, { targetPort: 8080 }) }));
  // #region scopes
  const mesh = Mesh.istio({
    tracing: { samplingPercentage: 1 },
    telemetry: [
      Telemetry.ofNamespace('batch', { accessLogs: [{ provider: 'envoy', disabled: true }] }),
      Telemetry.ofWorkload(web, {
        tracing: { samplingPercentage: 10, tags: [TracingTag.header('tenant', 'x-tenant', 'none'), TracingTag.literal('team', 'shop')] },
        accessLogs: [{ provider: 'envoy', filter: '!has(response.code) || response.code >= 500' }],
        metrics: { overrides: [{ metric: IstioMetric.REQUEST_COUNT, mode: WorkloadMode.CLIENT, tags: { host: 'request.host' } }] },
      }),
    ],
  });
  // #endregion
  new Platform(chart, 'platform', { topology, mesh });
  return topology;
}
