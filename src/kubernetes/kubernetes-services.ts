import { Construct } from 'constructs';
import { EndpointOrigin } from '../model/service-endpoint';
import { Topology } from '../topology';
import { emitService } from './service';

/** What to make Services of. */
export interface KubernetesServicesProps {
  /** The topology to read. */
  readonly topology: Topology;
}

/** Discovery: a Kubernetes Service for each backing service that a workload of ours provides. Others have theirs. */
export class KubernetesServices extends Construct {
  constructor(scope: Construct, id: string, props: KubernetesServicesProps) {
    super(scope, id);
    for (const service of props.topology.read().services) {
      if (service.endpoint.origin === EndpointOrigin.WORKLOAD) emitService(this, service);
    }
  }
}
