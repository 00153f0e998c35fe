import { Chart } from 'cdk8s';
import { EnvNames, HttpProvider, HttpService, Platform, Pods, Postgres, PostgresProvider, Topology, Workload } from 'cdk8s-backing-services';
import { deployment } from '../deployment';

/** An image that somebody else built reads names of its own. */
export function namesForImages(chart: Chart): Topology {
  const topology = new Topology(chart, 'dashboards');
  // #region declaration
  const grafana = new Workload(topology, 'grafana', { pods: Pods.of(deployment(chart, 'grafana', { image: 'grafana/grafana:13.1.0', port: 3000 })) });
  const renderer = new Workload(topology, 'renderer', { pods: Pods.of(deployment(chart, 'renderer', { image: 'grafana/grafana-image-renderer:5', port: 8081 })) });

  const database = new Postgres(topology, 'grafana-db', { provider: PostgresProvider.cloudNativePg({ cluster: 'dashboards' }) });
  grafana.uses(database, {
    envNames: EnvNames.map({
      GF_DATABASE_TYPE: 'postgres',
      GF_DATABASE_HOST: '{host}:{port}',
      GF_DATABASE_NAME: '{database}',
      GF_DATABASE_USER: '{username}',
      GF_DATABASE_PASSWORD: '{password}',
      GF_DATABASE_SSL_MODE: 'verify-full',
      GF_DATABASE_CA_CERT_PATH: '{ca:file}',
    }),
  });

  const rendering = new HttpService(topology, 'rendering', { provider: HttpProvider.workload(renderer, { port: 8081 }) });
  grafana.calls(rendering, { envNames: EnvNames.map({ GF_RENDERING_SERVER_URL: '{url}/render' }) });
  // #endregion
  new Platform(chart, 'platform', { topology });
  return topology;
}
