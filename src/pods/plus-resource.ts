import { ApiObject } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { distinct } from '../private/distinct';
import { LabelExpression, labelsSelecting } from './label-selector';
import { ObjectResource } from './object-resource';
import { BindableContainer, DeclaredPort, EnvVar, PodVolume, portsDeclared, prepended, WorkloadResource } from './workload-resource';

/** cdk8s-plus puts it on the pods of one object and on no others, so that nothing can be selected besides. */
const ADDRESS = 'cdk8s.io/metadata.addr';

interface PlusVolume {
  readonly name: string;
}

interface PlusContainer {
  readonly name: string;
  readonly restartPolicy?: string;
  readonly ports: readonly DeclaredPort[];
  readonly env: {
    readonly variables: Record<string, Omit<EnvVar, 'name'>>;
    addVariable(name: string, value: Omit<EnvVar, 'name'>): void;
  };
  readonly mounts: readonly { readonly path: string; readonly volume: PlusVolume }[];
}

/**
 * What the workloads of all versions of cdk8s-plus have in common. There is a package for each version of Kubernetes; to name one here would shut the
 * others out.
 *
 * @internal
 */
export interface PlusWorkload extends IConstruct {
  readonly metadata: { readonly namespace?: string };
  readonly podMetadata: { toJson(): unknown; addLabel(key: string, value: string): void; addAnnotation(key: string, value: string): void };
  readonly matchLabels: Record<string, string>;
  readonly matchExpressions: readonly LabelExpression[];
  readonly serviceAccount?: { readonly name: string };
  readonly hostNetwork?: boolean;
  readonly replicas?: number;
  readonly volumes: readonly PlusVolume[];
  readonly containers: readonly PlusContainer[];
  readonly initContainers: readonly PlusContainer[];
}

const MEMBERS = ['podMetadata', 'matchLabels', 'matchExpressions', 'containers', 'initContainers'];

/** Whether a construct is a workload of cdk8s-plus, of any version. */
export function isPlusWorkload(x: IConstruct): x is PlusWorkload {
  return Construct.isConstruct(x) && MEMBERS.every(member => member in x);
}

/** A workload of cdk8s-plus. What is added to it is added in its own way, so that what its author adds later stands beside it. @internal */
export class PlusResource implements WorkloadResource {
  constructor(public readonly made: PlusWorkload) {}

  public get namespace(): string | undefined {
    return this.made.metadata.namespace;
  }

  public get serviceAccountName(): string {
    return this.made.serviceAccount?.name ?? 'default';
  }

  public get labels(): Record<string, string> {
    return this.podMetadata('labels');
  }

  public get annotations(): Record<string, string> {
    return this.podMetadata('annotations');
  }

  public get hostNetwork(): boolean {
    return this.made.hostNetwork === true;
  }

  public get replicas(): number | undefined {
    return this.made.replicas;
  }

  public get ports(): number[] | undefined {
    return portsDeclared(this.containerPorts).ports;
  }

  public get portNames(): Record<string, number> | undefined {
    return portsDeclared(this.containerPorts).portNames;
  }

  public get volumeNames(): string[] {
    const own = [...this.made.volumes, ...this.made.containers.flatMap(volumesOf), ...this.made.initContainers.flatMap(volumesOf)];
    return distinct([...own.map(({ name }) => name), ...this.written.volumeNames]);
  }

  public get containers(): BindableContainer[] {
    return [...this.made.initContainers, ...this.made.containers].map((container, position) => (
      new PlusBindable(container, () => this.written.containers[position])));
  }

  /** A Job selects nothing itself: its pods are found by the label that only they have. */
  public selector(): Record<string, string> {
    const { matchLabels, matchExpressions, node } = this.made;
    if (ADDRESS in matchLabels) return matchLabels;
    if (isRunToEnd(this.made) && Object.keys(matchLabels).length + matchExpressions.length === 0) return { [ADDRESS]: this.labels[ADDRESS] };
    return labelsSelecting(matchLabels, matchExpressions, node.path);
  }

  public label(key: string, value: string): void {
    this.made.podMetadata.addLabel(key, value);
  }

  public annotate(key: string, value: string): void {
    this.made.podMetadata.addAnnotation(key, value);
  }

  /** cdk8s-plus has no property for it. */
  public switchOffServiceLinks(): void {
    this.written.switchOffServiceLinks();
  }

  /** Those of containers that run first and stay, sidecars, among them. */
  private get containerPorts(): DeclaredPort[] {
    const { containers, initContainers } = this.made;
    return [...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always'), ...containers].flatMap(({ ports }) => ports);
  }

  /** The object as it is written, for what cdk8s-plus has no words for, or loses. */
  private get written(): ObjectResource {
    return new ObjectResource(ApiObject.of(this.made));
  }

  private podMetadata(part: 'labels' | 'annotations'): Record<string, string> {
    const metadata = this.made.podMetadata.toJson() as Partial<Record<typeof part, Record<string, string>>>;
    return { ...metadata[part] };
  }
}

class PlusBindable implements BindableContainer {
  constructor(private readonly container: PlusContainer, private readonly written: () => BindableContainer) {}

  public get name(): string {
    return this.container.name;
  }

  public get env(): EnvVar[] {
    return Object.entries(this.container.env.variables).map(([name, { value, valueFrom }]) => ({ name, value, valueFrom }));
  }

  public get mountPaths(): string[] {
    return distinct([...this.container.mounts.map(({ path }) => path), ...this.written().mountPaths]);
  }

  /** cdk8s-plus keeps variables in the order of their first setting and cannot take one away, so that its own record is filled anew. */
  public prepend(variables: readonly EnvVar[]): void {
    const { env } = this.container;
    const record = (env as unknown as { readonly _variables: Record<string, unknown> })._variables;
    const own = Object.entries(env.variables).map(([name, value]) => ({ name, value }));
    for (const { name } of own) delete record[name];
    const told = variables.map(({ name, value, valueFrom }) => ({ name, value: { value, valueFrom } }));
    for (const { name, value } of prepended<{ name: string; value: Omit<EnvVar, 'name'> }>(told, own)) env.addVariable(name, value);
  }

  /** cdk8s-plus has no projected volumes, and those of newer versions lose the volumes of a StatefulSet without claims. */
  public mount(volume: PodVolume, path: string): void {
    this.written().mount(volume, path);
  }
}

function volumesOf({ mounts }: PlusContainer): PlusVolume[] {
  return mounts.map(({ volume }) => volume);
}

function isRunToEnd(workload: PlusWorkload): boolean {
  return ['Job', 'CronJob'].includes(ApiObject.of(workload).kind);
}
