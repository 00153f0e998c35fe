import { join } from 'path';
import { Chart, Duration, Include } from 'cdk8s';
import { EnvNames, HttpProvider, HttpService, Mesh, Platform, Pods, Topology, Workload, WorkloadStanding } from 'cdk8s-backing-services';

/** How far the system has been taken over. */
export enum Step {
  /** Its containers are told what they are told today, from the declaration. */
  BOUND = 'bound',
  /** Its traffic is ruled besides: timeouts, and later whatever a call can say. Nobody is shut out. */
  RULED = 'ruled',
  /** What is not declared is shut out. */
  GUARDED = 'guarded',
}

/** A system that runs by hand-written YAML, taken over step by step. */
export function adopting(chart: Chart, step: Step, everyCaller = true): Topology {
  // #region declaration
  const running = new Include(chart, 'running', { url: join(__dirname, 'running.yaml') });
  const topology = new Topology(chart, 'library');
  const standing = step === Step.GUARDED ? WorkloadStanding.GUARDED : WorkloadStanding.MIGRATING;
  const workload = (name: string) => new Workload(topology, name, { pods: Pods.named(running, name), standing });
  const [catalog, web] = [workload('catalog'), workload('web')];

  const books = new HttpService(topology, 'catalog', { provider: HttpProvider.workload(catalog, { existingService: 'catalog', targetPort: 8080 }) });
  const timeout = step === Step.BOUND ? undefined : Duration.seconds(5);
  web.calls(books, { timeout, envNames: EnvNames.map({ CATALOG_URL: '{url}' }) });
  // #endregion
  if (everyCaller) {
    // #region job
    workload('reindex').calls(books, { containers: [] });
    // #endregion
  }
  new Platform(chart, 'platform', { topology, mesh: step === Step.BOUND ? undefined : Mesh.istio() });
  return topology;
}
