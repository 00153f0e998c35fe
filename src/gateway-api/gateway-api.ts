import { Construct } from 'constructs';
import { isOfGatewayApi } from '../model/gateway-interface';
import { OutputOptions } from '../model/output-options';
import { acceptArguments, guard } from '../private/boundary';
import { giveToAll } from '../private/common-metadata';
import { Topology } from '../topology';
import { BoundRoute } from './bound-route';
import { boundRoutes } from './bound-routes';
import { emitConnectionRoute } from './connection-routes';
import { emitGateway } from './gateway';
import { gatewayApiChecks, SERVICE_ROUTES_CHECKS } from './gateway-api-checks';
import { GatewayApiEnforcement } from './gateway-api-enforcement';
import { emitGrpcRoute } from './grpc-route';
import { emitHttpRoute } from './http-route';
import { emitHttpsRedirect } from './https-redirect';
import { KindOfRoute } from './kind-of-route';
import { emitReferenceGrants } from './reference-grant';
import { ReleaseChannel } from './release-channel';
import { ThirdPartyKinds } from './third-party-kinds';

/** What to make the resources of the Gateway API of. */
export interface GatewayApiProps extends OutputOptions {
  /** The topology to read. */
  readonly topology: Topology;
  /**
   * Whether a mesh reads routes that are bound to the Services of our workloads: canaries, time limits, what happens to requests on their way. It takes Services from `KubernetesServices`, with one for each
   * version (`perVersion`), and no second output that rules the same traffic, such as `IstioMesh`. Source: https://gateway-api.sigs.k8s.io/mesh/
   *
   * @default false - gateways alone are routed
   */
  readonly routesOfServices?: boolean;
  /**
   * Which CRDs of the Gateway API the cluster has. The experimental ones have words for retries; where the cluster has none of them, the API server leaves such words out, or refuses the object.
   *
   * @default ReleaseChannel.STANDARD
   */
  readonly channel?: ReleaseChannel;
  /**
   * Kinds by which a mesh knows the third parties that its gateways relay, for time limits and retries of their callers. Those of Istio are `ServiceEntry` and `Hostname` of the group `networking.istio.io`.
   *
   * @default - third parties have no routes
   */
  readonly thirdParties?: ThirdPartyKinds;
}

/**
 * What gateways with a `gatewayClassName` expose, on any implementation of the Kubernetes Gateway API: a `Gateway` for each, a route for each exposure, and the leave of Services in other namespaces; and
 * routes that a mesh reads, if one does. For 1.6, the standard channel or the experimental one. What it has no words for is refused. Source: https://gateway-api.sigs.k8s.io/
 */
export class GatewayApi extends Construct {
  /**
   * @throws BST801 if a label or an annotation cannot be one, BST510 or BST511 if a credential stands in one
   */
  constructor(scope: Construct, id: string, props: GatewayApiProps) {
    acceptArguments('new GatewayApi', [scope, id, props]);
    super(scope, id);
    giveToAll(this, props);
    const { topology, routesOfServices, channel, thirdParties } = props;
    const meant = { ofServices: routesOfServices, channel, thirdParties };
    const routes = boundRoutes(meant);
    const enforcement = new GatewayApiEnforcement(() => topology._closed(), meant);
    const graph = topology.read({ enforcement, checks: gatewayApiChecks(routes, channel), appChecks: routesOfServices ? SERVICE_ROUTES_CHECKS : [] });
    for (const gateway of graph.workloads.filter(isOfGatewayApi)) {
      emitGateway(this, gateway, gateway.gatewayClassName);
      emitHttpsRedirect(this, gateway);
    }
    const written = routes(graph).filter(({ to, outside }) => !to.service.locator.isExternal || outside);
    for (const bound of written) EMIT[bound.kind](this, bound);
    emitReferenceGrants(this, written);
  }
}

guard('GatewayApi', GatewayApi);

const EMIT: Readonly<Record<KindOfRoute, (scope: Construct, bound: BoundRoute) => void>> = {
  HTTPRoute: emitHttpRoute,
  GRPCRoute: emitGrpcRoute,
  TLSRoute: emitConnectionRoute,
  TCPRoute: emitConnectionRoute,
};
