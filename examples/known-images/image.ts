import { Chart } from 'cdk8s';
import { Gateway, HttpProvider, HttpService, Pods, Topology, Workload } from 'cdk8s-backing-services';
import { ContainerProps, EnvValue } from 'cdk8s-plus-28';
import { deployed } from '../deployment';

/** A published image as its user writes it down, without a word about its backing services. */
export interface Image {
  readonly image: string;
  readonly port?: number;
  /** What the image is started with, in place of its own arguments. */
  readonly args?: string[];
  /** What it is told that is no backing service's. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A workload of one container of a published image, which is not changed: it runs as whom it wants, and may write to its own files. */
export function imageOf(topology: Topology, name: string, { image, port, args, env = {} }: Image): Workload {
  const container: ContainerProps = {
    name, image, args,
    ports: port === undefined ? [] : [{ number: port }],
    envVariables: Object.fromEntries(Object.entries(env).map(([variable, value]) => [variable, EnvValue.fromValue(value)])),
    securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
  };
  return new Workload(topology, name, { pods: Pods.of(deployed(Chart.of(topology), name, { replicas: 1, containers: [container] })) });
}

/** Where the cluster's ingress gateway leads to: a Service at port 80 for each of these workloads, by the port that its container listens on. */
export function published(topology: Topology, workloads: readonly (readonly [workload: Workload, port: number])[]): void {
  const gateway = new Gateway(topology, 'ingress-gateway', {
    pods: Pods.fromLabels({ labels: { istio: 'ingressgateway' }, namespace: 'istio-ingress', serviceAccountName: 'istio-ingressgateway' }),
  });
  for (const [workload, targetPort] of workloads) {
    gateway.calls(new HttpService(topology, workload.name, { provider: HttpProvider.workload(workload, { port: 80, targetPort }) }));
  }
}
