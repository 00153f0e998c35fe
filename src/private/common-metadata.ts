import { ApiObject } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { assertAnnotations, assertAnnotationSize, assertOpenLabels } from './labels';
import { OurObject } from './our-object';

/** What objects carry besides their name. */
export interface Metadata {
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
}

/** What was said at a construct of all objects at and below it. */
const said = new WeakMap<IConstruct, Metadata>();
/** What all objects of a scope have; kept, because an output has one scope for thousands of them. */
const found = new WeakMap<IConstruct, Metadata>();
/** One for all scopes of which nothing is said. */
const NOTHING: Metadata = {};

/**
 * Gives labels and annotations to all that is emitted at or below an output; said before it emits anything. Throws BST801 if a key or text can be none of a
 * label or an annotation, BST510 or BST511 if a credential stands in one.
 */
export function giveToAll(output: Construct, { labels, annotations }: Metadata): void {
  const { path } = output.node;
  if (labels === undefined && annotations === undefined) return;
  said.set(output, { labels: { ...assertOpenLabels(labels ?? {}, path) }, annotations: { ...assertAnnotations(annotations ?? {}, path) } });
}

/** What all objects of a scope have: of one key, what is said nearest. */
export function givenToAll(scope: IConstruct): Metadata {
  const known = found.get(scope);
  if (known) return known;
  const above = scope.node.scope ? givenToAll(scope.node.scope) : NOTHING;
  const here = said.get(scope);
  const all = here ? joined(above, here) : above;
  found.set(scope, all);
  return all;
}

/** What an object of a scope has: what is its own holds before what all have. Throws BST801 if its annotations together are too long for Kubernetes. */
export function metadataIn(scope: IConstruct, own: Metadata): Metadata {
  const all = givenToAll(scope);
  if (all === NOTHING) return own;
  const { labels, annotations } = joined(all, own);
  return { labels, annotations: annotations && assertAnnotationSize(annotations, scope.node.path) };
}

/**
 * Gives the same to what stands below an output and was emitted by somebody else, a supplier of Secrets of the user. What an object says itself stays; a
 * label that it has of its Chart alone does not.
 */
export function giveToOthers(output: Construct): void {
  const { labels = {}, annotations = {} } = givenToAll(output);
  if (Object.keys(labels).length + Object.keys(annotations).length === 0) return;
  const objects = output.node.findAll().filter(each => ApiObject.isApiObject(each)) as ApiObject[];
  for (const object of objects) {
    if (object.constructor !== OurObject) give(object, labels, annotations);
  }
}

function give({ metadata, chart }: ApiObject, labels: Record<string, string>, annotations: Record<string, string>): void {
  for (const [key, value] of Object.entries(labels)) {
    const own = metadata.getLabel(key);
    if (own === undefined || own === chart.labels[key]) metadata.addLabel(key, value);
  }
  const { annotations: own = {} } = (metadata.toJson() ?? {}) as Metadata;
  for (const [key, text] of Object.entries(annotations)) {
    if (!Object.hasOwn(own, key)) metadata.addAnnotation(key, text);
  }
}

function joined(all: Metadata, own: Metadata): Metadata {
  return { labels: join(all.labels, own.labels), annotations: join(all.annotations, own.annotations) };
}

function join(all: Record<string, string> = {}, own: Record<string, string> = {}): Record<string, string> | undefined {
  const joint = { ...all, ...own };
  return Object.keys(joint).length === 0 ? undefined : joint;
}
