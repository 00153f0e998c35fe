import { GatewayListener } from './gateway-listener';
import { IPods } from './pods';

/** What a gateway is. */
export interface GatewayProps {
  /** The pods it runs in. */
  readonly pods: IPods;
  /**
   * Namespace of the pods.
   *
   * @default - the pods' own, else the topology's
   */
  readonly namespace?: string;
  /**
   * ServiceAccount that the pods run as: the mesh identity of what comes through it.
   *
   * @default - the pods' own, else "default"
   */
  readonly serviceAccountName?: string;
  /**
   * Kubernetes Service before the pods, in their namespace: consumers of what it relays are sent there.
   *
   * @default - its id
   */
  readonly service?: string;
  /**
   * Where it listens, which is then ruled from here.
   *
   * @default - its owner says so elsewhere, and routes what comes
   */
  readonly listeners?: GatewayListener[];
  /**
   * An object `Gateway` that is there, whose listeners are used: `namespace/name`. Its owner says where it listens, and this program what is reached through it.
   *
   * @default - those that are made of `listeners`, one for each
   */
  readonly existingGateway?: string;
  /**
   * Name of the GatewayClass whose controller makes the proxies of it, such as `istio` or `eg`. The objects about it are then those of the Kubernetes Gateway API, which `GatewayApi` emits.
   * Source: https://gateway-api.sigs.k8s.io/api-types/gatewayclass/
   *
   * @default - its objects are Istio's, which `IstioMesh` emits
   */
  readonly gatewayClassName?: string;
  /**
   * Namespace that the objects about it stand in. Where Istio's installation sets `PILOT_SCOPE_GATEWAY_TO_NAMESPACE`, it has to be that of the pods.
   *
   * @default - the topology's, else that of the pods
   */
  readonly configNamespace?: string;
}
