import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { listed, quote, TopologyError } from '../private/topology-error';
import { makesPods, ObjectResource } from './object-resource';
import { isPlusWorkload, PlusResource } from './plus-resource';
import { WorkloadResource } from './workload-resource';

/**
 * What a construct makes pods by: a workload of cdk8s-plus, an ApiObject, or the one object that makes pods among those below it, such as in a Helm chart.
 *
 * Throws BST043 if there is none, or several.
 */
export function resourceOf(construct: IConstruct): WorkloadResource {
  if (isPlusWorkload(construct)) return new PlusResource(construct);
  const makers = makersBelow(construct);
  if (makers.length === 1) return resourceBy(makers[0]);
  throw makers.length === 0
    ? unfit(construct, 'nothing in it makes pods', 'give a Deployment, StatefulSet, DaemonSet, Job, CronJob, Rollout or Pod, of cdk8s-plus or as an ApiObject')
    : unfit(construct, `${makers.length} objects in it make pods: ${listed(makers.map(nameOf))}`, 'name one of them, Pods.named(chart, "Deployment/web")');
}

/**
 * The object of a name among those below a construct.
 *
 * Throws BST043 if no object of this name makes pods, or several do.
 */
export function resourceNamed(within: IConstruct, name: string): WorkloadResource {
  const found = objectsBelow(within).filter(object => [object.name, nameOf(object)].includes(name) && isMaker(object));
  if (found.length === 1) return resourceBy(found[0]);
  throw unfit(
    within,
    `${found.length === 0 ? 'no object' : `more than one object, ${listed(found.map(nameOf))},`} of the name ${quote(name)} makes pods; `
      + `there are ${listed(makersBelow(within).map(nameOf), name)}`,
    'name one of those, with its kind if that is needed: "Deployment/web"; or give a construct that encloses it alone',
  );
}

function makersBelow(construct: IConstruct): ApiObject[] {
  return objectsBelow(construct).filter(isMaker);
}

function objectsBelow(construct: IConstruct): ApiObject[] {
  return construct.node.findAll().filter(each => ApiObject.isApiObject(each)) as ApiObject[];
}

/** A Helm chart may have thousands of objects, and is asked for one after another of them; each is rendered once. */
const known = new WeakMap<ApiObject, boolean>();

function isMaker(object: ApiObject): boolean {
  const makes = known.get(object) ?? makesPods(object);
  known.set(object, makes);
  return makes;
}

/** What cdk8s-plus made is changed in its own way, however it was found. */
function resourceBy(maker: ApiObject): WorkloadResource {
  const { scope } = maker.node;
  return scope && isPlusWorkload(scope) ? new PlusResource(scope) : new ObjectResource(maker);
}

function nameOf({ kind, name }: ApiObject): string {
  return `${kind}/${name}`;
}

function unfit(construct: IConstruct, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST043', path: construct.node.path, problem, fix });
}
