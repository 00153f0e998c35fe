import { ApiObject } from 'cdk8s';
import { lastingLabels } from '../private/lasting-labels';
import { listOf, member, textMember } from '../private/manifest-member';
import { podTemplatePath, serviceAccountOf } from '../private/pod-template';
import { LabelExpression, labelsSelecting } from './label-selector';
import { editPods, PodTemplate, withMembers } from './pod-edits';
import { BindableContainer, DeclaredPort, EnvVar, PodVolume, portsDeclared, prepended, WorkloadResource } from './workload-resource';

/** Whether an object makes pods. */
export function makesPods(object: ApiObject): boolean {
  const manifest: unknown = object.toJson();
  const path = podTemplatePath(manifest);
  return path !== undefined && Array.isArray(member(manifest, ...path, 'spec', 'containers'));
}

/**
 * An object of any kind that makes pods, by which text or class it came. Its pods are taken for those of its selector or, where it has none, for those
 * with the labels of its template.
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

  /** Those of claims among them, which a StatefulSet puts in the place of what has their name. */
  public get volumeNames(): string[] {
    const claims = listOf(member(this.made.toJson(), 'spec', 'volumeClaimTemplates')).map(claim => textMember(claim, 'metadata', 'name'));
    return [...listOf(this.template.spec.volumes).map(volume => textMember(volume, 'name')), ...claims].flatMap(name => name ?? []);
  }

  public get containers(): BindableContainer[] {
    return LISTS.flatMap(list => listOf(this.template.spec[list]).map((container, position) => (
      new ObjectBindable(this, list, position, textMember(container, 'name') ?? ''))));
  }

  public selector(): Record<string, string> {
    const selector = member(this.made.toJson(), 'spec', 'selector');
    const matchLabels = member(selector, 'matchLabels') as Record<string, string> | undefined;
    const expressions = listOf(member(selector, 'matchExpressions')) as LabelExpression[];
    return matchLabels || expressions.length > 0 ? labelsSelecting(matchLabels ?? {}, expressions, this.made.node.path) : lastingLabels(this.labels);
  }

  public label(key: string, value: string): void {
    this.addMetadata('labels', key, value);
  }

  public annotate(key: string, value: string): void {
    this.addMetadata('annotations', key, value);
  }

  public switchOffServiceLinks(): void {
    this.changeSpec(() => ({ enableServiceLinks: false }));
  }

  /** The template as it is now. */
  public get template(): PodTemplate {
    const manifest: unknown = this.made.toJson();
    return member(manifest, ...podTemplatePath(manifest)!) as PodTemplate;
  }

  /** Gives the pods other members, made of those that they have when the object is written. */
  public changeSpec(members: (spec: PodTemplate['spec']) => object): void {
    editPods(this.made, template => withMembers(template, { spec: withMembers(template.spec, members(template.spec)) }));
  }

  /** Those of containers that run first and stay, sidecars, among them. */
  private get containerPorts(): DeclaredPort[] {
    const { containers, initContainers } = this.template.spec;
    const serving = [...listOf(initContainers).filter(container => member(container, 'restartPolicy') === 'Always'), ...listOf(containers)];
    return serving.flatMap(container => listOf(member(container, 'ports'))).flatMap(port => {
      const number = member(port, 'containerPort');
      return typeof number === 'number' ? [{ number, name: textMember(port, 'name'), protocol: textMember(port, 'protocol') }] : [];
    });
  }

  private addMetadata(part: 'labels' | 'annotations', key: string, value: string): void {
    editPods(this.made, template => {
      const texts = template.metadata?.[part] ?? {};
      return withMembers(template, { metadata: withMembers(template.metadata ?? {}, { [part]: withMembers(texts, { [key]: value }) }) });
    });
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
    return listOf(member(this.spec, 'env')).filter((variable): variable is EnvVar => textMember(variable, 'name') !== undefined);
  }

  public get mountPaths(): string[] {
    return listOf(member(this.spec, 'volumeMounts')).flatMap(mount => textMember(mount, 'mountPath') ?? []);
  }

  public prepend(variables: readonly EnvVar[]): void {
    this.change(container => ({ env: prepended(variables, listOf(container.env) as EnvVar[]) }));
  }

  public mount(volume: PodVolume, mountPath: string): void {
    const { name } = volume;
    this.change(container => ({ volumeMounts: [...listOf(container.volumeMounts), { mountPath, name, readOnly: true }] }));
    this.resource.changeSpec(({ volumes }) => {
      const there = listOf(volumes);
      return { volumes: there.some(each => textMember(each, 'name') === name) ? there : [...there, volume] };
    });
  }

  private get spec(): unknown {
    return listOf(this.resource.template.spec[this.list])[this.position];
  }

  private change(members: (container: Record<string, unknown>) => object): void {
    this.resource.changeSpec(spec => ({
      [this.list]: listOf(spec[this.list]).map((each, position) => (
        position === this.position ? withMembers(each as object, members(each as Record<string, unknown>)) : each)),
    }));
  }
}
