import type { ComponentResourceOptions, CustomResource, Resource } from '@pulumi/pulumi';
import { ApiObject, Chart } from 'cdk8s';
import { acceptArguments, guard } from '../private/boundary';
import { creationOrder } from './creation-order';
import { ObjectDependencies, objectDependencies } from './object-dependencies';
import { Manifest, resourceClassOf } from './resource-class';
import { pulumi } from './sdk';
import { validateTreeOf } from './validate-tree';

/** What is registered. */
export interface ChartResourcesArgs {
  /** The chart whose objects, nested charts included, become resources. Declare the whole app before. */
  readonly chart: Chart;
}

/**
 * The objects of a cdk8s chart as Pulumi resources: what `app.synth()` would write, registered instead.
 *
 * Every object becomes a child of this component, under its construct path as logical name. Its cdk8s dependencies are created
 * first. The whole app is validated before anything is registered, so a finding refuses here as it does in synth.
 */
export class ChartResources extends pulumi.ComponentResource {
  /** The resource of each object, by construct path, in the order of creation. */
  public readonly resources: Readonly<Record<string, CustomResource>>;

  /**
   * @param name logical name of the component
   * @param args what is registered
   * @param opts options of the component; a `provider` given here serves every object, else the default one of the stack does
   * @throws if the app does not validate, or if the dependencies of the objects form a cycle
   */
  constructor(name: string, args: ChartResourcesArgs, opts?: ComponentResourceOptions) {
    acceptArguments('new ChartResources', [name, args, opts]);
    // All that can be refused is refused before `super`, which registers the component.
    const plan = planOf(args.chart);
    super('cdk8s-backing-services:pulumi:ChartResources', name, {}, opts);
    this.resources = registered(plan, this);
    this.registerOutputs({ resources: this.resources });
  }
}

guard('ChartResources', ChartResources);

/** All that is known before the first registration. */
interface Plan {
  readonly dependencies: ObjectDependencies;
  /** In the order of creation. */
  readonly manifests: ReadonlyMap<ApiObject, Manifest>;
}

function planOf(chart: Chart): Plan {
  validateTreeOf(chart);
  const dependencies = objectDependencies(chart);
  const manifests = new Map(creationOrder(dependencies).map(object => [object, object.toJson() as Manifest]));
  return { dependencies, manifests };
}

function registered(plan: Plan, parent: Resource): Record<string, CustomResource> {
  const resources = new Map<ApiObject, CustomResource>();
  for (const [object, manifest] of plan.manifests) {
    const dependsOn = [...plan.dependencies.get(object)!].map(target => resources.get(target)!);
    resources.set(object, new (resourceClassOf(manifest))(object.node.path, manifest, { parent, dependsOn }));
  }
  return Object.fromEntries([...resources].map(([object, resource]) => [object.node.path, resource]));
}
