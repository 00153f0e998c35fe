import { App, Chart, Duration } from 'cdk8s';
import { GrpcProvider } from '../../src/backing-services/grpc-provider';
import { GrpcService, GrpcServiceProps } from '../../src/backing-services/grpc-service';
import { HttpProvider } from '../../src/backing-services/http-provider';
import { HttpService, HttpServiceProps } from '../../src/backing-services/http-service';
import { BackingService } from '../../src/model/backing-service';
import { Finding } from '../../src/model/finding';
import { Workload } from '../../src/model/workload';
import { Pods, PodsFromLabelsProps } from '../../src/pods/pods';
import { Topology } from '../../src/topology';

/** A topology `shop` in a chart `test`, and short words for what most tests declare in it. */
export class Declaration {
  public readonly app = new App();
  public readonly chart = new Chart(this.app, 'test', { namespace: 'shop' });
  public readonly topology = new Topology(this.chart, 'shop');

  /** A workload in pods that something else makes. */
  public workload(name: string, pods: Partial<PodsFromLabelsProps> = {}): Workload {
    return new Workload(this.topology, name, { pods: Pods.fromLabels({ labels: { app: name }, serviceAccountName: name, ...pods }) });
  }

  /** Workloads in one pod each, by name. */
  public workloads(...names: string[]): Workload[] {
    return names.map(name => this.workload(name));
  }

  /** The HTTP service `<workload>-api`. */
  public api(workload: Workload, props: Omit<HttpServiceProps, 'provider'> = {}): HttpService {
    const id = `${workload.name}-api`;
    return this.topology.node.tryFindChild(id) as HttpService | undefined
      ?? new HttpService(this.topology, id, { ...props, provider: HttpProvider.workload(workload) });
  }

  /** The gRPC service `<workload>-grpc`. */
  public grpc(workload: Workload, props: Omit<GrpcServiceProps, 'provider'> = {}): GrpcService {
    return new GrpcService(this.topology, `${workload.name}-grpc`, { ...props, provider: GrpcProvider.workload(workload) });
  }

  /** The HTTP service of a third party. */
  public external(name: string, props: Omit<HttpServiceProps, 'provider'> = {}): BackingService {
    return new HttpService(this.topology, name, { ...props, provider: HttpProvider.external(`http://${name}.example.com`) });
  }

  /** What one check found, with paths as seen from the topology: `web`, `web calls orders-api`, `orders-api`. */
  public findings(code: string): Finding[] {
    return this.topology.findings
      .filter(finding => finding.code === code)
      .map(finding => ({ ...finding, path: finding.path.replace(/^test\/shop\/(workloads\/)?/, '') }));
  }

  /** What one check found, each as `<severity> <path>: <problem>; <fix>`. */
  public found(code: string): string[] {
    return this.findings(code).map(({ severity, path, problem, fix }) => `${severity} ${path}: ${problem}; ${fix}`);
  }
}

export const ms = (millis: number) => Duration.millis(millis);
