import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { DependencyPolicy } from '../model/dependency-policy';
import { Enforcement, EnforcementAnswer } from '../model/enforcement';
import { isOfGatewayApi } from '../model/gateway-interface';
import { hasOwnService } from '../model/own-service';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { WorkloadStanding } from '../model/workload-standing';
import { BESIDE_TRAFFIC } from '../traffic/beside-traffic';
import { RoutesMeant } from './bound-routes';
import { lackingOfRetry } from './http-route-retry';
import { kindOfRoute } from './kind-of-route';
import { ReleaseChannel } from './release-channel';
import { isRepeatedAlike, isRuledAlike } from './service-routes';
import { agreedAt, isRelayedHere } from './third-party-routes';

const { CARRIED, NOT_MINE } = EnforcementAnswer;
const OF_GATEWAY = 'leave it out, or, where Istio\'s own gateways run, declare it without gatewayClassName';
const OF_SERVICE = 'leave it out, or let sidecars carry it: Mesh.istio()';

/** A call, and who reads the routes that are to carry what is said of it. */
interface Asked {
  readonly dependency: Dependency;
  readonly graph: TopologyGraph;
  readonly meant: RoutesMeant;
  /** What to do where they have no words. */
  readonly fix: string;
}

/** For every field of a call, whether a route carries it. A new field fails to compile here until it is decided. */
const FIELDS: Record<keyof DependencyPolicy, (asked: Asked) => EnforcementAnswer> = {
  timeout: asked => ofRoute(asked),
  retry: asked => ofRetry(asked),
  connectTimeout: ({ fix }) => cannot('the Gateway API', 'time limits of connecting', fix),
  circuitBreaker: ({ fix }) => cannot('the Gateway API', 'circuit breakers', fix),
  connectionPool: ({ fix }) => cannot('the Gateway API', 'limits of connections', fix),
  operations: () => NOT_MINE,
  ...BESIDE_TRAFFIC,
};

/** What the resources of the Gateway API carry: of gateways that are theirs, and of services if a mesh reads them. @internal */
export class GatewayApiEnforcement extends Enforcement {
  constructor(private readonly read: () => TopologyGraph, private readonly meant: RoutesMeant = {}) {
    super();
  }

  public field(dependency: Dependency, field: string): EnforcementAnswer {
    const fix = isOfGatewayApi(dependency.source) ? OF_GATEWAY : OF_SERVICE;
    if (fix === OF_SERVICE && !this.rules(dependency)) return NOT_MINE;
    return FIELDS[field as keyof DependencyPolicy]({ dependency, graph: this.read(), meant: this.meant, fix });
  }

  public routes(service: BackingService): EnforcementAnswer {
    const { _exposures: { all } } = this.read();
    if (this.meant.ofServices) return released(service) ?? (hasOwnService(service) ? CARRIED : withoutService(service));
    return all.some(exposure => exposure.service === service && isOfGatewayApi(exposure.gateway)) ? CARRIED : NOT_MINE;
  }

  public routesFrom(dependency: Dependency): EnforcementAnswer {
    return isOfGatewayApi(dependency.source) || this.rules(dependency) ? released(dependency.service) ?? CARRIED : NOT_MINE;
  }

  public entering(workload: IWorkload, what: string): EnforcementAnswer {
    return isOfGatewayApi(workload) && what === 'exposes' ? CARRIED : NOT_MINE;
  }

  /** Whether a mesh that reads the routes of services carries the traffic of the caller. */
  private rules({ source }: Dependency): boolean {
    return this.meant.ofServices === true && source.standing !== WorkloadStanding.GATEWAY;
  }
}

function ofRoute(asked: Asked): EnforcementAnswer {
  const { dependency: { source, service }, graph, fix } = asked;
  if (kindOfRoute(service) === 'GRPCRoute') return cannot('a GRPCRoute', 'time limits', fix);
  if (isRelayedHere(service, graph)) return ofThirdParty(asked);
  if (isOfGatewayApi(source)) return CARRIED;
  if (!hasOwnService(service)) return withoutService(service);
  return isRuledAlike(service, graph) ? CARRIED : EnforcementAnswer.cannot(
    `a route that is bound to a Service does not ask who calls, and not all who may call ${service.name}, gateways among them, are to wait so long`,
    'let each caller declare the same, and gateways no more, guard the workload that answers, or let sidecars carry it: Mesh.istio()',
  );
}

/** Its weights are moved in Istio's own objects. Source: https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi (a plugin moves those of routes of the Gateway API) */
function released({ name, locator: { workload } }: BackingService): EnforcementAnswer | undefined {
  return workload?.release && EnforcementAnswer.cannot(`what releases ${workload.name} is not told here of the routes of the Gateway API that lead to ${name}`,
    'let sidecars carry it, and gateways of Istio\'s own, without gatewayClassName; or declare the pods with Pods.of()');
}

function ofRetry(asked: Asked): EnforcementAnswer {
  const { dependency: { source, service, policy }, graph, meant: { channel = ReleaseChannel.STANDARD }, fix } = asked;
  if (kindOfRoute(service) === 'GRPCRoute') return cannot('a GRPCRoute', 'retries', fix);
  if (channel === ReleaseChannel.STANDARD) return cannot('the standard channel of the Gateway API', 'retries', `${fix}, or, where the cluster has the experimental channel, name that`);
  const lacking = lackingOfRetry(policy.retry!);
  if (lacking !== undefined) return cannot('an HTTPRoute', lacking, fix);
  if (isRelayedHere(service, graph)) return policy.operations === undefined ? ofThirdParty(asked) : cannot('the route of a third party', 'operations, of which some may be repeated', fix);
  if (isOfGatewayApi(source)) return CARRIED;
  if (!hasOwnService(service)) return withoutService(service);
  return isRepeatedAlike(service, graph) ? CARRIED : EnforcementAnswer.cannot(
    `a route that is bound to a Service does not ask who calls, and not all who may call ${service.name}, gateways among them, have it repeated so`,
    'let each caller declare the same, and no gateway lead there, guard the workload that answers, or let sidecars carry it: Mesh.istio()',
  );
}

/** A route of a third party is for all who come through the gateway, whose own calls are what they ask for. */
function ofThirdParty({ dependency, graph, meant: { thirdParties }, fix }: Asked): EnforcementAnswer {
  const { service } = dependency;
  if (!thirdParties) return cannot('the Gateway API', 'services outside of the cluster', fix);
  if (graph._relays.carries(dependency)) return EnforcementAnswer.cannot(`${dependency.source.name} repeats and waits as those do who call ${service.name} through it`, 'say it in their calls()');
  return agreedAt(service, graph) ? CARRIED : EnforcementAnswer.cannot(
    `the route of ${service.name} does not ask who calls, and not all who call it say the same of time limits and retries`, 'let each of them declare the same');
}

function withoutService({ name }: BackingService): EnforcementAnswer {
  return EnforcementAnswer.cannot(`${name} has no Service of ours that chooses its pods, to which a route could be bound`, OF_SERVICE);
}

function cannot(who: string, what: string, fix: string): EnforcementAnswer {
  return EnforcementAnswer.cannot(`${who} has no words for ${what}`, fix);
}
