import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { PodRelease } from '../model/pods';
import { capped } from '../private/capped';
import { listOf, member } from '../private/manifest-member';
import { TopologyError } from '../private/topology-error';
import { makesPods, ObjectResource } from './object-resource';
import { withMembers } from './pod-edits';

/** The versions of an Argo Rollout. */
export const ROLLOUT_RELEASE: PodRelease = { stable: 'stable', canary: 'canary' };

const STRATEGY = ['spec', 'strategy', 'canary'] as const;
const ROUTING = 'trafficRouting';
/** Steps that write whole routes. */
const WRITING = ['setHeaderRoute', 'setMirrorRoute'];

/** What a canary says that cannot stand beside routes from here: whether it does, what is wrong with it, and what to do. */
const UNFIT: readonly (readonly [isSaid: (canary: unknown) => boolean, problem: string, fix: string])[] = [
  [canary => member(canary, ROUTING, 'istio') !== undefined, 'it says itself which objects of Istio it moves, as this topology does', 'leave spec.strategy.canary.trafficRouting.istio out'],
  [
    canary => member(canary, ROUTING, 'managedRoutes') !== undefined || listOf(member(canary, 'steps')).some(step => WRITING.some(name => member(step, name) !== undefined)),
    'it writes routes itself, which stand before those from here and have none of their conditions, ports, time limits and rewrites',
    'leave managedRoutes out, and steps of setHeaderRoute and setMirrorRoute, and declare a route with that header to version "canary", or mirrors of a route',
  ],
  [
    canary => ['canaryService', 'stableService', 'pingPong'].some(name => member(canary, name) !== undefined),
    'it names Services whose selectors it changes, while subsets tell its versions apart here', 'leave canaryService, stableService and pingPong out',
  ],
];

/**
 * What makes the pods of the one Rollout that a construct encloses. Throws BST043 unless there is one, with a template of pods, that releases by a canary, and leaves to this program which objects of Istio
 * it moves. Sources: https://argo-rollouts.readthedocs.io/en/stable/features/specification/; argo-rollouts, rollout/trafficrouting/istio/istio.go (`createHeaderRoute`, `processRoutes`)
 */
export function rolloutResource(construct: IConstruct): ObjectResource {
  const rollouts = construct.node.findAll().filter(isRollout);
  if (rollouts.length === 0) throw unfit(construct, 'it is no Rollout of Argo', 'give a Rollout of argoproj.io, or declare versions with Pods.versions()');
  if (rollouts.length > 1) throw unfit(construct, `${rollouts.length} Rollouts are in it: ${capped(rollouts.map(({ name }) => name))}`, 'give one of them, the ApiObject itself');
  const [rollout] = rollouts;
  if (TOLD.has(rollout)) throw unfit(rollout, 'another workload is released by it already', 'declare its pods once');
  if (!makesPods(rollout)) throw unfit(rollout, 'it has no template of pods; what a workloadRef names is not read', 'give it spec.template');
  assertCanary(rollout);
  return new ObjectResource(rollout);
}

function isRollout(construct: IConstruct): construct is ApiObject {
  return ApiObject.isApiObject(construct) && construct.kind === 'Rollout' && construct.apiVersion.startsWith('argoproj.io/');
}

function assertCanary(rollout: ApiObject): void {
  const manifest: unknown = rollout.toJson();
  const canary = member(manifest, ...STRATEGY);
  if (typeof canary !== 'object' || canary === null || Array.isArray(canary) || member(manifest, 'spec', 'strategy', 'blueGreen') !== undefined) {
    throw unfit(rollout, 'its strategy is no canary, so that it moves no weights', 'give it spec.strategy.canary alone, or declare its pods with Pods.of()');
  }
  const wrong = UNFIT.find(([isSaid]) => isSaid(canary));
  if (wrong) throw unfit(rollout, wrong[1], wrong[2]);
}

const TOLD = new WeakSet<ApiObject>();

/** Tells a Rollout which objects of Istio it moves. It is done to the object as it is written, whatever is added to that later. */
export function tellIstio(rollout: ApiObject, istio: object): void {
  const own = rollout.toJson.bind(rollout);
  rollout.toJson = () => put(own() as Record<string, unknown>, [...STRATEGY, ROUTING], istio);
  TOLD.add(rollout);
}

function put(at: Record<string, unknown>, [name, ...rest]: readonly string[], istio: object): Record<string, unknown> {
  if (name === undefined) return withMembers(at, { istio });
  return withMembers(at, { [name]: put((at[name] ?? {}) as Record<string, unknown>, rest, istio) });
}

function unfit({ node: { path } }: IConstruct, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST043', path, problem, fix });
}
