import { ApiObject, Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { metadataIn } from './common-metadata';
import { OurObject } from './our-object';
import { textsFor } from './rendered-text';
import { TopologyError } from './topology-error';

/** An object to emit, its spec typed by the file that owns its kind. */
export interface Manifest<Spec extends object> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  /** Whether it is found by its labels as pods are, so that it has its own alone. @default false */
  readonly isSelected?: boolean;
  readonly spec: Spec;
  /** A type beside the spec, of the few kinds that have one there. */
  readonly type?: string;
}

const INSIDE = 'an output stands inside of a topology, which is closed once it is read';

/**
 * Emits an object under its given name. The construct id says what it is and does not reach the YAML; a second object of one name
 * gets an id of its own, so that the collision is reported as a finding with both paths. Labels and annotations that its output gives to all objects are
 * added to its own. Throws BST022 where no object can stand.
 */
export function emit<Spec extends object>(scope: Construct, manifest: Manifest<Spec>): ApiObject {
  const whole = textsFor(scope, { ...manifest, ...metadataIn(scope, manifest) });
  const { apiVersion, kind, name, namespace, labels, annotations, isSelected, spec, type } = whole;
  assertEmits(scope);
  const own = isSelected ? manifest.labels : labels;
  return new OurObject(scope, freeId(scope, `${kind} ${namespace}.${name}`), {
    apiVersion,
    kind,
    metadata: annotations === undefined ? { name, namespace, labels: own } : { name, namespace, labels: own, annotations },
    spec,
    ...type === undefined ? {} : { type },
  }, isSelected);
}

/** Kept beside the tree: constructs clean an id each time that they look for one. */
const ids = new WeakMap<Construct, Set<string>>();

function freeId(scope: Construct, id: string): string {
  const taken = ids.get(scope) ?? new Set();
  ids.set(scope, taken);
  const free = taken.has(id) ? `${id} #${scope.node.children.length}` : id;
  taken.add(free);
  return free;
}

/** Throws BST022 if an output stands inside of the topology that it is to read, which would close the output too. */
export function assertOutside(topology: IConstruct, output: Construct): void {
  for (let at: IConstruct | undefined = output; at; at = at.node.scope) {
    if (at === topology) throw misplaced(output, INSIDE);
  }
}

function assertEmits(scope: Construct): void {
  if (!scope.node.locked && (ids.has(scope) || isInChart(scope))) return;
  throw misplaced(scope, scope.node.locked ? INSIDE : 'an output stands in no Chart, so nothing would write its objects');
}

function misplaced(output: Construct, problem: string): TopologyError {
  return new TopologyError({ code: 'BST022', path: output.node.path || '(root)', problem, fix: 'pass the Chart as scope of the output' });
}

function isInChart(construct: IConstruct): boolean {
  for (let at: IConstruct | undefined = construct; at; at = at.node.scope) {
    if (Chart.isChart(at)) return true;
  }
  return false;
}
