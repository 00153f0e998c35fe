import { ApiObject, JsonPatch } from 'cdk8s';
import { member } from '../private/manifest-member';
import { podTemplatePath, serviceAccountOf } from '../private/pod-template';
import { LabelExpression, labelsSelecting } from './label-selector';
import { BindableContainer, DeclaredPort, EnvVar, PodVolume, portsDeclared, prepended, WorkloadResource } from './workload-resource';

interface ContainerSpec {
  readonly name: string;
  readonly env?: EnvVar[];
  readonly ports?: { readonly containerPort: number; readonly name?: string; readonly protocol?: string }[];
  readonly volumeMounts?: { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
}

interface PodSpec {
  readonly containers: ContainerSpec[];
  readonly initContainers?: ContainerSpec[];
  readonly volumes?: { readonly name: string }[];
  readonly hostNetwork?: boolean;
}

interface PodTemplate {
  readonly metadata?: { readonly labels?: Record<string, string>; readonly annotations?: Record<string, string> };
  readonly spec: PodSpec;
}

/** Whether an object makes pods. */
export function makesPods(object: ApiObject): boolean {
  const manifest: unknown = object.toJson();
  const path = podTemplatePath(manifest);
  return path !== undefined && Array.isArray(member(manifest, ...path, 'spec', 'containers'));
}

/**
 * An object of any kind that makes pods, by which text or class it came: what is added to it is a patch of what it says then. Its pods are
 * taken for those of its selector or, where it has none, for those with the labels of its template.
 *
 * @internal
 */
export class ObjectResource implements WorkloadResource {
  constructor(public readonly made: ApiObject) {}

  public get namespace(): string | undefined {
    return this.made.metadata.namespace;
  }

  public get serviceAccountName(): string {
    return serviceAccountOf(this.template.spec);
  }

  public get labels(): Record<string, string> {
    return { ...this.template.metadata?.labels };
  }

  public get annotations(): Record<string, string> {
    return { ...this.template.metadata?.annotations };
  }

  public get hostNetwork(): boolean {
    return this.template.spec.hostNetwork === true;
  }

  public get replicas(): number | undefined {
    const replicas = member(this.made.toJson(), 'spec', 'replicas');
    return typeof replicas === 'number' ? replicas : undefined;
  }

  public get ports(): number[] | undefined {
    return portsDeclared(this.containerPorts).ports;
  }

  public get portNames(): Record<string, number> | undefined {
    return portsDeclared(this.containerPorts).portNames;
  }

  public get volumeNames(): string[] {
    return (this.template.spec.volumes ?? []).map(({ name }) => name);
  }

  public get containers(): BindableContainer[] {
    return LISTS.flatMap(list => (this.template.spec[list] ?? []).map(({ name }, position) => new ObjectBindable(this, list, position, name)));
  }

  public selector(): Record<string, string> {
    const selector = member(this.made.toJson(), 'spec', 'selector');
    const matchLabels = member(selector, 'matchLabels') as Record<string, string> | undefined;
    const expressions = member(selector, 'matchExpressions') as LabelExpression[] | undefined;
    return matchLabels || expressions ? labelsSelecting(matchLabels ?? {}, expressions ?? [], this.made.node.path) : this.labels;
  }

  public label(key: string, value: string): void {
    this.addMetadata('labels', key, value);
  }

  public annotate(key: string, value: string): void {
    this.addMetadata('annotations', key, value);
  }

  public switchOffServiceLinks(): void {
    this.change(({ metadata, spec }) => ({ metadata, spec: { ...spec, enableServiceLinks: false } }));
  }

  /** The template as it is now. */
  public get template(): PodTemplate {
    const manifest: unknown = this.made.toJson();
    return member(manifest, ...podTemplatePath(manifest)!) as PodTemplate;
  }

  /** Puts another template in the place of what the object says now. */
  public change(changed: (template: PodTemplate) => PodTemplate): void {
    const manifest: unknown = this.made.toJson();
    const path = podTemplatePath(manifest)!;
    const { metadata, spec } = changed(member(manifest, ...path) as PodTemplate);
    const at = ['', ...path].join('/');
    this.made.addJsonPatch(...metadata ? [JsonPatch.add(`${at}/metadata`, metadata)] : [], JsonPatch.add(`${at}/spec`, spec));
  }

  private get containerPorts(): DeclaredPort[] {
    const declared = this.template.spec.containers.flatMap(({ ports = [] }) => ports);
    return declared.map(({ containerPort, name, protocol }) => ({ number: containerPort, name, protocol }));
  }

  private addMetadata(part: 'labels' | 'annotations', key: string, value: string): void {
    this.change(({ metadata, spec }) => ({ metadata: { ...metadata, [part]: { ...metadata?.[part], [key]: value } }, spec }));
  }
}

const LISTS = ['initContainers', 'containers'] as const;

class ObjectBindable implements BindableContainer {
  constructor(
    private readonly resource: ObjectResource,
    private readonly list: typeof LISTS[number],
    private readonly position: number,
    public readonly name: string,
  ) {}

  public get env(): EnvVar[] {
    return this.spec.env ?? [];
  }

  public get mountPaths(): string[] {
    return (this.spec.volumeMounts ?? []).map(({ mountPath }) => mountPath);
  }

  public prepend(variables: readonly EnvVar[]): void {
    this.change(container => ({ ...container, env: prepended(variables, container.env ?? []) }));
  }

  public mount(volume: PodVolume, mountPath: string): void {
    const { name } = volume;
    this.change(container => ({ ...container, volumeMounts: [...container.volumeMounts ?? [], { name, mountPath, readOnly: true }] }));
    if (this.resource.volumeNames.includes(name)) return;
    this.resource.change(({ metadata, spec }) => ({ metadata, spec: { ...spec, volumes: [...spec.volumes ?? [], volume] } }));
  }

  private get spec(): ContainerSpec {
    return this.resource.template.spec[this.list]![this.position];
  }

  private change(changed: (container: ContainerSpec) => ContainerSpec): void {
    this.resource.change(({ metadata, spec }) => (
      { metadata, spec: { ...spec, [this.list]: spec[this.list]!.map((each, position) => position === this.position ? changed(each) : each) } }));
  }
}
