import { BackingService } from '../model/backing-service';
import { Dependency } from '../model/dependency';
import { DependencyPolicy } from '../model/dependency-policy';
import { Enforcement, EnforcementAnswer } from '../model/enforcement';
import { isOfGatewayApi } from '../model/gateway-interface';
import { Protocol } from '../model/protocol';
import { TopologyGraph } from '../model/topology-graph';
import { IWorkload } from '../model/workload-interface';
import { BESIDE_TRAFFIC } from '../traffic/beside-traffic';

const { CARRIED, NOT_MINE } = EnforcementAnswer;
const FIX = 'leave it out, or, where Istio\'s own gateways run, declare it without gatewayClassName';

type Answering = (dependency: Dependency) => EnforcementAnswer;

/** For every field of a call of a gateway, whether a route carries it. A new field fails to compile here until it is decided. */
const FIELDS: Record<keyof DependencyPolicy, Answering> = {
  timeout: ({ service }) => (service.protocol.name === Protocol.GRPC.name ? cannot('a GRPCRoute', 'time limits') : CARRIED),
  retry: () => cannot('the standard channel of the Gateway API', 'retries'),
  connectTimeout: () => cannot('the Gateway API', 'time limits of connecting'),
  circuitBreaker: () => cannot('the Gateway API', 'circuit breakers'),
  connectionPool: () => cannot('the Gateway API', 'limits of connections'),
  operations: () => NOT_MINE,
  ...BESIDE_TRAFFIC,
};

/** What the resources of the Gateway API carry, of gateways that are theirs. @internal */
export class GatewayApiEnforcement extends Enforcement {
  constructor(private readonly read: () => TopologyGraph) {
    super();
  }

  public field(dependency: Dependency, field: string): EnforcementAnswer {
    return isOfGatewayApi(dependency.source) ? FIELDS[field as keyof DependencyPolicy](dependency) : NOT_MINE;
  }

  public routes(service: BackingService): EnforcementAnswer {
    const { _exposures: { all } } = this.read();
    return all.some(exposure => exposure.service === service && isOfGatewayApi(exposure.gateway)) ? CARRIED : NOT_MINE;
  }

  public routesFrom({ source }: Dependency): EnforcementAnswer {
    return isOfGatewayApi(source) ? CARRIED : NOT_MINE;
  }

  public entering(workload: IWorkload, what: string): EnforcementAnswer {
    return isOfGatewayApi(workload) && what === 'exposes' ? CARRIED : NOT_MINE;
  }
}

function cannot(who: string, what: string): EnforcementAnswer {
  return EnforcementAnswer.cannot(`${who} has no words for ${what}`, FIX);
}
