import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { DependencyPolicy } from '../model/dependency-policy';
import { Enforcement, EnforcementAnswer } from '../model/enforcement';
import { isOfGatewayApi } from '../model/gateway-interface';
import { Protocol } from '../model/protocol';
import { IWorkload } from '../model/workload-interface';
import { quote } from '../private/topology-error';
import { BESIDE_TRAFFIC } from '../traffic/beside-traffic';
import { OWN_CLASS } from './gateway';
import { IstioTarget, targetOf } from './istio-target';
import { newerInBalancing, newerInCall } from './needed-version';
import { isSplit, passedOn, unseen } from './passed-on';
import { unseenZones } from './unseen-zones';

const { CARRIED, NOT_MINE } = EnforcementAnswer;

const WITHOUT_WORDS = EnforcementAnswer.cannot('the Gateway API has no words for what sidecars send to a gateway', 'declare a gateway without gatewayClassName for what is relayed');

type Answering = (dependency: Dependency) => EnforcementAnswer;

/** For every field of a dependency, whether Istio's objects carry it there. A new field fails to compile here until it is decided. */
const FIELDS: Record<keyof DependencyPolicy, Answering> = {
  timeout: byRoutes,
  connectTimeout: byProxies,
  retry: byRoutes,
  circuitBreaker: dependency => passedOn(dependency.service) ?? byProxies(dependency),
  connectionPool: byProxies,
  operations: byGuards,
  ...BESIDE_TRAFFIC,
};

/** What Istio's objects carry, and where they cannot act though they are emitted. @internal */
export class IstioEnforcement extends Enforcement {
  constructor(private readonly target: IstioTarget = targetOf({})) {
    super();
  }

  public field(dependency: Dependency, field: string): EnforcementAnswer {
    const answer = FIELDS[field as keyof DependencyPolicy](dependency);
    return answer === CARRIED ? newerInCall(dependency, field, this.target) ?? CARRIED : answer;
  }

  public routes(service: BackingService): EnforcementAnswer {
    return (isSplit(service) ? undefined : unseen(service)) ?? passedOn(service) ?? CARRIED;
  }

  /**
   * A gateway takes its routes from VirtualServices that name it; those of what is exposed here do.
   * Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService (gateways)
   */
  public routesFrom({ source }: Dependency): EnforcementAnswer {
    if (isOfGatewayApi(source)) return NOT_MINE;
    return source.routed ? CARRIED : EnforcementAnswer.byOthers(
      `what comes through ${source.name} is ruled by its owner's VirtualServices`,
      `repeat the routes in the VirtualService that is bound to ${source.name}, and acknowledge this; or give it listeners, and say exposes()`,
    );
  }

  public loadBalancing(service: BackingService): EnforcementAnswer {
    const hashed = service.loadBalancing?.readsRequests ? unseen(service) ?? unsent(service) : undefined;
    return hashed ?? passedOn(service) ?? nowhere(service) ?? newerInBalancing(service, this.target) ?? unseenZones(service, this.target) ?? CARRIED;
  }

  public entering(workload: IWorkload, what: string): EnforcementAnswer {
    if (!isOfGatewayApi(workload)) return CARRIED;
    if (what === 'exposes') return NOT_MINE;
    if (what === 'relays') return WITHOUT_WORDS;
    return workload.gatewayClassName === OWN_CLASS ? CARRIED : EnforcementAnswer.cannot(
      `the proxies of ${workload.name} are those of GatewayClass ${quote(workload.gatewayClassName)}, which reads no policies of Istio's`,
      'say it in policies of that implementation, and leave it out here',
    );
  }

  public tlsByMesh(_service: BackingService): EnforcementAnswer {
    return CARRIED;
  }

  public endpoints(_service: BackingService): EnforcementAnswer {
    return CARRIED;
  }

  public machines(_workload: IWorkload): EnforcementAnswer {
    return CARRIED;
  }
}

/** Rules about connections act where the proxy looks the host up, and routes of the Gateway API name Services. */
function byProxies({ source }: Dependency): EnforcementAnswer {
  return isOfGatewayApi(source) ? NOT_MINE : CARRIED;
}

/** What a gRPC client never sends. Source: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md (Requests) */
function unsent({ name, loadBalancing, protocol }: BackingService): EnforcementAnswer | undefined {
  if (protocol.name !== Protocol.GRPC.name || loadBalancing?.cookie === undefined && loadBalancing?.queryParameter === undefined) return undefined;
  return EnforcementAnswer.cannot(`requests to ${name} are gRPC, which have no query, and whose clients keep no cookie`, 'use LoadBalancing.stickyHeader()');
}

/** Of endpoints that DNS tells nobody knows where they are, and of machines only what is said of them. */
function nowhere({ name, loadBalancing, locator: { isExternal, workload } }: BackingService): EnforcementAnswer | undefined {
  if (loadBalancing?.locality === undefined || loadBalancing.locality.isAnywhere) return undefined;
  if (isExternal) return EnforcementAnswer.cannot(`${name} is outside of the cluster, and no node tells where its endpoints are`, 'leave locality out');
  const lost = workload?.machines?.known?.find(({ locality }) => locality === undefined);
  return lost && EnforcementAnswer.cannot(`nothing tells where the machine ${lost.address} of ${workload!.name} is`, 'give each machine its locality, or leave locality out');
}

/** VirtualServices of this topology rule sidecars, and gateways that are routed from here. */
function byRoutes({ source }: Pick<Dependency, 'source'>): EnforcementAnswer {
  if (isOfGatewayApi(source)) return NOT_MINE;
  return source.routed ? CARRIED : EnforcementAnswer.cannot(
    `the traffic of ${source.name} is ruled by its owner's VirtualServices`,
    `declare it in the VirtualService that is bound to ${source.name}, and take it out here`,
  );
}

/** Operations are held by an AuthorizationPolicy where requests arrive; by the routes of the caller's sidecar where nothing of ours stands. */
function byGuards({ source, service }: Dependency): EnforcementAnswer {
  const { isExternal, workload } = service.locator;
  if (workload?.guarded) return CARRIED;
  if (workload) {
    return EnforcementAnswer.cannot(`${workload.name}, which answers for ${service.name}, is not guarded from here`,
      'name no operations here, or let this topology guard the workload');
  }
  if (isExternal) return byRoutes({ source });
  return EnforcementAnswer.cannot(`the pods behind ${service.name} belong to another owner in the cluster, and no policy of ours selects them`,
    'name no operations here');
}
