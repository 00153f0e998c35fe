import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { PodRelease } from '../model/pods';
import { listOf, member, textMember } from '../private/manifest-member';
import { TopologyError } from '../private/topology-error';
import { withMembers } from './pod-edits';
import { WorkloadResource } from './workload-resource';

/** The versions of an Argo Rollout. */
export const ROLLOUT_RELEASE: PodRelease = { stable: 'stable', canary: 'canary' };

const STRATEGY = ['spec', 'strategy', 'canary'] as const;
const ROUTING = 'trafficRouting';

/**
 * Throws BST043 unless it is a Rollout that releases by a canary, and says nothing of Istio yet: one that switches from one Service to another has no weights to move.
 * Source: https://argo-rollouts.readthedocs.io/en/stable/features/specification/
 */
export function assertRollout({ made }: WorkloadResource): ApiObject {
  const manifest: unknown = ApiObject.isApiObject(made) ? made.toJson() : undefined;
  const isRollout = textMember(manifest, 'kind') === 'Rollout' && textMember(manifest, 'apiVersion')?.startsWith('argoproj.io/') === true;
  if (!isRollout) throw unfit(made, 'it is no Rollout of Argo', 'give a Rollout of argoproj.io, or declare versions with Pods.versions()');
  if (member(manifest, ...STRATEGY) === undefined) throw unfit(made, 'its strategy is no canary, so that it moves no weights', 'give it spec.strategy.canary, or declare its pods with Pods.of()');
  if (member(manifest, ...STRATEGY, ROUTING, 'istio') !== undefined) {
    throw unfit(made, 'it says itself which objects of Istio it moves, as this topology does', 'leave spec.strategy.canary.trafficRouting.istio out');
  }
  return made as ApiObject;
}

/** Names of the routes that a Rollout makes itself, of headers and mirrors. */
export function managedRoutesOf(rollout: ApiObject): string[] {
  return listOf(member(rollout.toJson(), ...STRATEGY, ROUTING, 'managedRoutes')).flatMap(route => textMember(route, 'name') ?? []);
}

/** Tells a Rollout which objects of Istio it moves. It is done to the object as it is written, whatever is added to that later. */
export function tellIstio(rollout: ApiObject, istio: object): void {
  const own = rollout.toJson.bind(rollout);
  rollout.toJson = () => put(own() as Record<string, unknown>, [...STRATEGY, ROUTING], istio);
}

function put(at: Record<string, unknown>, [name, ...rest]: readonly string[], istio: object): Record<string, unknown> {
  if (name === undefined) return withMembers(at, { istio });
  return withMembers(at, { [name]: put((at[name] ?? {}) as Record<string, unknown>, rest, istio) });
}

function unfit(construct: IConstruct, problem: string, fix: string): TopologyError {
  return new TopologyError({ code: 'BST043', path: construct.node.path, problem, fix });
}
