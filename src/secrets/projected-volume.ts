import { IStorage, Volume } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { byCodePoint } from '../private/names';
import { BindingPlan, BoundFile } from './binding-plan';

/** Annotation that carries a literal file of a binding. */
export function annotationOf(binding: string, file: string): string {
  return `${binding}.bindings.cdk8s-backing-services.io/${file}`;
}

/**
 * A binding's files as one volume: keys of Secrets under the specification's names, literal ones from annotations of the pod.
 * That is what the reference runtime of the Service Binding specification does, without a controller.
 * Source: servicebinding/runtime, projector/binding.go
 *
 * cdk8s-plus has no projected volumes. A pod asks a volume for its `name` and `_toKube()`, and this answers both.
 *
 * @internal
 */
export class ProjectedVolume extends Construct implements IStorage {
  public readonly name: string;

  constructor(scope: Construct, id: string, private readonly plan: BindingPlan) {
    super(scope, id);
    this.name = `binding-${plan.binding.name}`;
  }

  public asVolume(): Volume {
    return this as unknown as Volume;
  }

  /** @internal */
  public _toKube() {
    return { name: this.name, projected: { sources: [...secretSources(this.plan.files), ...this.literalSource()] } };
  }

  private literalSource() {
    const literals = byPath(this.plan.files.filter(file => file.text !== undefined));
    const items = literals.map(({ path }) => (
      { path, fieldRef: { fieldPath: `metadata.annotations['${annotationOf(this.plan.binding.name, path)}']` } }));
    return items.length === 0 ? [] : [{ downwardApi: { items } }];
  }
}

function secretSources(files: BoundFile[]) {
  const names = [...new Set(files.flatMap(file => file.secretName ?? []))].sort();
  return names.map(name => ({
    secret: { name, items: byPath(files.filter(file => file.secretName === name)).map(({ secretKey, path }) => ({ key: secretKey!, path })) },
  }));
}

function byPath(files: BoundFile[]): BoundFile[] {
  return [...files].sort((a, b) => byCodePoint(a.path, b.path));
}
