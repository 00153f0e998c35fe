import { Construct } from 'constructs';
import { acceptArguments, guard } from '../private/boundary';
import { IPods } from './pods';
import { Workload } from './workload';
import { WorkloadStanding } from './workload-standing';

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
}

/**
 * A gateway, such as Istio's ingress gateway: what comes through it is let in by its identity. It takes its routes from VirtualServices that name
 * it, so that timeouts, retries and canaries declared here do not act on it, and its owner guards its pods.
 * Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService (gateways)
 */
export class Gateway extends Workload {
  /**
   * @param id RFC 1123 label
   * @throws BST801 if the id or namespace cannot be a name, BST013 if nothing tells the namespace, BST031 if the pods state another one
   */
  constructor(scope: Construct, id: string, props: GatewayProps) {
    acceptArguments('new Gateway', [scope, id, props]);
    super(scope, id, { ...props, standing: WorkloadStanding.GATEWAY });
  }
}

guard('Gateway', Gateway);
