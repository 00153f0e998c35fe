import { ApiObject, Chart, Yaml } from 'cdk8s';
import { ContainerProps, Deployment, DeploymentProps, LabelSelector } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

/** An object as the cluster gets it. */
export interface Emitted<Spec = any> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string; readonly labels?: Record<string, string> };
  readonly spec: Spec;
}

/** The pod template of a Deployment, as far as bindings touch it. */
export interface PodTemplate {
  readonly metadata: { readonly annotations?: Record<string, string>; readonly labels: Record<string, string> };
  readonly spec: { readonly containers: PodContainer[]; readonly initContainers?: PodContainer[]; readonly volumes?: PodVolume[] };
}

export interface PodContainer {
  readonly name: string;
  readonly env?: PodVariable[];
  readonly volumeMounts?: { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
}

export interface PodVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}

export interface PodVolume {
  readonly name: string;
  readonly projected: { readonly sources: ProjectedSource[] };
}

export interface ProjectedSource {
  readonly secret?: { readonly name: string; readonly items: { readonly key: string; readonly path: string }[] };
  readonly downwardAPI?: { readonly items: { readonly path: string; readonly fieldRef: { readonly fieldPath: string } }[] };
}

/** Everything that a chart emits, or one kind of it, after the checks of the whole app have passed. */
export function emitted<Spec = any>(chart: Chart, kind?: string): Emitted<Spec>[] {
  return (chart.toJson() as Emitted<Spec>[]).filter(object => kind === undefined || object.kind === kind);
}

/** Objects as an operator reads them. */
export function yaml(objects: readonly Emitted[]): string {
  return `\n${Yaml.stringify(...objects)}`;
}

/** What becomes of a Deployment's pods. */
export function podTemplate(chart: Chart, name: string): PodTemplate {
  return emitted(chart, 'Deployment').find(({ metadata }) => metadata.name === name)!.spec.template;
}

/** A Deployment that knows nothing of backing services; its pods are labelled `app: <name>` and what else is given. */
export function deployment(chart: Chart, name: string, props: Partial<DeploymentProps> = {}, more: Record<string, string> = {}): Deployment {
  const labels = { app: name, ...more };
  const made = new Deployment(chart, name, {
    metadata: { name }, replicas: 1, select: false, podMetadata: { labels }, containers: [container('main')], ...props,
  });
  made.select(LabelSelector.of({ labels }));
  return made;
}

export function container(name: string, props: Partial<ContainerProps> = {}): ContainerProps {
  return { name, image: 'registry.example.com/app:1', ...props };
}

/** An object that makes pods and that no topology knows: of any kind, with these labels, as this account. */
export function podsByHand(scope: Construct, id: string, labels: Record<string, string>, serviceAccountName?: string, kind = 'Deployment'): ApiObject {
  return new ApiObject(scope, id, {
    apiVersion: 'apps/v1', kind, metadata: { name: id }, spec: { template: { metadata: { labels }, spec: { serviceAccountName, containers: [] } } },
  });
}
