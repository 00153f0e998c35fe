import {
  ApiObject, ApiObjectMetadataDefinition, App, Chart, ImplicitTokenResolver, JsonPatch, LazyResolver, NumberStringUnionResolver,
} from 'cdk8s';
import { Construct } from 'constructs';
import { CDK8S_SETTINGS } from './cdk8s-settings';
import { isEmitted, markEmitted } from './emitted-mark';
import { plainRendering, UNSURE } from './plain-rendering';

/** Those of every app that brings none of its own. */
const RESOLVERS = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/** Where an object is in the cluster. */
export interface Place {
  readonly name: string;
  readonly namespace: string;
}

/** An object of ours, with all that it is known by. */
export interface OurManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Place & { readonly labels?: Record<string, string>; readonly annotations?: Record<string, string> };
  readonly spec: object;
  readonly type?: string;
}

/**
 * An object that an output of this package emits. Its metadata, six objects for each that say what the manifest says, are made for who asks for them: to
 * add a label, say.
 */
export class OurObject extends ApiObject {
  /** Those of the chart and its own, as they were when it was made. */
  private readonly labels: Record<string, string>;
  private changed?: ApiObjectMetadataDefinition;
  private isPatched?: boolean;

  /** @param isSelected whether it has its own labels alone */
  constructor(scope: Construct, id: string, private readonly manifest: OurManifest, isSelected = false) {
    super(scope, id, manifest);
    this.labels = labelsOf(isSelected ? NO_LABELS : Chart.of(this).labels, manifest.metadata.labels);
  }

  /** Where it is in the cluster, if that is what it was declared with. */
  public get declaredPlace(): Place | undefined {
    return this.isPatched ? undefined : this.manifest.metadata;
  }

  public override addJsonPatch(...ops: JsonPatch[]): void {
    this.isPatched = true;
    super.addJsonPatch(...ops);
  }

  /** The same as that of cdk8s, which resolves and copies each value three times, in one pass where nothing is to be resolved. */
  public override toJson(): any {
    return this.quickly() ?? super.toJson();
  }

  /** Metadata that are in the object itself are not those made here, as another release of cdk8s might have it. */
  private quickly(): object | undefined {
    if (this.changed || this.isPatched || Object.hasOwn(this, 'metadata') || !CDK8S_SETTINGS.sortsKeys || !bringsNoResolver(App.of(this))) return undefined;
    const spec = plainRendering(this.manifest.spec);
    const metadata = this.declaredMetadata();
    if (spec === UNSURE || metadata === UNSURE) return undefined;
    const { type } = this.manifest;
    return { apiVersion: this.apiVersion, kind: this.kind, metadata, spec, ...type === undefined ? {} : { type } };
  }

  private declaredMetadata(): unknown {
    const { name, namespace, annotations } = this.manifest.metadata;
    if (this.labels === NO_LABELS && annotations === undefined) return { name, namespace };
    const isText = [...Object.values(this.labels), ...Object.values(annotations ?? {})].every(text => typeof text === 'string');
    return isText ? plainRendering({ annotations, labels: this.labels === NO_LABELS ? undefined : this.labels, name, namespace }) : UNSURE;
  }

  /** What cdk8s would have kept. */
  private get kept(): ApiObjectMetadataDefinition {
    const { name, namespace, annotations } = this.manifest.metadata;
    return this.changed ??= new ApiObjectMetadataDefinition({ name, namespace, labels: this.labels, annotations, apiObject: this });
  }

  static {
    markEmitted(OurObject);
    Object.defineProperty(OurObject.prototype, 'metadata', {
      get(this: OurObject) { return this.kept; },
      set() { /* cdk8s makes them in any case */ },
    });
  }
}

/** One for all objects without any. */
const NO_LABELS: Record<string, string> = {};

function labelsOf(ofChart: Record<string, string>, own: Record<string, string> | undefined): Record<string, string> {
  const labels = { ...ofChart, ...own };
  return Object.keys(labels).length === 0 ? NO_LABELS : labels;
}

function bringsNoResolver({ resolvers }: App): boolean {
  return resolvers?.length === RESOLVERS.length && RESOLVERS.every((resolver, i) => resolvers[i].constructor === resolver);
}

/** Where an object of ours is, of whichever copy of this package, if it needs not be rendered to know. */
export function declaredPlaceOf(object: ApiObject): Place | undefined {
  return isEmitted(object) ? (object as Partial<OurObject>).declaredPlace : undefined;
}
