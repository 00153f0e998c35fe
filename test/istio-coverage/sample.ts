import { Chart } from 'cdk8s';
import {
  AmbientOptions, BackingService, CallOptions, Gateway, GatewayListener, HttpProvider, HttpService, HttpServiceProps, IstioMesh,
  IstioOptions, KubernetesServices, Mesh, Platform, Pods, RetryCondition, RetryPolicy, TcpProvider, TcpService, Topology, Workload,
  WorkloadServingOptions, WorkloadStanding,
} from '../../src';

/** What Istio repeats where nothing is said, as far as HTTP can meet it. Source: istio, pilot/pkg/networking/core/route/retry (`DefaultPolicy`) */
export const ISTIO_RETRIES = RetryPolicy.attempts(2, { on: [RetryCondition.CONNECT_FAILURE, RetryCondition.REFUSED_STREAM] });

/** A service of a sample: where it listens, in which versions, and what else is said of it. */
export interface SampleService extends Omit<HttpServiceProps, 'provider'>, WorkloadServingOptions {
  readonly port: number;
  readonly versions?: readonly string[];
}

/** A service of bytes: where it listens, and in which versions. */
export interface SampleBytes extends WorkloadServingOptions {
  readonly port: number;
  readonly versions?: readonly string[];
  readonly weights?: Record<string, number>;
}

/**
 * A program in namespace `default`. The samples of Istio guard no pods, but where they say so; neither do the workloads here, unless `guarded` makes them.
 */
export class Sample {
  public readonly topology: Topology;
  private readonly workloads = new Map<string, Workload>();

  constructor(public readonly chart: Chart) {
    this.topology = new Topology(chart, 'sample', { namespace: 'default' });
  }

  /** The workload of the pods labelled `app: <name>`, in versions that `version: <version>` tells apart; the first time it is asked for says how. */
  public workload(name: string, versions: readonly string[] = [], standing = WorkloadStanding.MIGRATING, serviceAccountName?: string): Workload {
    const known = this.workloads.get(name);
    if (known) return known;
    const told = versions.map(version => ({ name: version, labels: { version } }));
    const pods = Pods.fromLabels({ labels: { app: name }, versions: told.length === 0 ? undefined : told, serviceAccountName });
    const made = new Workload(this.topology, name, { pods, standing });
    this.workloads.set(name, made);
    return made;
  }

  /** One that Istio guards, as an account. */
  public guarded(name: string, serviceAccountName: string): Workload {
    return this.workload(name, [], WorkloadStanding.GUARDED, serviceAccountName);
  }

  /** An HTTP service of the workload of its name. */
  public http(name: string, { versions, contract, routes, loadBalancing, ...serving }: SampleService): HttpService {
    const provider = HttpProvider.workload(this.workload(name, versions), serving);
    return new HttpService(this.topology, name, { provider, contract, routes, loadBalancing });
  }

  /** A TCP service of a workload. */
  public tcp(name: string, workload: string, { versions, weights, ...serving }: SampleBytes): TcpService {
    return new TcpService(this.topology, name, { provider: TcpProvider.workload(this.workload(workload, versions), serving), weights });
  }

  /** Some program, `curl`, calls services, and Istio repeats what it does by itself. */
  public calls(...services: BackingService[]): void {
    this.callsWith({ retry: ISTIO_RETRIES }, ...services);
  }

  /** The same, with something said about it. */
  public callsWith(options: CallOptions, ...services: BackingService[]): void {
    for (const service of services) this.workload('curl').calls(service, options);
  }

  /** A gateway of Istio's own. */
  public gateway(listeners: GatewayListener[], name = 'ingressgateway'): Gateway {
    return new Gateway(this.topology, name, { pods: Pods.fromLabels({ labels: { istio: name }, namespace: 'istio-system', serviceAccountName: name }), listeners });
  }

  /** The gateway that Istio installs for what leaves the mesh. */
  public egress(name = 'egressgateway', service = 'istio-egressgateway', namespace = 'istio-system'): Gateway {
    return new Gateway(this.topology, name, { pods: Pods.fromLabels({ labels: { istio: name }, namespace, serviceAccountName: name }), service });
  }

  /** Emits what Istio reads where it has no sidecars. */
  public emitAmbient(options: AmbientOptions): void {
    new Platform(this.chart, 'platform', { topology: this.topology, mesh: Mesh.ambient(options) });
  }

  /** Emits the Services, and what Istio reads. */
  public emit(options: IstioOptions): void {
    new KubernetesServices(this.chart, 'services', { topology: this.topology });
    new IstioMesh(this.chart, 'mesh', { topology: this.topology, ...options });
  }
}
