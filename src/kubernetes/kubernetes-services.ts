import { Construct } from 'constructs';
import { BackingService } from '../model/backing-service';
import { OutputOptions } from '../model/output-options';
import { optionsByHost } from '../model/shared-service-options';
import { acceptArguments, guard } from '../private/boundary';
import { giveToAll } from '../private/common-metadata';
import { grouped } from '../private/grouped';
import { Topology } from '../topology';
import { emitServices } from './service';
import { GivenOut } from './service-ports';

/** What to make Services of. */
export interface KubernetesServicesProps extends OutputOptions {
  /** The topology to read. */
  readonly topology: Topology;
}

/** Discovery: a Kubernetes Service for each backing service that a workload of ours provides, or for several that name one. Others have theirs. */
export class KubernetesServices extends Construct {
  /**
   * @throws BST801 if a label or an annotation cannot be one, BST510 or BST511 if a credential stands in one
   */
  constructor(scope: Construct, id: string, props: KubernetesServicesProps) {
    acceptArguments('new KubernetesServices', [scope, id, props]);
    super(scope, id);
    giveToAll(this, props);
    const { services } = props.topology.read();
    const options = optionsByHost(services);
    for (const ports of portsByService(services)) emitServices(this, ports, options.get(ports[0].address.host) ?? {});
  }
}

guard('KubernetesServices', KubernetesServices);

/** The ports of each Service that is made, once: what is at one port is reached there alike (BST638). */
function portsByService(services: readonly BackingService[]): GivenOut[][] {
  const made = services.filter(({ locator }) => locator.declaresServices);
  const given = made.flatMap(service => service.locator.addresses.map(address => ({ service, address })));
  return [...grouped(given, ({ service: { locator }, address }) => `${locator.namespace} ${address.service}`).values()]
    .map(ports => [...grouped(ports, ({ address }) => address.port).values()].map(([first]) => first));
}
