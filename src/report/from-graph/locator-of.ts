import { Address } from '../../model/address';
import { BackingService } from '../../model/backing-service';
import { ServiceType } from '../../model/kubernetes-service-options';
import { Locator } from '../../model/locator';
import { TlsStart } from '../../model/tls';
import { DocumentedAddress, DocumentedLocator } from '../document/documented-locator';

/** Where a service is, as a document tells it. */
export function locatorOf({ locator }: BackingService): DocumentedLocator {
  const { owner, addresses, namespace, workload, operator, resource, listener, podLabels, cidrs, endpoints } = locator;
  return {
    owner,
    addresses: addresses.map(address => addressOf(address, locator)),
    namespace,
    workload: workload?.path,
    operator: operator === undefined ? undefined : { operator, resource: resource!, listener },
    podLabels,
    cidrs,
    endpoints,
  };
}

function addressOf(address: Address, locator: Locator): DocumentedAddress {
  const { role, host, port, targetPort, protocol, tls, service, headless, basePath } = address;
  const type = locator._optionsOf(service).serviceType;
  return {
    role, host, port, targetPort,
    protocol: protocol.name,
    tls: tls.start === TlsStart.NONE ? undefined : { start: tls.start, authority: tls.authority },
    serviceName: service,
    headless: service === undefined ? undefined : headless,
    serviceType: type === ServiceType.CLUSTER_IP ? undefined : type,
    basePath: basePath === '' ? undefined : basePath,
  };
}
