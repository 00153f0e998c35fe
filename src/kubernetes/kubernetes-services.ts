import { Construct } from 'constructs';
import { acceptArguments, guard } from '../private/boundary';
import { Topology } from '../topology';
import { emitServices } from './service';

/** What to make Services of. */
export interface KubernetesServicesProps {
  /** The topology to read. */
  readonly topology: Topology;
}

/** Discovery: a Kubernetes Service for each backing service that a workload of ours provides. Others have theirs. */
export class KubernetesServices extends Construct {
  constructor(scope: Construct, id: string, props: KubernetesServicesProps) {
    acceptArguments('new KubernetesServices', [scope, id, props]);
    super(scope, id);
    for (const service of props.topology.read().services) {
      if (service.locator.declaresServices) emitServices(this, service);
    }
  }
}

guard('KubernetesServices', KubernetesServices);
