import { isBranded } from '../private/brand';
import { GatewayListener } from './gateway-listener';
import { IWorkload } from './workload-interface';

/** A gateway, as seen by everything that refers to it. `Gateway` declares one. */
export interface IGateway extends IWorkload {
  /** Where it listens, as far as it is said here. */
  readonly listeners: GatewayListener[];
  /**
   * The object that is there already: `namespace/name`.
   *
   * @default - one is made, or its owner routes
   */
  readonly existingGateway?: string;
  /**
   * Name of the GatewayClass whose controller makes its proxies.
   *
   * @default - its objects are Istio's
   */
  readonly gatewayClassName?: string;
  /** Kubernetes Service before the pods, in their namespace. */
  readonly service: string;
  /** Namespace that the objects about it stand in. */
  readonly configNamespace: string;
}

/** Whether a workload is one. */
export function isGateway(workload: IWorkload): workload is IGateway {
  return isBranded(workload, 'Gateway');
}

/** Whether a workload is a gateway whose objects are those of the Gateway API, and not Istio's. */
export function isOfGatewayApi(workload: IWorkload): workload is IGateway & { readonly gatewayClassName: string } {
  return isGateway(workload) && workload.gatewayClassName !== undefined;
}
