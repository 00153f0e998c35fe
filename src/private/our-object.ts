import { ApiObject, ApiObjectProps, App, ImplicitTokenResolver, JsonPatch, LazyResolver, NumberStringUnionResolver } from 'cdk8s';
import { Construct } from 'constructs';
import { CDK8S_SETTINGS } from './cdk8s-settings';
import { markEmitted } from './emitted-mark';
import { plainRendering, UNSURE } from './plain-rendering';

/** Those of every app that brings none of its own. */
const RESOLVERS = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/** An object that an output of this package emits. */
export class OurObject extends ApiObject {
  private isPatched = false;

  constructor(scope: Construct, id: string, private readonly manifest: ApiObjectProps & { readonly spec: object }) {
    super(scope, id, manifest);
  }

  public override addJsonPatch(...ops: JsonPatch[]): void {
    this.isPatched = true;
    super.addJsonPatch(...ops);
  }

  /** The same as that of cdk8s, which resolves and copies each value three times, in one pass where nothing is to be resolved. */
  public override toJson(): any {
    return this.quickly() ?? super.toJson();
  }

  private quickly(): object | undefined {
    const { resolvers } = App.of(this);
    if (this.isPatched || !CDK8S_SETTINGS.sortsKeys || resolvers.length !== RESOLVERS.length) return undefined;
    const spec = plainRendering(this.manifest.spec);
    return spec === UNSURE ? undefined : { apiVersion: this.apiVersion, kind: this.kind, metadata: this.metadata.toJson(), spec };
  }
}
markEmitted(OurObject);
